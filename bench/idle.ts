import { setTimeout as sleep } from 'node:timers/promises';
import { Child } from './fanout/calls.ts';
import type { ClientCalls } from './fanout/clientProcess.ts';
import { requireFiles } from './fanout/fileLimit.ts';
import { documents } from './fanout/kinds.ts';
import { clientProgram } from './fanout/measure.ts';
import type { Hello } from './fanout/serverProcess.ts';
import { GraphQLClient } from './graphqlClient.ts';
import { throwCycles, type CycleResult } from './throwCycles.ts';

const createGame = `mutation { createGame { ... on CreateGamePayload { game { id } } } }`;
const games = 10;
const players = 8;
const atOnce = 100;
const settleMs = 1_000;

export interface IdleOptions {
  url: string;
  people: readonly string[];
  subscribers: number;
  /** Of mutations, without subscribers and beside them. */
  seconds: number;
}

export interface IdleResult {
  subscribers: number;
  /** Resident memory of the node for each idle, authenticated subscriber of a few games. */
  bytesEach: number;
  /** Mutations of other games, without subscribers and beside them. */
  alone: CycleResult;
  beside: CycleResult;
}

/** What subscribers cost who hear nothing. */
export async function idleSubscribers({ url, people, subscribers, seconds }: IdleOptions): Promise<IdleResult> {
  await requireFiles(subscribers);
  const pairs = Array.from({ length: players / 2 }, (_, pair) => ({
    thrower: people[2 * pair] ?? '',
    challenger: people[2 * pair + 1] ?? '',
  }));
  const alone = await throwCycles({ url, pairs, seconds });
  const hellos = await openGames(url, people);
  const client = new Child<ClientCalls>(clientProgram, { name: 'the subscribers' });
  try {
    const before = await resident(url);
    await client.call('connect', { hellos, listeners: subscribers, atOnce, tokens: [...people] });
    // Each gets the one event that its game has, and with it the subscription.
    const { deliveries } = await client.call('all', subscribers);
    if (deliveries !== subscribers) throw new Error(`${deliveries} deliveries to ${subscribers} subscribers`);
    await sleep(settleMs);
    const bytesEach = ((await resident(url)) - before) / subscribers;
    return { subscribers, bytesEach, alone, beside: await throwCycles({ url, pairs, seconds }) };
  } finally {
    await client.end();
  }
}

async function openGames(url: string, people: readonly string[]): Promise<Hello[]> {
  const client = new GraphQLClient(url);
  const hellos: Hello[] = [];
  for (const token of people.slice(0, games)) {
    const { createGame: made } = await client.send<{ createGame: { game: { id: string } } }>(token, createGame);
    const subscribe = { query: documents.game, variables: { gameId: made.game.id } };
    hellos.push({ protocol: 'graphql', port: Number(new URL(url).port), path: '/graphql', subscribe });
  }
  client.close();
  return hellos;
}

async function resident(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^cupbearer_process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
