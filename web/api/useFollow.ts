import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useEffectEvent } from 'react';
import { useClient } from 'urql';
import type { EventOf } from './useLive.ts';

/** Calls `onEvent` with each event of a stream from now on, for as long as the caller is on the screen; `pause`: not yet. */
export function useFollow<Streamed extends object, Variables extends AnyVariables>(
  subscription: TypedDocumentNode<Streamed, Variables>,
  variables: Variables,
  onEvent: (event: EventOf<Streamed>) => void,
  pause = false,
): void {
  const client = useClient();
  const asked = JSON.stringify(variables);
  const happened = useEffectEvent(onEvent);
  useEffect(() => {
    if (pause) return undefined;
    const { unsubscribe } = client.subscription(subscription, JSON.parse(asked) as Variables).subscribe(({ data }) => {
      const event = data && Object.values(data)[0];
      if (event) happened(event as EventOf<Streamed>);
    });
    return unsubscribe;
  }, [client, subscription, asked, pause]);
}
