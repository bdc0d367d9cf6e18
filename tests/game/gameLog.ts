import type { App } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import { gql } from '../gql/gql.ts';

const gameLog = gql(`
  query GameLog($id: ID!) {
    game(id: $id) {
      events(first: 200) {
        pageInfo { hasNextPage }
        edges {
          node {
            __typename seq at
            ... on PlayerLeft { player { id } host { id } forfeited }
            ... on GameFinished { winner { id } }
            ... on BallThrown { throwId hops { name outcome detail } }
            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }
            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }
            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }
            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }
            ... on PlayerPenalised { player { id } points score because sittingOutUntil }
          }
        }
      }
    }
  }`);

/** The whole log of a game, as its events are polled. */
export async function logOf(app: App, token: string, gameId: string) {
  const { game } = await execute(app, token, gameLog, { id: gameId });
  if (!game) throw new Error(`There is no ${gameId}`);
  if (game.events.pageInfo.hasNextPage) throw new Error(`The log of ${gameId} is longer than a page`);
  return game.events.edges.map(({ node }) => node);
}

export type LoggedEvent = Awaited<ReturnType<typeof logOf>>[number];

/** Events of one kind, typed as such. */
export function only<Name extends LoggedEvent['__typename']>(
  events: readonly LoggedEvent[],
  name: Name,
): Extract<LoggedEvent, { __typename: Name }>[] {
  return events.filter((event): event is Extract<LoggedEvent, { __typename: Name }> => event.__typename === name);
}

/** Hops as one looks at them: `FRESH FAILED`. */
export function steps(hops: readonly { name: string; outcome: string }[]): string[] {
  return hops.map(({ name, outcome }) => `${name} ${outcome}`);
}
