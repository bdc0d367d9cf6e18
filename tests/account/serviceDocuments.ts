import { gql } from '../gql/gql.ts';

export const revokeServiceToken = gql(`
  mutation ServiceTokenRevoked($id: ID!) {
    revokeServiceToken(input: { id: $id }) {
      __typename
      ... on RevokeServiceTokenPayload { ok }
      ... on NotFoundError { message }
    }
  }`);

export const serviceTokens = gql(`
  query ServiceTokens($first: Int, $after: String) {
    serviceTokens(first: $first, after: $after) {
      edges { node { id name scopes createdAt expiresAt revokedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }`);

export const serviceTokenByNode = gql(`
  query ServiceTokenNode($id: ID!) { node(id: $id) { __typename ... on ServiceToken { id name } } }`);

/** What any service may read. */
export const serviceReads = gql(`
  query ServiceReads($handle: String!, $id: ID!, $gameId: ID!) {
    me { id }
    serverTime
    user(handle: $handle) { id level coins }
    node(id: $id) { __typename ... on User { handle coins } }
    game(id: $gameId) { status scoreboard { size } }
    globalLeaderboard { key }
    scoreboards(first: 1) { edges { node { key } } }
  }`);

export const serviceFollows = gql(`
  subscription ServiceFollows($scoreboardId: ID!) { standings(scoreboardId: $scoreboardId) { version size } }`);

export const servicePolls = gql(
  `query ServicePolls($handle: String!) { user(handle: $handle) { events { edges { cursor } } } }`,
);
