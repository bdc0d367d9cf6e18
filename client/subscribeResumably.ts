import type { ResumableOptions } from './options.ts';
import { isRecord, placeOfEvent } from './place.ts';
import { resumable } from './resumable.ts';

type Data = Record<string, unknown>;

/** As of graphql-ws, and of every GraphQL client's observers. */
export interface ResultSink<Result> {
  next(result: { data: Result }): void;
  error(error: unknown): void;
  complete(): void;
}

/**
 * `resumable` in the shape of graphql-ws's `subscribe`, for GraphQL clients that take their subscriptions from one: whole
 * results go to `sink`, `poll.pageOf` has to give the same, and what this returns unsubscribes. A gap is a result like
 * others. After unsubscribing nothing reaches the sink any more.
 */
export function subscribeResumably<Result extends object = Data>(
  options: Omit<ResumableOptions<Result>, 'eventOf'>,
  sink: ResultSink<Result>,
): () => void {
  const stream = resumable<Result>({
    placeOf: (data) => placeOfEvent(isRecord(data) ? Object.values(data)[0] : undefined),
    ...options,
    eventOf: (data) => data as Result,
  });
  let over = false;
  const run = async () => {
    for await (const data of stream) {
      if (over) return;
      sink.next({ data });
    }
  };
  run().then(
    () => over || sink.complete(),
    (error: unknown) => over || sink.error(error),
  );
  return () => {
    over = true;
    void stream.return();
  };
}
