import { gql } from '../gql/gql.ts';

/** Operations of battles. */
export const createBattle = gql(`
  mutation CreateBattle($input: CreateBattleInput!) {
    createBattle(input: $input) {
      __typename
      ... on CreateBattlePayload { battle { id cursor status title seconds minFighters maxFighters beginsAt endsAt host { id } fighterCount } }
      ... on InvalidInputError { fields { field message } }
      ... on NotAMemberError { userId }
      ... on Error { message }
    }
  }`);

export const joinBattle = gql(`
  mutation JoinBattle($battleId: ID!) {
    joinBattle(input: { battleId: $battleId }) {
      __typename
      ... on JoinBattlePayload { battle { id status fighterCount fighting } }
      ... on BattleFullError { maxFighters }
      ... on BattleNotWaitingError { status }
      ... on Error { message }
    }
  }`);

export const leaveBattle = gql(`
  mutation LeaveBattle($battleId: ID!) {
    leaveBattle(input: { battleId: $battleId }) {
      __typename
      ... on LeaveBattlePayload { battle { id status host { id } fighterCount fighting cancelReason } }
      ... on BattleNotWaitingError { status }
      ... on Error { message }
    }
  }`);

export const beginBattle = gql(`
  mutation BeginBattle($battleId: ID!) {
    beginBattle(input: { battleId: $battleId }) {
      __typename
      ... on BeginBattlePayload { battle { id status beginsAt endsAt } }
      ... on NotEnoughFightersError { fighters needed }
      ... on BattleNotWaitingError { status }
      ... on Error { message }
    }
  }`);

export const cancelBattle = gql(`
  mutation CancelBattle($battleId: ID!) {
    cancelBattle(input: { battleId: $battleId }) {
      __typename
      ... on CancelBattlePayload { battle { id status cancelReason } }
      ... on BattleNotWaitingError { status }
      ... on Error { message }
    }
  }`);

export const battle = gql(`
  query Battle($id: ID!) {
    battle(id: $id) {
      id cursor title status cancelReason seconds beginsAt endsAt finishedAt fighterCount fighting
      host { id }
      winner { id level }
      fighters { user { id } score rank }
      scoreboard { id key size top(first: 1000) { edges { node { user { id } rank score } } } }
    }
  }`);

export const battles = gql(`
  query Battles($status: BattleStatus, $first: Int, $after: String) {
    battles(status: $status, first: $first, after: $after) {
      edges { cursor node { id title status } }
      pageInfo { hasNextPage endCursor }
    }
  }`);

export const everyBattleEvent = gql(`
  fragment EveryBattleEvent on BattleEvent {
    __typename seq cursor at
    ... on BattleJoined { fighters { id handle } fighterCount }
    ... on BattleLeft { person { id } host { id } fighterCount }
    ... on BattleBegan { beganAt endsAt fighterCount }
    ... on BattleScored { scores { person { id } score } }
    ... on BattleFinished { finishedAt ranking { rank person { id } score } winner { id } fighterCount }
    ... on BattleCancelled { cancelReason by { id } fighterCount }
    ... on StreamGap { reason missedFrom missedTo }
  }`);

export const battleEvents = gql(`
  subscription BattleEvents($battleId: ID!, $after: String) {
    battleEvents(battleId: $battleId, after: $after) { ...EveryBattleEvent }
  }`);

export const polledBattleEvents = gql(`
  query PolledBattleEvents($id: ID!, $after: String, $first: Int) {
    battle(id: $id) {
      events(after: $after, first: $first) {
        edges { cursor node { ...EveryBattleEvent } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);

export const battleNode = gql(`
  query BattleNode($id: ID!) { node(id: $id) { __typename id } }`);
