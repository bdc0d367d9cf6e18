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
    "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.AccountSignUpDocument,
    "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }": typeof types.AccountSignInDocument,
    "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": typeof types.AccountPlayAsGuestDocument,
    "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }": typeof types.AccountRefreshSessionDocument,
    "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }": typeof types.AccountSignOutDocument,
    "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }": typeof types.AccountUserDocument,
    "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }": typeof types.AccountNodeDocument,
    "query AccountServerTime { serverTime }": typeof types.AccountServerTimeDocument,
    "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }": typeof types.GameVoidThrowDocument,
    "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }": typeof types.GameAnswerErrorsDocument,
    "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }": typeof types.GameChallengeErrorsDocument,
    "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }": typeof types.GameLogDocument,
    "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": typeof types.GamePlayAsGuestDocument,
    "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }": typeof types.GameJoinErrorsDocument,
    "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }": typeof types.GameStartErrorsDocument,
    "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }": typeof types.GameNodeDocument,
    "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }": typeof types.GameByTypedArgumentDocument,
    "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }": typeof types.GameDeepReadDocument,
    "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }": typeof types.GameDeepThrowsDocument,
    "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": typeof types.GameThrowPagesDocument,
    "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.GameOpenPagesDocument,
    "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": typeof types.GameMyPagesDocument,
    "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }": typeof types.GameRejectedThrowsDocument,
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
    "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }": typeof types.GameCursorsDocument,
    "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }": typeof types.StreamWideDocument,
    "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }": typeof types.StreamBareDocument,
    "query StreamServerTime { serverTime }": typeof types.StreamServerTimeDocument,
};
const documents: Documents = {
    "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.AccountSignUpDocument,
    "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }": types.AccountSignInDocument,
    "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }": types.AccountPlayAsGuestDocument,
    "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }": types.AccountRefreshSessionDocument,
    "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }": types.AccountSignOutDocument,
    "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }": types.AccountUserDocument,
    "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }": types.AccountNodeDocument,
    "query AccountServerTime { serverTime }": types.AccountServerTimeDocument,
    "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }": types.GameVoidThrowDocument,
    "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }": types.GameAnswerErrorsDocument,
    "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }": types.GameChallengeErrorsDocument,
    "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }": types.GameLogDocument,
    "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }": types.GamePlayAsGuestDocument,
    "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }": types.GameJoinErrorsDocument,
    "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }": types.GameStartErrorsDocument,
    "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }": types.GameNodeDocument,
    "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }": types.GameByTypedArgumentDocument,
    "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }": types.GameDeepReadDocument,
    "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }": types.GameDeepThrowsDocument,
    "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }": types.GameThrowPagesDocument,
    "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.GameOpenPagesDocument,
    "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }": types.GameMyPagesDocument,
    "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }": types.GameRejectedThrowsDocument,
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
    "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }": types.GameCursorsDocument,
    "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }": types.StreamWideDocument,
    "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }": types.StreamBareDocument,
    "query StreamServerTime { serverTime }": types.StreamServerTimeDocument,
};

