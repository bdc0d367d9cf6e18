import { Client, cacheExchange, fetchExchange, subscriptionExchange, type SubscriptionOperation } from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { subscribeResumably } from '../../client/subscribeResumably.ts';
import { followConnection } from './connection.ts';
import { endpoint } from './post.ts';
import { accessToken, currentSession } from './session.ts';

/** Subscriptions by `client/`: over WebSocket, or else SSE, resumed behind the last event after every cut. */
const streams = subscriptionExchange({
  forwardSubscription: ({ query, variables }: SubscriptionOperation) => ({
    subscribe(sink) {
      const { onState, end } = followConnection();
      const unsubscribe = subscribeResumably(
        {
          url: endpoint,
          query: query ?? '',
          variables: variables as Record<string, unknown>,
          token: accessToken,
          onState,
        },
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
  }),
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
    exchanges: [cacheExchange, tokensOf(userId), fetchExchange, streams],
    // What is on the screen is asked again when it is looked at again.
    requestPolicy: 'cache-and-network',
  });
}
