import type { Course, Passage } from './course.ts';
import { StreamFailedError, messageOf, type Ending } from './ending.ts';
import type { EventQueue } from './eventQueue.ts';
import type { TransportName } from './ladder.ts';
import { pause, unlessAborted } from './pause.ts';
import { judge, type Place } from './place.ts';
import type { Session, Transport } from './transport.ts';

/** How events reach the stream just now; `waiting`: not at all. */
export type State = TransportName | 'waiting';

export interface Placed<Event> {
  event: Event;
  place: Place;
}

export interface PumpOptions<Event> {
  transports: Partial<Record<TransportName, Transport<Event>>>;
  course: Course;
  queue: EventQueue<Placed<Event>>;
  placeOf(event: Event): Place;
  /** The cursor to begin behind; undefined: with all that is kept. */
  after: string | undefined;
  /** `refused`: the last one was, or it has ended. */
  token(refused: boolean): Promise<string | undefined>;
  onState(state: State, why: string): void;
  /** How many events may wait for the consumer. */
  buffer: number;
  /** How often better transports are tried, in milliseconds. */
  climbMs: number;
}

/** A connection that lived as long went well, even if nothing happened. */
const steadyMs = 10_000;

/**
 * Fills the queue: by one transport at a time, each asked for what follows the last event taken. Takes nothing twice
 * and skips nothing, whatever comes. Runs until its signal is aborted or the stream is over; leaves nothing open then.
 */
export class Pump<Event> {
  readonly #options: PumpOptions<Event>;
  readonly #signal: AbortSignal;
  #last: Place | undefined;
  #why = 'the stream begins';
  #climbAt = 0;

  constructor(options: PumpOptions<Event>, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
    if (options.after !== undefined) this.#last = { cursor: options.after };
  }

  /** Never rejects: the queue fails with what goes wrong for good. */
  async run(): Promise<void> {
    const { queue, course, buffer } = this.#options;
    try {
      while (!this.#signal.aborted) {
        const passage = { opened: false, progressed: false };
        const before = course.ladder.current;
        const next = course.after(await this.#session(passage), passage);
        if ('over' in next) return next.over === 'completed' ? queue.end() : queue.fail(next.error);
        if (this.#signal.aborted) return;
        if (course.ladder.current !== before) this.#climbLater();
        this.#why = next.why;
        if (next.waitMs !== undefined) await this.#rest(next.why, next.waitMs);
        if (queue.size >= buffer) this.#options.onState('waiting', next.why);
        await queue.drainedTo(buffer / 2, this.#signal);
      }
    } catch (error) {
      queue.fail(error);
    }
  }

  /** One connection from its beginning to its end. */
  async #session(passage: Passage): Promise<Ending> {
    const { course, transports, onState } = this.#options;
    const name = course.ladder.current;
    const transport = transports[name];
    if (!transport) throw new TypeError(`${name} is not set up`);
    const token = await this.#token(course.renew);
    if (!token) return { kind: 'stopped' };
    if ('kind' in token) return token;
    const over = new AbortController();
    let verdict: Ending | undefined;
    const end = (ending: Ending) => {
      verdict ??= ending;
      over.abort();
    };
    const guarded = (work: () => void) => {
      if (over.signal.aborted) return;
      try {
        work();
      } catch (error) {
        end({ kind: 'failed', error });
      }
    };
    const signal = AbortSignal.any([this.#signal, over.signal]);
    let climbing: Promise<void> | undefined;
    let openedAt = Date.now();
    const ending = await transport({
      after: () => this.#last?.cursor,
      token: token.token,
      signal,
      opened: () =>
        guarded(() => {
          passage.opened = true;
          openedAt = Date.now();
          onState(name, this.#why);
          climbing = this.#climb(signal, end);
        }),
      deliver: (event) =>
        guarded(() => {
          const refusal = this.#take(event);
          if (refusal) end(refusal);
          else passage.progressed = true;
        }),
    });
    over.abort();
    await climbing;
    passage.progressed ||= passage.opened && Date.now() - openedAt >= steadyMs;
    return verdict ?? ending;
  }

  /** Queues the event if it is what follows. What it returns is to end the session. */
  #take(event: Event): Ending | undefined {
    const { queue, placeOf, buffer } = this.#options;
    const place = placeOf(event);
    switch (judge(this.#last, place)) {
      case 'repeated':
        return undefined;
      case 'missing':
        return { kind: 'missing', why: `event ${place.seq} came after ${this.#last?.seq}` };
      case 'next':
        this.#last = place;
        queue.push({ event, place });
        return queue.size < buffer ? undefined : { kind: 'lagging', why: `${queue.size} events wait to be read` };
    }
  }

  /** Tries better transports, without taking anything from them, until one opens or the session is over. */
  async #climb(signal: AbortSignal, end: (ending: Ending) => void): Promise<void> {
    const { better } = this.#options.course.ladder;
    while (better.length > 0 && !signal.aborted) {
      await pause(Math.max(0, this.#climbAt - Date.now()), signal);
      for (const name of better) {
        if (signal.aborted) return;
        if (await this.#opens(name, signal)) return end({ kind: 'better', why: `${name} opens again`, to: name });
      }
      this.#climbLater();
    }
  }

  async #opens(name: TransportName, signal: AbortSignal): Promise<boolean> {
    const token = await this.#token(false);
    if (!token || 'kind' in token) return false;
    let opened = false;
    const seen = new AbortController();
    const session: Session<Event> = {
      after: () => this.#last?.cursor,
      token: token.token,
      signal: AbortSignal.any([signal, seen.signal]),
      opened: () => {
        opened = true;
        seen.abort();
      },
      deliver: () => undefined,
    };
    await this.#options.transports[name]?.(session);
    return opened && !signal.aborted;
  }

  #climbLater(): void {
    this.#climbAt = Date.now() + this.#options.climbMs * (0.75 + Math.random() / 2);
  }

  /** A callback that can't tell a token now may tell one later, unless it says that there is none. */
  async #token(refused: boolean): Promise<{ token: string | undefined } | Ending | undefined> {
    try {
      const asked = this.#options.token(refused).then((token) => ({ token }));
      return await unlessAborted(asked, this.#signal);
    } catch (error) {
      if (error instanceof StreamFailedError) return { kind: 'failed', error };
      return { kind: 'noToken', why: `there is no token: ${messageOf(error)}` };
    }
  }

  async #rest(why: string, ms: number): Promise<void> {
    this.#options.onState('waiting', why);
    await pause(ms, this.#signal);
  }
}
