import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { createClient } from 'graphql-ws';
import { subscribeResumably } from '../../client/subscribeResumably.ts';
import { followConnection } from './connection.ts';
import { endpoint } from './post.ts';
import { accessToken, currentSession } from './session.ts';

/** What is state rather than history, and says all anew after a cut: over one socket for all of it. */
const plain = createClient({
  url: new URL(endpoint, location.href).href.replace(/^http/, 'ws'),
  connectionParams: async () => ({ authorization: `Bearer ${await accessToken()}` }),
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  keepAlive: 15_000,
});

type Subscribe = NonNullable<Parameters<typeof subscriptionExchange>[0]['forwardSubscription']>;

/** Streams with a cursor go by `client/`: over WebSocket, or else SSE, resumed behind the last event after every cut. */
const forwardSubscription: Subscribe = ({ query = '', variables }) => ({
  subscribe(sink) {
    const parameters = { query, variables: variables as Record<string, unknown> };
    if (!/\$after\b/.test(query)) {
      const unsubscribe = plain.subscribe(parameters, sink as Parameters<typeof plain.subscribe>[1]);
      return { unsubscribe };
    }
    const { onState, end } = followConnection();
    const unsubscribe = subscribeResumably(
      { ...parameters, url: endpoint, token: accessToken, onState },
      {
        next: (result) => sink.next(result as Parameters<typeof sink.next>[0]),
        error: (error) => {
          end();
          sink.error(error);
        },
        complete: () => {
          end();
          sink.complete();
        },
      },
    );
    return {
      unsubscribe() {
        end();
        unsubscribe();
      },
    };
  },
});

/** The token of whoever is signed in, and of nobody else. */
const tokensOf = (userId: string) =>
  authExchange(async ({ appendHeaders }) => ({
    addAuthToOperation: (operation) => {
      const session = currentSession();
      return session?.user.id === userId
        ? appendHeaders(operation, { authorization: `Bearer ${session.accessToken}` })
        : operation;
    },
    didAuthError: ({ graphQLErrors }) =>
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED'),
    async refreshAuth() {
      if (currentSession()) await accessToken(true).catch(() => undefined);
    },
  }));

/** For `userId`, or nobody (''). Someone else gets another client: nothing of one person is remembered for the next. */
export function makeClient(userId: string): Client {
  return new Client({
    url: endpoint,
    preferGetMethod: false,
    exchanges: [cacheExchange, tokensOf(userId), fetchExchange, subscriptionExchange({ forwardSubscription })],
    // What is on the screen is asked again when it is looked at again.
    requestPolicy: 'cache-and-network',
  });
}
