import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { within } from './deferred.ts';
import type { Target } from './execute.ts';

/** A subscription that keeps what arrives until it is asked for, so that nothing is missed between two awaits. */
export interface Stream<Data> {
  /** The next result's data, within `ms`; fails on errors and at the end. */
  next(ms?: number): Promise<Data>;
  /** The next `count`. */
  take(count: number): Promise<Data[]>;
  /** Everything up to the end, which has to come. */
  rest(): Promise<Data[]>;
  /** Unsubscribes, and waits until that is through. */
  stop(): Promise<void>;
}

/** graphql-ws's own client, unmodified, that does not reconnect. Closes with the test. */
export function connect(
  { url }: Target,
  token: string | null,
  more: Parameters<typeof createClient>[0] | object = {},
): Client {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
    ...more,
  });
  onTestFinished(() => client.dispose());
  return client;
}

/** Subscribes over a client. */
export function subscribe<Data, Variables extends Record<string, unknown>>(
  client: Client,
  document: TypedDocumentString<Data, Variables> | string,
  variables?: Variables,
): Stream<Data> {
  const request = { query: document.toString(), ...(variables && { variables }) };
  const results = client.iterate<Data>(request);
  const pull = async (ms: number): Promise<IteratorResult<FormattedExecutionResult<Data, unknown>>> =>
    within(ms, 'The next result', results.next());
  const dataOf = (result: IteratorResult<FormattedExecutionResult<Data, unknown>>): Data => {
    if (result.done) throw new Error('The subscription has ended');
    const { data, errors } = result.value;
    if (!data || errors) throw new Error(`The subscription failed: ${JSON.stringify(errors)}`);
    return data;
  };
  const stream: Stream<Data> = {
    next: async (ms = 10_000) => dataOf(await pull(ms)),
    async take(count) {
      const taken: Data[] = [];
      while (taken.length < count) taken.push(await stream.next());
      return taken;
    },
    async rest() {
      const rest: Data[] = [];
      for (let result = await pull(10_000); !result.done; result = await pull(10_000)) rest.push(dataOf(result));
      return rest;
    },
    async stop() {
      await results.return?.();
    },
  };
  return stream;
}
