import { Durations, type DurationSummary } from '../soak/durations.ts';
import { kinds, type Kind } from './operation.ts';

export const deliveryKinds = ['gameEvents', 'standings'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

export interface TallySummary {
  elapsedMs: number;
  /** Answers as expected, by kind and all together, from when each was due. */
  kinds: Record<Kind, DurationSummary>;
  all: DurationSummary;
  /** From an event's, or a standing's, time to its arrival. */
  deliveries: Record<DeliveryKind, DurationSummary>;
  /** Anything that was not as expected: how often, and one of them. */
  failures: Record<string, { count: number; example: string }>;
  failed: number;
}

/** What has come of the load since it began. */
export class Tally {
  #began = performance.now();
  #kinds = durationsOf(kinds);
  #all = new Durations();
  #deliveries = durationsOf(deliveryKinds);
  #failures = new Map<string, { count: number; example: string }>();

  begin(): void {
    this.#began = performance.now();
    this.#kinds = durationsOf(kinds);
    this.#all = new Durations();
    this.#deliveries = durationsOf(deliveryKinds);
    this.#failures = new Map();
  }

  answered(kind: Kind, ms: number): void {
    this.#kinds[kind].record(ms);
    this.#all.record(ms);
  }

  delivered(kind: DeliveryKind, ms: number): void {
    this.#deliveries[kind].record(ms);
  }

  failed(what: Kind | DeliveryKind, example: string): void {
    const failure = this.#failures.get(what) ?? { count: 0, example };
    failure.count += 1;
    this.#failures.set(what, failure);
  }

  summary(): TallySummary {
    return {
      elapsedMs: performance.now() - this.#began,
      kinds: summaries(this.#kinds),
      all: this.#all.summary(),
      deliveries: summaries(this.#deliveries),
      failures: Object.fromEntries(this.#failures),
      failed: [...this.#failures.values()].reduce((sum, { count }) => sum + count, 0),
    };
  }
}

function durationsOf<Name extends string>(names: readonly Name[]): Record<Name, Durations> {
  return Object.fromEntries(names.map((name) => [name, new Durations()])) as Record<Name, Durations>;
}

function summaries<Name extends string>(durations: Record<Name, Durations>): Record<Name, DurationSummary> {
  const entries = Object.entries<Durations>(durations).map(([name, those]) => [name, those.summary()]);
  return Object.fromEntries(entries) as Record<Name, DurationSummary>;
}
