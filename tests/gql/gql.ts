/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Me { me { id handle displayName guest level coins cursor } }": typeof types.MeDocument,
    "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.CreateGameDocument,
    "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }": typeof types.JoinGameDocument,
    "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": typeof types.StartGameDocument,
    "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": typeof types.LeaveGameDocument,
    "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": typeof types.ThrowBallDocument,
    "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }": typeof types.ChallengeThrowDocument,
    "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }": typeof types.AnswerChallengeDocument,
    "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }": typeof types.GameStateDocument,
    "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }": typeof types.ThrowStateDocument,
    "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": typeof types.GameEventsDocument,
    "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }": typeof types.ThrowHopsDocument,
    "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": typeof types.PolledEventsDocument,
};
const documents: Documents = {
    "query Me { me { id handle displayName guest level coins cursor } }": types.MeDocument,
    "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.CreateGameDocument,
    "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }": types.JoinGameDocument,
    "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": types.StartGameDocument,
    "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }": types.LeaveGameDocument,
    "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }": types.ThrowBallDocument,
    "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }": types.ChallengeThrowDocument,
    "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }": types.AnswerChallengeDocument,
    "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }": types.GameStateDocument,
    "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }": types.ThrowStateDocument,
    "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }": types.GameEventsDocument,
    "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }": types.ThrowHopsDocument,
    "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }": types.PolledEventsDocument,
};

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query Me { me { id handle displayName guest level coins cursor } }"): typeof import('./graphql.ts').MeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation CreateGame($input: CreateGameInput!) {\n    createGame(input: $input) {\n      __typename\n      ... on CreateGamePayload { game { id cursor status host { id } settings { challengeSeconds answerSeconds } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').CreateGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation JoinGame($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on JoinGamePayload { game { id status host { id } players { user { id } seat cups { id } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').JoinGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation StartGame($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on StartGamePayload { game { id status startedAt players { user { id } seat cups { id standing } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').StartGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation LeaveGame($gameId: ID!) {\n    leaveGame(input: { gameId: $gameId }) {\n      __typename\n      ... on LeaveGamePayload { game { id status host { id } winner { id } players { user { id } leftAt cups { id standing } } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').LeaveGameDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ThrowBall($input: ThrowBallInput!) {\n    throwBall(input: $input) {\n      __typename\n      ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy settledAt cup { id } hops { name outcome at elapsedMs detail } } }\n      ... on Error { message }\n      ... on InvalidInputError { fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').ThrowBallDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation ChallengeThrow($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on ChallengeThrowPayload { challenge { id answerBy challengedAt upheld challenger { id } throw { id status } } }\n      ... on Error { message }\n      ... on AlreadyChallengedError { answerBy }\n      ... on ChallengeWindowClosedError { challengeBy }\n    }\n  }"): typeof import('./graphql.ts').ChallengeThrowDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AnswerChallenge($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerChallengePayload { throw { id status settledAt receipt challenge { upheld answeredAt } hops { name outcome } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').AnswerChallengeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameState($id: ID!) {\n    game(id: $id) {\n      id cursor status startedAt finishedAt\n      host { id } winner { id level }\n      players { seat score challengesLeft sittingOutUntil leftAt user { id handle } cups { id position standing } }\n      throws(first: 100) { edges { cursor node { id status rejectedFor settledAt challenge { id upheld } } } pageInfo { hasNextPage endCursor } }\n    }\n  }"): typeof import('./graphql.ts').GameStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query ThrowState($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Throw { id status rejectedFor receipt settledAt challengeBy thrower { id } cup { id standing } challenge { id upheld answeredAt answerBy } hops { name outcome at elapsedMs detail } }\n    }\n  }"): typeof import('./graphql.ts').ThrowStateDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription GameEvents($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) {\n      __typename seq cursor at\n      ... on BallThrown { throwId hops { name outcome } }\n      ... on ThrowRejected { throwId rejectedFor hops { name outcome detail } }\n      ... on ThrowChallenged { throwId answerBy challengesLeft }\n      ... on ChallengeAnswered { throwId upheld }\n      ... on ThrowSettled { throwId status cupStanding throwerScore }\n      ... on PlayerPenalised { player { id } points score because }\n      ... on GameFinished { winner { id handle } scores { score cupsStanding player { id } } }\n      ... on StreamGap { reason missedFrom missedTo }\n    }\n  }"): typeof import('./graphql.ts').GameEventsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription ThrowHops($throwId: ID!) { throwHops(throwId: $throwId) { name outcome at elapsedMs detail } }"): typeof import('./graphql.ts').ThrowHopsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query PolledEvents($id: ID!, $after: String, $first: Int) {\n    game(id: $id) {\n      events(after: $after, first: $first) {\n        edges { cursor node { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').PolledEventsDocument;


export function gql(source: string) {
  return (documents as any)[source] ?? {};
}
