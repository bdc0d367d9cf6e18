import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from './clock.ts';

/** What many do at once is told so often per aggregate, whatever the number of nodes. */
export const pulseMs = 500;
/** What comes right after the first goes with it. */
const gatherMs = 50;

/** When to try again, of a pulse that comes too soon after what was told last. */
export function tooSoon(toldAt: number | null, now: number): number | undefined {
  return toldAt !== null && now < toldAt + pulseMs ? toldAt + pulseMs : undefined;
}

export interface PulsesOptions {
  clock: Clock;
  /** Told of at once on this node: under load things are told more rarely, and little else waits for them. */
  width: number;
  /** Tells what there is to be told of an aggregate; when to try again, if it is too soon. */
  pulse(id: string): Promise<number | undefined>;
  failed(error: unknown): void;
}

/** Which aggregates (rooms, battles) have something to tell that many do at once, and when each is told next. */
export class Pulses {
  readonly #options: PulsesOptions;
  readonly #limit: LimitFunction;
  /** Those that wait for their pulse; true: something came while it was under way. */
  readonly #waiting = new Map<string, { again: boolean }>();
  readonly #stopping = new AbortController();

  constructor(options: PulsesOptions) {
    this.#options = options;
    this.#limit = pLimit(options.width);
  }

  /** There is something to tell. */
  mark(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.again = true;
    else if (!this.#stopping.signal.aborted) void this.#tell(id);
  }

  /** Lets go of what waits: other nodes, or a worker's look, tell it. */
  stop(): void {
    this.#stopping.abort();
  }

  async #tell(id: string): Promise<void> {
    const { clock, pulse, failed } = this.#options;
    const { signal } = this.#stopping;
    const waiting = { again: true };
    this.#waiting.set(id, waiting);
    await clock.reach(clock.now() + gatherMs, signal);
    while (waiting.again && !signal.aborted) {
      waiting.again = false;
      const retryAt = await this.#limit(() => pulse(id)).catch((error: unknown) => {
        failed(error);
        return clock.now() + pulseMs;
      });
      waiting.again ||= retryAt !== undefined;
      await clock.reach(retryAt ?? clock.now() + pulseMs, signal);
    }
    this.#waiting.delete(id);
  }
}
