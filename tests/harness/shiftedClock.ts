import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../resolvers/clock.ts';

/** A clock that goes, and can be put forward: for tests of hours in which sockets and timers go on as ever. */
export class ShiftedClock implements Clock {
  #ahead = 0;
  readonly #waiting = new Set<AbortController>();

  now(): number {
    return Math.floor(performance.timeOrigin + performance.now()) + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
    for (const waiting of this.#waiting) waiting.abort();
  }

  async reach(until: number, signal: AbortSignal): Promise<void> {
    for (let wait = until - this.now(); wait > 0 && !signal.aborted; wait = until - this.now()) {
      const waiting = new AbortController();
      this.#waiting.add(waiting);
      await sleep(wait, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(() => undefined);
      this.#waiting.delete(waiting);
    }
  }
}
