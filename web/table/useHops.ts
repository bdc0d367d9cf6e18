import { stringifyDocument } from '@urql/core';
import { useEffect, useState } from 'react';
import { subscribeResumably } from '../../client/subscribeResumably.ts';
import { endpoint } from '../api/post.ts';
import { accessToken } from '../api/session.ts';
import { ThrowHopsDocument, type ThrowHopsSubscription } from '../gql/graphql.ts';

export type Hop = ThrowHopsSubscription['throwHops'];

export interface Hops {
  hops: readonly Hop[];
  /** The throw is over. */
  complete: boolean;
}

const none: Hops = { hops: [], complete: false };

/**
 * The hops of a throw as they pass. This stream has no cursors: after a cut all of it comes again, and no hop comes twice
 * in a throw, so its name says whether it is here.
 */
export function useHops(throwId: string | null): Hops {
  const [seen, setSeen] = useState<{ throwId: string | null; hops: Hops }>({ throwId, hops: none });
  if (seen.throwId !== throwId) setSeen({ throwId, hops: none });
  useEffect(() => {
    if (!throwId) return undefined;
    const change = (by: (hops: Hops) => Hops) =>
      setSeen((now) => (now.throwId === throwId ? { throwId, hops: by(now.hops) } : now));
    return subscribeResumably<ThrowHopsSubscription>(
      {
        url: endpoint,
        query: stringifyDocument(ThrowHopsDocument),
        variables: { throwId },
        token: accessToken,
        placeOf: ({ throwHops: { name } }) => ({ cursor: name }),
      },
      {
        next: ({ data: { throwHops: hop } }) =>
          change(({ hops, complete }) => ({
            hops: hops.some(({ name }) => name === hop.name) ? hops : [...hops, hop],
            complete,
          })),
        error: () => undefined,
        complete: () => change(({ hops }) => ({ hops, complete: true })),
      },
    );
  }, [throwId]);
  return seen.throwId === throwId ? seen.hops : none;
}
