import { gql } from '../gql/gql.ts';

export const createScoreboard = gql(`
  mutation BoardMade($input: CreateScoreboardInput!) {
    createScoreboard(input: $input) {
      __typename
      ... on CreateScoreboardPayload {
        scoreboard { id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size }
      }
      ... on ScoreboardKeyTakenError { message key }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const submitScore = gql(`
  mutation ScoreSubmitted($input: SubmitScoreInput!) {
    submitScore(input: $input) {
      __typename
      ... on SubmitScorePayload { entry { user { id handle } rank score achievedAt } }
      ... on IdempotencyKeyReusedError { message idempotencyKey }
      ... on ScoreOutOfRangeError { message }
      ... on NotFoundError { message }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const submitScores = gql(`
  mutation ScoresSubmitted($input: SubmitScoresInput!) {
    submitScores(input: $input) {
      __typename
      ... on SubmitScoresPayload { accepted repeated scoreboard { key size } entries { user { id } rank score } }
      ... on IdempotencyKeyReusedError { message idempotencyKey }
      ... on ScoreOutOfRangeError { message }
      ... on NotFoundError { message }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const board = gql(`
  query Board($key: String!) {
    scoreboard(key: $key) {
      id key title operator sortOrder submission maxPlayerPoints resetSchedule resetsAt season size
      seasons { number startedAt endedAt }
    }
  }`);

export const boardByNode = gql(`
  query BoardNode($id: ID!) {
    node(id: $id) { __typename ... on Scoreboard { season resetsAt size seasons { number startedAt endedAt } } }
  }`);

export const boardTop = gql(`
  query BoardTop($key: String!, $first: Int, $after: String, $season: Int) {
    scoreboard(key: $key) {
      size(season: $season)
      top(first: $first, after: $after, season: $season) {
        edges { cursor node { user { id } rank score achievedAt } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }`);

export const boardEntry = gql(`
  query BoardEntry($key: String!, $userId: ID, $season: Int) {
    scoreboard(key: $key) { entry(userId: $userId, season: $season) { user { id } rank score achievedAt } }
  }`);

export const boardAround = gql(`
  query BoardAround($key: String!, $userId: ID, $radius: Int, $season: Int) {
    scoreboard(key: $key) { around(userId: $userId, radius: $radius, season: $season) { user { id } rank score } }
  }`);

export const boards = gql(`
  query Boards($first: Int, $after: String) {
    scoreboards(first: $first, after: $after) { edges { node { key } } pageInfo { hasNextPage endCursor } }
  }`);

export const gameBoard = gql(`
  query GameBoard($id: ID!) {
    game(id: $id) {
      players { seat score user { id } }
      scoreboard {
        id key title operator sortOrder submission resetsAt season size
        seasons { number startedAt endedAt }
        top(first: 10) { edges { node { user { id } rank score } } }
      }
    }
  }`);

export const follow = gql(`
  subscription BoardFollowed($scoreboardId: ID!, $first: Int) {
    standings(scoreboardId: $scoreboardId, first: $first) {
      scoreboardId version size at
      entries { rank score achievedAt user { id handle displayName } }
    }
  }`);
