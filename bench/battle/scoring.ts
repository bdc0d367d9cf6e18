import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLClient } from '../graphqlClient.ts';

const submitScore = `mutation($input: SubmitScoreInput!) { submitScore(input: $input) { __typename } }`;
const submitScores = `mutation($input: SubmitScoresInput!) { submitScores(input: $input) { __typename } }`;
const ticksPerSecond = 10;
/** Of the points of a tick, those that come one by one; the rest comes in one batch. */
const singlesShare = 0.2;

export interface Scoring {
  clients: readonly GraphQLClient[];
  service: string;
  board: string;
  people: readonly { id: string }[];
  rate: number;
}

export interface Scored {
  accepted: number;
  refused: number;
  times: number[];
}

/** Points for people by chance, at an even rate, until told to stop; resolves once all were answered. */
export async function scoreUntil(
  { clients, service, board, people, rate }: Scoring,
  stop: AbortSignal,
): Promise<Scored> {
  const result: Scored = { accepted: 0, refused: 0, times: [] };
  const perTick = Math.round(rate / ticksPerSecond);
  const singles = Math.round(perTick * singlesShare);
  const newScore = () => ({
    userId: people[Math.floor(Math.random() * people.length)]?.id ?? '',
    points: 1 + Math.floor(Math.random() * 10),
    idempotencyKey: randomUUID(),
  });
  const under: Promise<void>[] = [];
  const send = async (count: number, tick: number, query: string, input: object) => {
    const sent = performance.now();
    const client = clients[tick % clients.length];
    const answer = await client
      ?.send<Record<string, { __typename: string }>>(service, query, { input })
      .catch(() => undefined);
    const fine = Object.values(answer ?? {}).some(({ __typename }) => __typename.endsWith('Payload'));
    if (fine) result.accepted += count;
    else result.refused += count;
    result.times.push(performance.now() - sent);
  };
  const began = performance.now();
  for (let tick = 0; !stop.aborted; tick += 1) {
    await sleep(Math.max(0, began + (tick * 1_000) / ticksPerSecond - performance.now()));
    const scores = Array.from({ length: perTick - singles }, newScore);
    under.push(send(scores.length, tick, submitScores, { scoreboardKey: board, scores }));
    for (let single = 0; single < singles; single += 1) {
      under.push(send(1, tick + single, submitScore, { scoreboardKey: board, ...newScore() }));
    }
  }
  await Promise.all(under);
  return result;
}
