import type { Clock } from '../../resolvers/clock.ts';

/** A clock that stands until it is moved. */
export class ManualClock implements Clock {
  #now: number;
  readonly #waiting = new Set<() => void>();

  constructor(now: Date | number = Date.now()) {
    this.#now = Number(now);
  }

  now(): number {
    return this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const look of this.#waiting) look();
  }

  reach(until: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.#now < until && !signal.aborted) return;
        this.#waiting.delete(look);
        signal.removeEventListener('abort', look);
        resolve();
      };
      this.#waiting.add(look);
      signal.addEventListener('abort', look);
      look();
    });
  }
}
