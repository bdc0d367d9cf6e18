import { createClient as createEventSource } from 'graphql-sse';
import { onTestFinished } from 'vitest';
import type { BoardFollowedSubscription } from '../gql/graphql.ts';
import { within } from '../harness/deferred.ts';
import type { Target } from '../harness/execute.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { follow } from './documents.ts';

export type Standings = BoardFollowedSubscription['standings'];

/** Somebody who follows a board. */
export interface BoardFollower {
  /** The next standings, which have to come. */
  next(): Promise<Standings>;
  /** The next that pass, whatever comes before. */
  until(passes: (standings: Standings) => boolean): Promise<Standings>;
  stop(): Promise<void>;
}
export type FollowBoard = (
  node: Target,
  token: string,
  asked: { scoreboardId: string; first?: number },
) => BoardFollower;

function followerOf(next: () => Promise<BoardFollowedSubscription>, stop: () => Promise<void>): BoardFollower {
  const one = async () => (await next()).standings;
  return {
    next: one,
    async until(passes) {
      for (;;) {
        const standings = await one();
        if (passes(standings)) return standings;
      }
    },
    stop,
  };
}

export const overWebSocket: FollowBoard = (node, token, asked) => {
  const client = connect(node, token);
  const following = subscribe(client, follow, asked);
  return followerOf(
    () => following.next(),
    async () => {
      await following.stop();
      await client.dispose();
    },
  );
};

export const overEventStream: FollowBoard = ({ url }, token, asked) => {
  const headers = { authorization: `Bearer ${token}` };
  const client = createEventSource({ url: `${url}/graphql/stream`, retryAttempts: 0, headers });
  onTestFinished(() => client.dispose());
  const results = client.iterate<BoardFollowedSubscription>({ query: follow.toString(), variables: { ...asked } });
  return followerOf(
    async () => {
      const result = await within(10_000, 'The next standings', results.next());
      if (result.done || !result.value.data) throw new Error(`There are no more standings: ${JSON.stringify(result)}`);
      return result.value.data;
    },
    async () => {
      await results.return?.();
      client.dispose();
    },
  );
};
