import { gql } from '../gql/gql.ts';

/** Events with a text in them that may be as long as a test wants. */
export const wideEvents = gql(`
  subscription StreamWide($gameId: ID!, $after: String) {
    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }
  }`);

/** What every event has, and what a gap says. */
export const bareEvents = gql(`
  subscription StreamBare($gameId: ID!, $after: String) {
    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }
  }`);

export const serverTime = gql(`query StreamServerTime { serverTime }`);
