import type { Answer } from '../requests/connection.ts';

/** What users and the integrator's service do over HTTP. `seat`: opening, joining and starting games. */
export const kinds = ['game', 'board', 'lobbies', 'seat', 'throw', 'challenge', 'answer', 'score'] as const;
export type Kind = (typeof kinds)[number];

export interface Operation {
  kind: Kind;
  token: string;
  query: string;
  /** Asked for when it is sent. */
  variables(): object;
  /** The type of the result; any other is a failure. */
  expected: string;
  /** What the answer must say besides. */
  saying?: string;
}

const onError = '... on Error { message }';
const person = 'user { id handle displayName }';

/** All have one root field, as `result`. */
export const documents = {
  game: `query Game($id: ID!) { result: game(id: $id) { __typename id status cursor players { seat score ${person}
    cups { id position standing } } } }`,
  board: `query Board($key: String!) { result: scoreboard(key: $key) { __typename id title size
    top(first: 10) { edges { node { rank score ${person} } } } entry { rank score } } }`,
  lobbies: `query Lobbies { result: openGames(first: 20) { __typename edges { node { id createdAt host { handle displayName }
    settings { maxPlayers cupsPerPlayer } players { seat } } } } }`,
  createGame: `mutation Create($input: CreateGameInput!) { result: createGame(input: $input) { __typename
    ... on CreateGamePayload { game { id } } ${onError} } }`,
  joinGame: `mutation Join($gameId: ID!) { result: joinGame(input: { gameId: $gameId }) { __typename
    ... on JoinGamePayload { game { id cursor } } ${onError} } }`,
  startGame: `mutation Start($gameId: ID!) { result: startGame(input: { gameId: $gameId }) { __typename
    ... on StartGamePayload { game { status players { cups { id } } } } ${onError} } }`,
  throwBall: `mutation Throw($input: ThrowBallInput!) { result: throwBall(input: $input) { __typename
    ... on ThrowBallPayload { answerKey throw { id status rejectedFor challengeBy } } ${onError} } }`,
  challengeThrow: `mutation Challenge($throwId: ID!) { result: challengeThrow(input: { throwId: $throwId }) { __typename
    ... on ChallengeThrowPayload { challenge { id answerBy } } ${onError} } }`,
  answerChallenge: `mutation Answer($throwId: ID!, $secret: String!) {
    result: answerChallenge(input: { throwId: $throwId, secret: $secret }) { __typename
      ... on AnswerChallengePayload { throw { id status receipt game { status } } } ${onError} } }`,
  submitScore: `mutation Score($input: SubmitScoreInput!) { result: submitScore(input: $input) { __typename
    ... on SubmitScorePayload { entry { rank score } } ${onError} } }`,
};

/** The result of an operation. Throws when it is not as expected. */
export function resultOf({ expected, saying = '' }: Operation, { status, body }: Answer): unknown {
  const parsed = status === 200 ? (JSON.parse(body) as { data?: { result?: unknown }; errors?: unknown }) : {};
  const result = parsed.data?.result;
  const { __typename: type } = (result ?? {}) as { __typename?: string };
  if (type === expected && parsed.errors === undefined && body.includes(saying)) return result;
  throw new Error(`${status}: ${body.slice(0, 300)}`);
}
