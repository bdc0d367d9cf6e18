import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import type { EventOf } from './useLive.ts';

/** Calls `onEvent` with each event of a stream, for as long as the caller is on the screen. */
export function useFollow<Streamed extends object, Variables extends AnyVariables>(
  subscription: TypedDocumentNode<Streamed, Variables>,
  variables: Variables,
  onEvent: (event: EventOf<Streamed>) => void,
): void {
  const client = useClient();
  const asked = JSON.stringify(variables);
  const happened = useEffectEvent(onEvent);
  useEffect(() => {
    const { unsubscribe } = client.subscription(subscription, JSON.parse(asked) as Variables).subscribe(({ data }) => {
      const event = data && Object.values(data)[0];
      if (event) happened(event as EventOf<Streamed>);
    });
    return unsubscribe;
  }, [client, subscription, asked]);
}
