import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import type { Tally } from './tally.ts';

const onError = `... on Error { __typename message }`;
const throwFields = `id status challengeBy game { status }`;

export const documents = {
  playAsGuest: `mutation Guest { result: playAsGuest { ... on PlayAsGuestPayload { session { expiresAt } } ${onError} } }`,
  createGame: `mutation Create($input: CreateGameInput!) { result: createGame(input: $input) {
    ... on CreateGamePayload { game { id } } ${onError} } }`,
  joinGame: `mutation Join($gameId: ID!) { result: joinGame(input: { gameId: $gameId }) {
    ... on JoinGamePayload { game { players { cups { id } } } } ${onError} } }`,
  startGame: `mutation Start($gameId: ID!) { result: startGame(input: { gameId: $gameId }) {
    ... on StartGamePayload { game { status } } ${onError} } }`,
  leaveGame: `mutation Leave($gameId: ID!) { result: leaveGame(input: { gameId: $gameId }) {
    ... on LeaveGamePayload { game { status } } ${onError} } }`,
  throwBall: `mutation Throw($input: ThrowBallInput!) { result: throwBall(input: $input) {
    ... on ThrowBallPayload { answerKey throw { ${throwFields} } } ${onError} } }`,
  challengeThrow: `mutation Challenge($throwId: ID!) { result: challengeThrow(input: { throwId: $throwId }) {
    ... on ChallengeThrowPayload { challenge { answerBy throw { ${throwFields} } } } ${onError} } }`,
  answerChallenge: `mutation Answer($throwId: ID!, $secret: String!) {
    result: answerChallenge(input: { throwId: $throwId, secret: $secret }) {
      ... on AnswerChallengePayload { throw { ${throwFields} } } ${onError} } }`,
};

export interface ThrowAnswer {
  id: string;
  status: string;
  challengeBy: string | null;
  game: { status: string };
}

/** A mutation's payload, or the expected error it came to. */
export type Result<Payload> = (Payload & { __typename?: undefined }) | { __typename: string; message: string };

const lostConnection = /ECONNRESET|ECONNREFUSED|EPIPE|socket hang up/;
const resendMs = 50;

/** Sends mutations to live nodes by chance. One that meets a dying node is sent again as it was: that is always safe. */
export class Mutations {
  readonly #cluster: Cluster;
  readonly #tally: Tally;

  constructor(cluster: Cluster, tally: Tally) {
    this.#cluster = cluster;
    this.#tally = tally;
  }

  /** How often one had to be sent again. */
  get resent(): number {
    return this.#tally.resent;
  }

  /** Rejects on anything that a client can't expect. */
  async send<Payload>(token: string, document: string, variables: object): Promise<Result<Payload>> {
    for (;;) {
      const node = this.#cluster.anyNode();
      const { phase } = this.#tally;
      const sent = performance.now();
      try {
        if (!node) throw new Error('ECONNREFUSED by all nodes');
        const { result } = await node.client.send<{ result: Result<Payload> }>(token, document, variables);
        this.#tally.mutated(phase, performance.now() - sent);
        return result;
      } catch (error) {
        if (!lostConnection.test(describe(error))) throw error;
        this.#tally.resent += 1;
        await sleep(resendMs);
      }
    }
  }
}

export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `${String(error.code)}: ${error.message}` : error.message;
}
