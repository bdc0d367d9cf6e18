import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Clock } from '../resolvers/clock.ts';

/** How often the distance to the database's clock is measured, and from how many tries the best is taken. */
const measureEveryMs = 10_000;
const triesPerMeasurement = 3;

/** The database's time, kept between measurements by this machine's monotonic clock. One for all nodes. */
export class DatabaseClock implements Clock {
  readonly #pool: Pool;
  readonly #failed: (error: unknown) => void;
  readonly #stopping = new AbortController();
  #offset = performance.timeOrigin;
  #latest = 0;

  /** `failed` hears of a measurement that did not succeed; the last one stays in use. */
  constructor(pool: Pool, failed: (error: unknown) => void) {
    this.#pool = pool;
    this.#failed = failed;
  }

  /** Measures once, then again every ten seconds until stopped. Rejects when the first can't be had. */
  async start(): Promise<void> {
    await this.#measure();
    void this.#keepMeasuring();
  }

  stop(): void {
    this.#stopping.abort();
  }

  now(): number {
    this.#latest = Math.max(this.#latest, Math.floor(performance.now() + this.#offset));
    return this.#latest;
  }

  async reach(until: number, signal: AbortSignal): Promise<void> {
    for (let wait = until - this.now(); wait > 0 && !signal.aborted; wait = until - this.now()) {
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  async #keepMeasuring(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await sleep(measureEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#measure().catch(this.#failed);
    }
  }

  /** The try with the shortest round trip is the one that knows best. */
  async #measure(): Promise<void> {
    let best = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < triesPerMeasurement; tries += 1) {
      const sent = performance.now();
      const { rows } = await this.#pool.query<{ ms: number }>(
        'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
      );
      const received = performance.now();
      const [row] = rows;
      if (!row || received - sent >= best) continue;
      best = received - sent;
      this.#offset = row.ms - (sent + received) / 2;
    }
  }
}
