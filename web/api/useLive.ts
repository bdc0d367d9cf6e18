import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { inBatches } from './batches.ts';

/** What happens often is drawn so often at most, in milliseconds; what happens now and then, at once. */
const drawnMs = 80;

/** What a subscription streams: what is in its one root field. */
export type EventOf<Streamed> = Streamed[Exclude<keyof Streamed, '__typename'>];

export interface LiveOptions<Data, QueryVariables extends AnyVariables, State, Streamed extends object> {
  /** Reads the state, with its cursor. */
  query: TypedDocumentNode<Data, QueryVariables>;
  variables: QueryVariables;
  /** Null: there is no such thing. */
  stateOf(data: Data): { state: State; cursor: string } | null;
  subscription: TypedDocumentNode<Streamed, QueryVariables & { after?: string | null }>;
  /** The state after an event; events carry resulting values, so it doesn't matter if one was in the state already. */
  apply(state: State, event: EventOf<Streamed>): State;
  /** Called once for each event, after it was applied: for sounds, moves and things to be told of. */
  onEvent?(event: EventOf<Streamed>): void;
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
export function useLive<Data, QueryVariables extends AnyVariables, State, Streamed extends object>(
  options: LiveOptions<Data, QueryVariables, State, Streamed>,
): Live<State> {
  const client = useClient();
  const asked = JSON.stringify(options.variables);
  /** What is followed; a new one begins from the state again. */
  const [attempt, setAttempt] = useState({ asked });
  const [live, setLive] = useState<Live<State>>({ kind: 'loading' });
  if (attempt.asked !== asked) setAttempt({ asked });
  const again = useCallback(() => setAttempt(({ asked }) => ({ asked })), []);
  const take = useEffectEvent((data: Data) => options.stateOf(data));
  const happened = useEffectEvent((events: readonly EventOf<Streamed>[]) => {
    setLive((now) => {
      if (now.kind !== 'live') return now;
      return { ...now, state: events.reduce((state, event) => options.apply(state, event), now.state) };
    });
    for (const event of events) options.onEvent?.(event);
  });
  const { query, subscription } = options;

  useEffect(() => {
    let over = false;
    let unsubscribe: (() => void) | undefined;
    const batches = inBatches<EventOf<Streamed>>(drawnMs, (events) => happened(events));
    const variables = JSON.parse(attempt.asked) as QueryVariables;
    const run = async () => {
      const read = await client.query(query, variables, { requestPolicy: 'network-only' });
      if (over) return;
      if (!read.data) return setLive({ kind: 'failed', message: read.error?.message ?? '', again });
      const found = take(read.data);
      if (!found) return setLive({ kind: 'missing' });
      setLive({ kind: 'live', state: found.state, again });
      unsubscribe = follow(
        client,
        subscription,
        { ...variables, after: found.cursor },
        {
          event: (event) => (isGap(event) ? again() : batches.add(event)),
          failed: (message) => setLive({ kind: 'failed', message, again }),
        },
      );
    };
    void run();
    return () => {
      over = true;
      unsubscribe?.();
      batches.stop();
    };
  }, [client, attempt, query, subscription, again]);

  return live;
}

/** Events are missing; what follows them can't be applied to what was read before. */
function isGap(event: unknown): boolean {
  return (event as { __typename?: string }).__typename === 'StreamGap';
}

function follow<Streamed extends object, Variables extends AnyVariables>(
  client: Client,
  subscription: TypedDocumentNode<Streamed, Variables>,
  variables: Variables,
  sink: { event(event: EventOf<Streamed>): void; failed(message: string): void },
): () => void {
  const { unsubscribe } = client.subscription(subscription, variables).subscribe(({ data, error }) => {
    if (error) sink.failed(error.message);
    const event = data && Object.values(data)[0];
    if (event) sink.event(event as EventOf<Streamed>);
  });
  return unsubscribe;
}
