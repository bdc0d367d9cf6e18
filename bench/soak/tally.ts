import { Durations, type DurationSummary } from './durations.ts';

/** What is being done to the cluster. */
export const phases = [
  'start',
  'calm',
  'Redis down',
  'Redis hangs',
  'Redis returns',
  'Redis and a node down',
  'timers down',
  'drain',
] as const;
export type Phase = (typeof phases)[number];

/** What must never happen; each is counted, and the first of each is described. */
export const breaches = ['loss', 'duplicate', 'gap', 'difference', 'error'] as const;
export type Breach = (typeof breaches)[number];

/** What was measured, of one phase or of all. */
export interface Measured<Value> {
  /** From the event's time to its arrival, at a subscriber that was connected all the while. */
  live: Value;
  /** The same for events that came after a cut, without the time from the cut to the new subscription. */
  resumed: Value;
  /** Answered mutations, from sending to the answer. */
  mutations: Value;
}

export interface PhaseSummary extends Measured<DurationSummary> {
  phase: Phase | 'all';
  seconds: number;
}

/** All that a run counts. Durations belong to the phase they began (mutations) or ended (deliveries) in. */
export class Tally {
  deliveries = 0;
  cuts = 0;
  /** Sockets that ended without being cut: their node was killed, or did not answer. */
  drops = 0;
  resumes = 0;
  /** Mutations that met a dead node and were sent again, unchanged. */
  resent = 0;
  /** Of each node that was killed: how many quiz rooms had a question open. */
  readonly kills: number[] = [];
  readonly counts: Record<Breach, number> = { loss: 0, duplicate: 0, gap: 0, difference: 0, error: 0 };
  readonly firsts = new Map<Breach, string>();
  /** From the first try to reconnect after a cut to the first event that was missed meanwhile. */
  readonly recovery = new Durations();
  readonly #all = measured();
  readonly #phases = new Map<Phase, Measured<Durations> & { ms: number }>();
  #phase: Phase = 'start';
  #began = performance.now();
  #since = this.#began;

  /** Since it began. */
  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Counting begins now. */
  begin(): void {
    this.#began = performance.now();
    this.#since = this.#began;
  }

  enter(phase: Phase): void {
    const now = performance.now();
    this.#of(this.#phase).ms += now - this.#since;
    this.#since = now;
    this.#phase = phase;
  }

  breach(what: Breach, description: string, count = 1): void {
    this.counts[what] += count;
    if (!this.firsts.has(what)) this.firsts.set(what, description);
  }

  delivered(kind: 'live' | 'resumed', ms: number): void {
    this.deliveries += 1;
    this.#of(this.#phase)[kind].record(ms);
    this.#all[kind].record(ms);
  }

  mutated(phase: Phase, ms: number): void {
    this.#of(phase).mutations.record(ms);
    this.#all.mutations.record(ms);
  }

  /** Every phase there was, in order, then all of them. */
  summary(): PhaseSummary[] {
    this.enter(this.#phase);
    const known = phases.filter((phase) => this.#phases.has(phase));
    const rows = known.map((phase) => ({ phase, ...this.#of(phase) }));
    const ms = rows.reduce((sum, row) => sum + row.ms, 0);
    return [...rows, { phase: 'all' as const, ms, ...this.#all }].map(({ phase, ms: long, ...durations }) => ({
      phase,
      seconds: long / 1000,
      live: durations.live.summary(),
      resumed: durations.resumed.summary(),
      mutations: durations.mutations.summary(),
    }));
  }

  #of(phase: Phase): Measured<Durations> & { ms: number } {
    const found = this.#phases.get(phase) ?? { ...measured(), ms: 0 };
    this.#phases.set(phase, found);
    return found;
  }
}

function measured(): Measured<Durations> {
  return { live: new Durations(), resumed: new Durations(), mutations: new Durations() };
}
