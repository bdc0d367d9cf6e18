import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../../resolvers/clock.ts';

/** Whoever is not seen for so long has gone; seen again, they have come anew. */
export const gapMs = 30 * 60_000;
/** What nodes saw at the same time is written within this long of each other. */
const slackMs = 10_000;
const lookMs = 60_000;

/** Somebody's being there as this node saw it, from first to last, without a gap. */
export interface Stay {
  user: string;
  /** Unix times in milliseconds. */
  from: number;
  til: number;
  /** They signed out at the end of it. */
  over: boolean;
  /** Ids of the visit that begins with it, if one does, and of the event of that visit's end. */
  visit: string;
  ending: string;
}

export interface VisitsOptions {
  clock: Clock;
  /** Tells Redis of stays, in their order. Answers those that it was not told of. Never rejects. */
  write(stays: readonly Stay[]): Promise<readonly Stay[]>;
  /** Ends the visits of whoever was last there before then, by Unix time in milliseconds. Whether it did; never rejects. */
  end(before: number): Promise<boolean>;
  /** People who wait to be written at most; who comes then is not noted. */
  most: number;
  /** How long they are gathered, in milliseconds. */
  gatherMs: number;
  retryMs: number;
  dropped(count: number): void;
}

/**
 * Who is there. A visit goes from the first sign of a person to the last that is followed by half an hour without any;
 * this node's part of it is a stay, and Redis makes visits of the stays of all nodes.
 */
export class Visits {
  readonly #options: VisitsOptions;
  /** The newest stay of each person. */
  #here = new Map<string, Stay>();
  /** Stays of theirs from before a gap, the oldest first. */
  #past: Stay[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<boolean> | undefined;
  readonly #stopping = new AbortController();

  constructor(options: VisitsOptions) {
    this.#options = options;
  }

  /** People who wait to be written. */
  get size(): number {
    return this.#here.size + this.#past.length;
  }

  /** From now on visits end. */
  start(): void {
    void this.#keepEnding();
  }

  /** Cheap: it is called for every operation. */
  seen(user: string): void {
    const { clock, most, gatherMs, dropped } = this.#options;
    const at = clock.now();
    const stay = this.#here.get(user);
    if (stay && at - stay.til <= gapMs) {
      stay.til = Math.max(stay.til, at);
      stay.over = false;
      return;
    }
    if (this.size >= most) return dropped(1);
    if (stay) this.#past.push(stay);
    this.#here.set(user, { user, from: at, til: at, over: false, visit: uuid(), ending: uuid() });
    this.#later(gatherMs);
  }

  signedOut(user: string): void {
    this.seen(user);
    const stay = this.#here.get(user);
    if (stay) stay.over = true;
  }

  /** Writes what was seen up to now. Whether all of it was written. */
  async flush(): Promise<boolean> {
    // What is being written has nothing of what came since it began.
    while (this.#writing) await this.#writing;
    this.#writing = this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** Writes once more. Visits go on: other nodes, or this one when it is back, end them. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.flush();
    clearTimeout(this.#timer);
  }

  async #write(): Promise<boolean> {
    const stays = [...this.#past, ...this.#here.values()];
    if (stays.length === 0) return true;
    this.#past = [];
    this.#here = new Map();
    const left = await this.#options.write(stays);
    if (left.length > 0) this.#putBack(left);
    if (this.size > 0) this.#later(this.#options.retryMs);
    return left.length === 0;
  }

  /** In front of what was seen meanwhile. */
  #putBack(left: readonly Stay[]): void {
    const past: Stay[] = [];
    for (const stay of left.toReversed()) {
      const next = past.find(({ user }) => user === stay.user) ?? this.#here.get(stay.user);
      if (!next) this.#here.set(stay.user, stay);
      else if (next.from - stay.til > gapMs || stay.over) past.unshift(stay);
      else Object.assign(next, { from: stay.from, visit: stay.visit, ending: stay.ending });
    }
    this.#past = [...past, ...this.#past];
  }

  #later(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, ms).unref();
  }

  async #keepEnding(): Promise<void> {
    const { clock, retryMs } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      await clock.reach(clock.now() + lookMs, signal);
      while (!signal.aborted && !(await this.#end()))
        await sleep(retryMs, undefined, { signal, ref: false }).catch(() => 0);
      if (signal.aborted) return;
    }
  }

  /** What waits may be a sign of somebody whose visit would end now, so it is written first. */
  async #end(): Promise<boolean> {
    const { clock, end } = this.#options;
    return (await this.flush()) && end(clock.now() - gapMs - slackMs);
  }
}
