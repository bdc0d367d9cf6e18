import { Backoff } from './backoff.ts';
import { Course } from './course.ts';
import { EventQueue } from './eventQueue.ts';
import { Ladder, transportNames } from './ladder.ts';
import type { ResumableOptions } from './options.ts';
import { placeOfEvent } from './place.ts';
import { type Placed, Pump } from './pump.ts';
import { type Transports, transportsOf } from './transports.ts';

/** The events of a subscription, each once, in order, whatever happens to the connections that bring them. */
export interface ResumableStream<Event> extends AsyncIterableIterator<Event, undefined> {
  /** Of the last event given out; where to go on with another stream. */
  readonly cursor: string | undefined;
  /** Rejects once with what the stream failed of; a StreamFailedError when the server said no for good. */
  next(): Promise<IteratorResult<Event, undefined>>;
  /** Ends the stream, also while `next` waits. Resolves once no socket, request or timer is left; never rejects. */
  return(): Promise<IteratorResult<Event, undefined>>;
}

/** A subscription that resumes by itself. Nothing is opened before the first `next`. */
export function resumable<Event>(options: ResumableOptions<Event>): ResumableStream<Event> {
  return streamOver(transportsOf(options), options);
}

/** As `resumable`, over ways of your own to reach the server. */
export function streamOver<Event>(
  transports: Transports<Event>,
  options: Omit<ResumableOptions<Event>, 'url' | 'query'>,
): ResumableStream<Event> {
  const { variables, afterVariable = 'after', placeOf = placeOfEvent, backoff, onGap } = options;
  const given = options.after ?? variables?.[afterVariable];
  const after = typeof given === 'string' ? given : undefined;
  const rungs = transportNames.filter((name) => transports[name]);
  const ladder = new Ladder(rungs, options.tries ?? 3);
  const queue = new EventQueue<Placed<Event>>();
  const over = new AbortController();
  const pump = new Pump<Event>(
    {
      transports,
      course: new Course(ladder, new Backoff({ baseMs: backoff?.baseMs ?? 500, capMs: backoff?.capMs ?? 30_000 })),
      queue,
      placeOf,
      after,
      token: async (refused) => options.token?.(refused),
      onState: (state, why) => options.onState?.(state, why),
      buffer: options.buffer ?? 1_000,
      climbMs: options.climbMs ?? 60_000,
    },
    over.signal,
  );
  let cursor = after;
  let running: Promise<void> | undefined;
  const end = async (): Promise<IteratorResult<Event, undefined>> => {
    over.abort();
    queue.drop();
    await running;
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    get cursor() {
      return cursor;
    },
    async next() {
      if (!over.signal.aborted) running ??= pump.run();
      const result = await queue.next();
      if (result.done) return result;
      const { event, place } = result.value;
      try {
        if (place.gap) await onGap?.(place.gap);
      } catch (error) {
        await end();
        throw error;
      }
      cursor = place.cursor;
      return { done: false, value: event };
    },
    return: end,
  };
}
