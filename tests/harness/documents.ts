import { gql } from '../gql/gql.ts';

/** Operations that many tests send. */
export const me = gql(`query Me { me { id handle displayName guest level coins cursor } }`);

export const createGame = gql(`
  mutation CreateGame($input: CreateGameInput!) {
    createGame(input: $input) {
      __typename
      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const joinGame = gql(`
  mutation JoinGame($gameId: ID!) {
    joinGame(input: { gameId: $gameId }) {
      __typename
      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }
      ... on Error { message }
    }
  }`);

export const startGame = gql(`
  mutation StartGame($gameId: ID!) {
    startGame(input: { gameId: $gameId }) {
      __typename
      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }
      ... on Error { message }
    }
  }`);

export const leaveGame = gql(`
  mutation LeaveGame($gameId: ID!) {
    leaveGame(input: { gameId: $gameId }) {
      __typename
      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }
      ... on Error { message }
    }
  }`);

export const throwBall = gql(`
  mutation ThrowBall($input: ThrowBallInput!) {
    throwBall(input: $input) {
      __typename
      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }
      ... on Error { message }
      ... on InvalidInputError { fields { field message } }
    }
  }`);

export const challengeThrow = gql(`
  mutation ChallengeThrow($throwId: ID!) {
    challengeThrow(input: { throwId: $throwId }) {
      __typename
      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }
      ... on Error { message }
      ... on AlreadyChallengedError { answerBy }
      ... on ChallengeWindowClosedError { challengeBy }
    }
  }`);

export const answerChallenge = gql(`
  mutation AnswerChallenge($throwId: ID!, $secret: String!) {
    answerChallenge(input: { throwId: $throwId, secret: $secret }) {
      __typename
      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }
      ... on Error { message }
    }
  }`);

export const gameState = gql(`
  query GameState($id: ID!) {
    game(id: $id) {
      id cursor status startedAt finishedAt
      host { id } winner { id level }
      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }
      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }
    }
  }`);

export const throwState = gql(`
  query ThrowState($id: ID!) {
    node(id: $id) {
      __typename
      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }
    }
  }`);

export const gameEvents = gql(`
  subscription GameEvents($gameId: ID!, $after: String) {
    gameEvents(gameId: $gameId, after: $after) {
      __typename seq cursor at
      ... on BallThrown { throwId hops { name outcome } }
      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }
      ... on ThrowChallenged { throwId answerBy challengesLeft }
      ... on ChallengeAnswered { throwId upheld }
      ... on ThrowSettled { throwId status cupStanding throwerScore }
      ... on PlayerPenalised { player { id } points score because }
      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }
      ... on StreamGap { reason missedFrom missedTo }
    }
  }`);

export const throwHops = gql(`
  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }`);

export const polledEvents = gql(`
  query PolledEvents($id: ID!, $after: String, $first: Int) {
    game(id: $id) {
      events(after: $after, first: $first) {
        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`);
