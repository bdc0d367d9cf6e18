import { randomUUID } from 'node:crypto';
import { GraphQLClient } from './graphqlClient.ts';
import { Durations } from './soak/durations.ts';

const createGame = `mutation($input: CreateGameInput!) { createGame(input: $input) { ... on CreateGamePayload { game { id } } } }`;
const joinGame = `mutation($id: ID!) { joinGame(input: { gameId: $id }) { ... on JoinGamePayload { game { players { cups { id } } } } } }`;
const startGame = `mutation($id: ID!) { startGame(input: { gameId: $id }) { ... on StartGamePayload { game { status } } } }`;
const throwBall = `mutation($input: ThrowBallInput!) { throwBall(input: $input) { ... on ThrowBallPayload { answerKey throw { id status } } } }`;
const challenge = `mutation($id: ID!) { challengeThrow(input: { throwId: $id }) { ... on ChallengeThrowPayload { challenge { id answerBy } } } }`;
const answer = `mutation($id: ID!, $secret: String!) { answerChallenge(input: { throwId: $id, secret: $secret }) { ... on AnswerChallengePayload { throw { status } } } }`;

/** Ten cups, ten challenges: a game lasts ten cycles. */
const input = { maxPlayers: 2, cupsPerPlayer: 10, challengesPerPlayer: 10, challengeSeconds: 120, answerSeconds: 120 };

export interface CycleOptions {
  url: string;
  /** A thrower and a challenger for each client. */
  pairs: { thrower: string; challenger: string }[];
  seconds: number;
}

export interface CycleResult {
  cyclesPerSecond: number;
  /** throwBall, challengeThrow and answerChallenge; games opened meanwhile are not counted. */
  mutationsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

/** Throw, challenge, answer, over one game after another on each client. */
export async function throwCycles({ url, pairs, seconds }: CycleOptions): Promise<CycleResult> {
  const client = new GraphQLClient(url);
  const latencies = new Durations();
  let cycles = 0;
  const end = performance.now() + seconds * 1000;
  const timed = async <Data>(token: string, query: string, variables: object): Promise<Data> => {
    const sent = performance.now();
    const data = await client.send<Data>(token, query, variables);
    latencies.record(performance.now() - sent);
    return data;
  };
  await Promise.all(
    pairs.map(async ({ thrower, challenger }) => {
      while (performance.now() < end) {
        const made = await client.send<{ createGame: { game: { id: string } } }>(thrower, createGame, { input });
        const { id } = made.createGame.game;
        const joined = await client.send<{ joinGame: { game: { players: { cups: { id: string }[] }[] } } }>(
          challenger,
          joinGame,
          { id },
        );
        await client.send(thrower, startGame, { id });
        for (const cup of joined.joinGame.game.players[1]?.cups ?? []) {
          if (performance.now() >= end) break;
          const details = { gameId: id, cupId: cup.id, nonce: randomUUID(), thrownAt: new Date().toISOString() };
          const { throwBall: thrown } = await timed<{ throwBall: { answerKey: string; throw: { id: string } } }>(
            thrower,
            throwBall,
            { input: details },
          );
          await timed(challenger, challenge, { id: thrown.throw.id });
          await timed(thrower, answer, { id: thrown.throw.id, secret: thrown.answerKey });
          cycles += 1;
        }
      }
    }),
  );
  client.close();
  const { count, p50, p95, p99 } = latencies.summary();
  return {
    cyclesPerSecond: cycles / seconds,
    mutationsPerSecond: count / seconds,
    p50,
    p95,
    p99,
  };
}
