import { createClient as createEventSource, NetworkError } from 'graphql-sse';
import type { Client } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import type { App } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import { polledEvents } from '../harness/documents.ts';
import { send } from '../harness/execute.ts';
import { connect } from '../harness/socket.ts';
import { bareEvents } from './documents.ts';
import { codesOf } from './refusal.ts';

export interface StreamItem {
  __typename: string;
  seq: number;
  cursor: string;
  reason?: string;
  missedFrom?: number | null;
  missedTo?: number | null;
}

/** A subscriber somewhere in a game's stream. */
export interface Subscriber {
  /** The next item, however long it takes to happen; a rejection holds the codes of what the stream was refused with. */
  next(): Promise<StreamItem>;
  stop(): Promise<void>;
}
export interface Asked {
  gameId: string;
  after?: string | undefined;
}
export type Way = (app: App, token: string | null, asked: Asked) => Subscriber;

/** An operation refused with these codes. */
export class Refused extends Error {
  readonly codes: unknown[];

  constructor(codes: unknown[]) {
    super(`Refused: ${codes.join(', ')}`);
    this.codes = codes;
  }
}

interface Result {
  data?: { gameEvents: StreamItem } | null;
  errors?: readonly unknown[];
}

function subscriberOf(results: AsyncIterator<Result>, end: () => unknown): Subscriber {
  return {
    async next() {
      const result = await within(10_000, 'The next event', results.next()).catch(async (error: unknown) => {
        if (error instanceof NetworkError && error.response instanceof Response) {
          // A refusal has its status, and is still an event stream: its first event holds the errors.
          const [, data = '{}'] = /^data: (.*)$/m.exec(await error.response.text()) ?? [];
          const { errors } = JSON.parse(data) as { errors?: unknown };
          throw new Refused(codesOf(errors));
        }
        throw new Refused(codesOf(error));
      });
      if (result.done) throw new Error('The stream has ended');
      const { data, errors } = result.value;
      if (!data || errors) throw new Refused(codesOf(errors));
      return data.gameEvents;
    },
    async stop() {
      await results.return?.();
      await end();
    },
  };
}

export const overWebSocket: Way = (app, token, asked) => {
  const client: Client = connect(app, token);
  return subscriberOf(
    client.iterate<Result['data'] & object>({
      query: bareEvents.toString(),
      variables: { ...asked },
    }) as AsyncIterator<Result>,
    () => client.dispose(),
  );
};

export const overEventStream: Way = ({ url }, token, asked) => {
  const client = createEventSource({
    url: `${url}/graphql/stream`,
    retryAttempts: 0,
    ...(token && { headers: { authorization: `Bearer ${token}` } }),
  });
  onTestFinished(() => client.dispose());
  return subscriberOf(
    client.iterate({ query: bareEvents.toString(), variables: { ...asked } }) as AsyncIterator<Result>,
    () => client.dispose(),
  );
};

/** Small pages, each after the last item of the one before. */
export const byPolling: Way = (app, token, { gameId, after }) => {
  let place = after;
  let ready: StreamItem[] = [];
  const poll = async () => {
    const variables = { id: gameId, first: 2, ...(place !== undefined && { after: place }) };
    const { data, errors } = await send(app, token, polledEvents, variables);
    if (errors.length > 0) throw new Refused(codesOf(errors));
    ready = data?.game?.events.edges.map(({ node }) => node) ?? [];
    place = data?.game?.events.pageInfo.endCursor ?? place;
    return ready.length;
  };
  return {
    async next() {
      if (ready.length === 0) await eventually('The next event', poll, (count) => count > 0);
      const item = ready.shift();
      if (!item) throw new Error('The page was empty');
      return item;
    },
    stop: () => Promise.resolve(),
  };
};

export const ways: Record<string, Way> = {
  'a WebSocket': overWebSocket,
  'an event stream': overEventStream,
  polling: byPolling,
};
