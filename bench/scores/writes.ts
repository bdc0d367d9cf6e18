import { randomUUID } from 'node:crypto';
import { GraphQLClient } from '../graphqlClient.ts';
import { percentilesOf, type Percentiles } from '../percentiles.ts';

const submitScore = `mutation($input: SubmitScoreInput!) { submitScore(input: $input) { __typename } }`;
const submitScores = `mutation($input: SubmitScoresInput!) { submitScores(input: $input) { __typename } }`;
const enterTournament = `mutation($input: EnterTournamentInput!) { enterTournament(input: $input) { __typename } }`;

export interface WriteResult extends Percentiles {
  /** Of what was written: scores, entries. */
  perSecond: number;
}

export interface ScoreLoad {
  url: string;
  service: string;
  clients: number;
  seconds: number;
  /** Scores in one mutation. */
  batch: number;
  someone(): string;
}

/** Scores into a board from so many clients at once. */
export async function submit({ url, service, clients, seconds, batch, someone }: ScoreLoad): Promise<WriteResult> {
  const newScore = () => ({ userId: `User:${someone()}`, points: 1, idempotencyKey: randomUUID() });
  const one = () => ({ scoreboardKey: 'bench', ...newScore() });
  const many = () => ({ scoreboardKey: 'bench', scores: Array.from({ length: batch }, newScore) });
  return load(url, clients, seconds, batch, (client) =>
    batch === 1
      ? client.send(service, submitScore, { input: one() })
      : client.send(service, submitScores, { input: many() }),
  );
}

/** Everyone enters one tournament, so many of them at once. */
export async function enterAll(
  url: string,
  tokens: readonly string[],
  tournamentId: string,
  clients: number,
): Promise<WriteResult> {
  const client = new GraphQLClient(url);
  const left = [...tokens];
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let token = left.pop(); token; token = left.pop()) {
        const sent = performance.now();
        type Entered = { enterTournament: { __typename: string } };
        const { enterTournament: entered } = await client.send<Entered>(token, enterTournament, {
          input: { tournamentId },
        });
        if (entered.__typename !== 'EnterTournamentPayload') throw new Error(entered.__typename);
        times.push(performance.now() - sent);
      }
    }),
  );
  const perSecond = tokens.length / ((performance.now() - began) / 1000);
  client.close();
  return { perSecond, ...percentilesOf(times) };
}

async function load(
  url: string,
  clients: number,
  seconds: number,
  each: number,
  send: (client: GraphQLClient) => Promise<unknown>,
): Promise<WriteResult> {
  const client = new GraphQLClient(url);
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const sent = performance.now();
        await send(client);
        times.push(performance.now() - sent);
      }
    }),
  );
  client.close();
  return { perSecond: (times.length * each) / seconds, ...percentilesOf(times) };
}