/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest level coins } } }\n      ... on HandleTakenError { handle message }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').AccountSignUpDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload { session { accessToken expiresAt refreshToken user { id handle displayName guest } } }\n      ... on WrongCredentialsError { message }\n    }\n  }"): typeof import('./graphql.ts').AccountSignInDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {\n    playAsGuest(input: $input) {\n      __typename\n      ... on PlayAsGuestPayload { session { accessToken refreshToken user { id handle displayName guest level coins } } }\n      ... on InvalidInputError { message fields { field message } }\n    }\n  }"): typeof import('./graphql.ts').AccountPlayAsGuestDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountRefreshSession($refreshToken: String!) {\n    refreshSession(input: { refreshToken: $refreshToken }) {\n      __typename\n      ... on RefreshSessionPayload { session { accessToken expiresAt refreshToken user { id } } }\n      ... on InvalidRefreshTokenError { reason message }\n    }\n  }"): typeof import('./graphql.ts').AccountRefreshSessionDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation AccountSignOut($everywhere: Boolean) {\n    signOut(input: { everywhere: $everywhere }) {\n      __typename\n      ... on SignOutPayload { ok }\n      ... on NoSessionError { message }\n    }\n  }"): typeof import('./graphql.ts').AccountSignOutDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AccountUser($handle: String!) { user(handle: $handle) { id handle displayName guest level coins } }"): typeof import('./graphql.ts').AccountUserDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query AccountNode($id: ID!) {\n    node(id: $id) { __typename id ... on User { handle displayName createdAt guest level coins cursor } }\n  }"): typeof import('./graphql.ts').AccountNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query AccountServerTime { serverTime }"): typeof import('./graphql.ts').AccountServerTimeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameVoidThrow($throwId: ID!) {\n    voidThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on VoidThrowPayload { throw { id status settledAt receipt challenge { upheld } cup { standing } } }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameVoidThrowDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameAnswerErrors($throwId: ID!, $secret: String!) {\n    answerChallenge(input: { throwId: $throwId, secret: $secret }) {\n      __typename\n      ... on AnswerWindowClosedError { answerBy }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameAnswerErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameChallengeErrors($throwId: ID!) {\n    challengeThrow(input: { throwId: $throwId }) {\n      __typename\n      ... on NoChallengesLeftError { challengesPerPlayer }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameChallengeErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameLog($id: ID!) {\n    game(id: $id) {\n      events(first: 200) {\n        pageInfo { hasNextPage }\n        edges {\n          node {\n            __typename seq at\n            ... on PlayerLeft { player { id } host { id } forfeited }\n            ... on GameFinished { winner { id } }\n            ... on BallThrown { throwId hops { name outcome detail } }\n            ... on ThrowRejected { throwId cupId rejectedFor hops { name outcome detail } }\n            ... on ThrowChallenged { throwId challengesLeft hops { name outcome detail } }\n            ... on ChallengeAnswered { throwId upheld hops { name outcome detail } }\n            ... on ThrowSettled { throwId status throwerScore challengerScore hops { name outcome detail } }\n            ... on PlayerPenalised { player { id } points score because sittingOutUntil }\n          }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameLogDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GamePlayAsGuest {\n    playAsGuest { __typename ... on PlayAsGuestPayload { session { accessToken user { id handle } } } }\n  }"): typeof import('./graphql.ts').GamePlayAsGuestDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameJoinErrors($gameId: ID!) {\n    joinGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameFullError { maxPlayers }\n      ... on GameNotJoinableError { status }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameJoinErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  mutation GameStartErrors($gameId: ID!) {\n    startGame(input: { gameId: $gameId }) {\n      __typename\n      ... on GameNotJoinableError { status }\n      ... on NotEnoughPlayersError { players needed }\n      ... on Error { message }\n    }\n  }"): typeof import('./graphql.ts').GameStartErrorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameNode($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Game { status }\n      ... on Throw { thrower { handle } }\n      ... on Challenge { challenger { handle } throw { id } }\n      ... on Cup { position owner { handle } }\n    }\n  }"): typeof import('./graphql.ts').GameNodeDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameByTypedArgument($id: ID!) { game(id: $id) { id } }"): typeof import('./graphql.ts').GameByTypedArgumentDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameDeepRead {\n    openGames(first: 20) {\n      edges {\n        node {\n          id cursor status host { id handle } winner { id } settings { maxPlayers }\n          players { seat user { id handle level cursor } cups { id standing owner { id } } }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameDeepReadDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameDeepThrows($id: ID!) {\n    game(id: $id) {\n      throws(first: 100) {\n        edges {\n          node {\n            id receipt thrower { handle } game { id host { handle } } cup { standing owner { handle } }\n            challenge { upheld challenger { handle } throw { id } } hops { name }\n          }\n        }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameDeepThrowsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n    game(id: $id) {\n      throws(first: $first, after: $after, last: $last, before: $before) {\n        edges { cursor node { id } }\n        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      }\n    }\n  }"): typeof import('./graphql.ts').GameThrowPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {\n    openGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').GameOpenPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {\n    myGames(first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id status } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }"): typeof import('./graphql.ts').GameMyPagesDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameRejectedThrows($id: ID!) {\n    game(id: $id) {\n      players { score sittingOutUntil user { id } }\n      throws(last: 1) { edges { node { id status rejectedFor settledAt challengeBy cup { id } thrower { id } hops { name outcome detail } } } }\n    }\n  }"): typeof import('./graphql.ts').GameRejectedThrowsDocument;
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
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  query GameCursors($id: ID!) { game(id: $id) { cursor events(first: 1000) { edges { cursor node { seq } } } } }"): typeof import('./graphql.ts').GameCursorsDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription StreamWide($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on PlayerJoined { player { displayName } } }\n  }"): typeof import('./graphql.ts').StreamWideDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "\n  subscription StreamBare($gameId: ID!, $after: String) {\n    gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }\n  }"): typeof import('./graphql.ts').StreamBareDocument;
/**
 * The gql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function gql(source: "query StreamServerTime { serverTime }"): typeof import('./graphql.ts').StreamServerTimeDocument;


export function gql(source: string) {
  return (documents as any)[source] ?? {};
}
