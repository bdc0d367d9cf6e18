import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';

interface StreamedEvent {
  __typename: string;
}

export interface LiveOptions<Data, QueryVariables extends AnyVariables, State, Event extends StreamedEvent> {
  /** Reads the state, with its cursor. */
  query: TypedDocumentNode<Data, QueryVariables>;
  variables: QueryVariables;
  /** Null: there is no such thing. */
  stateOf(data: Data): { state: State; cursor: string } | null;
  subscription: TypedDocumentNode<Record<string, Event> | object, AnyVariables>;
  /** The state after an event; events carry resulting values, so it doesn't matter if one was in the state already. */
  apply(state: State, event: Event): State;
  /** Called once for each event, after it was applied: for sounds, moves and things to be told of. */
  onEvent?(event: Event): void;
}

export type Live<State> =
  | { kind: 'loading' }
  | { kind: 'missing' }
  | { kind: 'failed'; message: string; again(): void }
  | { kind: 'live'; state: State; again(): void };

/**
 * State and stream as one: reads the state, subscribes behind its cursor and applies every event, each once and in order,
 * whatever happens to the connection. After a gap the state is read anew.
 */
export function useLive<Data, QueryVariables extends AnyVariables, State, Event extends StreamedEvent>(
  options: LiveOptions<Data, QueryVariables, State, Event>,
): Live<State> {
  const client = useClient();
  const latest = useRef(options);
  latest.current = options;
  const [round, setRound] = useState(0);
  const [live, setLive] = useState<Live<State>>({ kind: 'loading' });
  const again = useCallback(() => setRound((count) => count + 1), []);
  const asked = JSON.stringify(options.variables);

  useEffect(() => {
    let over = false;
    let unsubscribe: (() => void) | undefined;
    const run = async () => {
      const read = await client.query(latest.current.query, latest.current.variables, {
        requestPolicy: 'network-only',
      });
      if (over) return;
      if (!read.data) return setLive({ kind: 'failed', message: read.error?.message ?? '', again });
      const found = latest.current.stateOf(read.data);
      if (!found) return setLive({ kind: 'missing' });
      setLive({ kind: 'live', state: found.state, again });
      unsubscribe = follow(client, latest.current, found.cursor, {
        event(event) {
          if (event.__typename === 'StreamGap') return again();
          setLive((now) => (now.kind === 'live' ? { ...now, state: latest.current.apply(now.state, event) } : now));
          latest.current.onEvent?.(event);
        },
        failed: (message) => setLive({ kind: 'failed', message, again }),
      });
    };
    void run();
    return () => {
      over = true;
      unsubscribe?.();
    };
  }, [client, asked, round, again]);

  return live;
}

function follow<Event extends StreamedEvent>(
  client: Client,
  { subscription, variables }: Pick<LiveOptions<unknown, AnyVariables, unknown, Event>, 'subscription' | 'variables'>,
  after: string,
  sink: { event(event: Event): void; failed(message: string): void },
): () => void {
  const { unsubscribe } = client.subscription(subscription, { ...variables, after }).subscribe(({ data, error }) => {
    if (error) sink.failed(error.message);
    const event = data && (Object.values(data)[0] as Event | undefined);
    if (event) sink.event(event);
  });
  return unsubscribe;
}
