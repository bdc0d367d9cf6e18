import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Kind } from './kinds.ts';
import { monotonicNow } from './monotonic.ts';

/** Sends one event to everyone; where that takes more than the sending, resolves with when that began. */
export type Publish = (kind: Kind) => Promise<number | void> | void;

export interface SteadyLoad {
  kind: Kind;
  perSecond: number;
  seconds: number;
}

export interface FullLoad {
  kind: Kind;
  seconds: number;
  /** Events that may be on their way at once. */
  window: number;
}

export interface Published {
  /** For each event, when it was due, also where the server came to it late, and when its sending began; by `monotonicNow`. */
  asked: number[];
  sent: number[];
  /** Events left out because listeners, or the server, were so far behind. */
  skipped: number;
}

/** At a steady rate, no event is added to so many that listeners still wait for. */
const mostWaiting = 20;
/** Nor is one sent that is due for longer. */
const mostLateMs = 2_000;

/** Publishes at the pace asked for; told now and then how many events every listener has. */
export class Publisher {
  readonly #publish: Publish;
  #received = 0;
  #wake: () => void = () => undefined;

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  received(events: number): void {
    this.#received = events;
    this.#wake();
  }

  async steady({ kind, perSecond, seconds }: SteadyLoad): Promise<Published> {
    const published = this.#begin();
    const began = monotonicNow();
    for (let number = 0; number < seconds * perSecond; number += 1) {
      const due = began + (number * 1000) / perSecond;
      await sleep(Math.max(0, due - monotonicNow()));
      const waiting = published.asked.length - this.#received;
      if (waiting < mostWaiting && monotonicNow() - due < mostLateMs) await this.#one(kind, published, due);
      else published.skipped += 1;
    }
    return published;
  }

  async full({ kind, seconds, window }: FullLoad): Promise<Published> {
    const published = this.#begin();
    const ends = performance.now() + seconds * 1000;
    while (performance.now() < ends) {
      if (published.asked.length - this.#received >= window) await this.#room(ends - performance.now());
      else {
        await this.#one(kind, published, monotonicNow());
        await nextTurn();
      }
    }
    return published;
  }

  #begin(): Published {
    this.#received = 0;
    return { asked: [], sent: [], skipped: 0 };
  }

  async #one(kind: Kind, { asked, sent }: Published, due: number): Promise<void> {
    asked.push(due);
    sent.push((await this.#publish(kind)) ?? due);
  }

  async #room(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const timer = setTimeout(resolve, Math.max(0, ms));
    await promise;
    clearTimeout(timer);
  }
}
