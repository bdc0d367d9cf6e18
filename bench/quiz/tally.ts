import { percentilesOf, type Percentiles } from '../percentiles.ts';

export interface Timed extends Percentiles {
  count: number;
}

/** What a party of players counted; times in milliseconds. */
export interface TallySummary {
  /** Answers that somebody gave, each once however often it was sent. */
  sent: number;
  accepted: number;
  /** By the type of the refusal. */
  refused: Record<string, number>;
  /** From sending to the answer, of the last try. */
  answer: Timed;
  join: Timed;
  /** From a question's deadline to its reveal's arrival, at everyone who was connected since before. */
  reveal: Timed;
  /** The same, of each question at the last of its room. */
  lastReveal: Timed;
  /** Events that came, to all. */
  deliveries: number;
  /** Sockets lost, and how often one that was lost came back. */
  lost: number;
  resumed: number;
  /** Anything that must not be: how often, and one of them. */
  failures: Record<string, { count: number; example: string }>;
}

export class Tally {
  sent = 0;
  accepted = 0;
  deliveries = 0;
  lost = 0;
  resumed = 0;
  readonly answerMs: number[] = [];
  readonly joinMs: number[] = [];
  readonly #refused: Record<string, number> = {};
  readonly #revealMs: number[] = [];
  readonly #lastReveals = new Map<string, number>();
  readonly #failures: TallySummary['failures'] = {};

  refused(type: string): void {
    this.#refused[type] = (this.#refused[type] ?? 0) + 1;
  }

  revealed(question: string, ms: number): void {
    this.#revealMs.push(ms);
    this.#lastReveals.set(question, Math.max(ms, this.#lastReveals.get(question) ?? 0));
  }

  failed(what: string, example: string): void {
    const failure = (this.#failures[what] ??= { count: 0, example });
    failure.count += 1;
  }

  summary(): TallySummary {
    const { sent, accepted, deliveries, lost, resumed } = this;
    return {
      sent,
      accepted,
      refused: this.#refused,
      answer: timed(this.answerMs),
      join: timed(this.joinMs),
      reveal: timed(this.#revealMs),
      lastReveal: timed([...this.#lastReveals.values()]),
      deliveries,
      lost,
      resumed,
      failures: this.#failures,
    };
  }
}

export function timed(times: readonly number[]): Timed {
  return { count: times.length, ...percentilesOf(times) };
}
