import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expectInvariants } from '../../../tests/harness/invariants.ts';
import type { Cluster } from '../cluster.ts';
import { type Counters, countersOf } from '../counters.ts';
import { describe, Mutations } from '../mutations.ts';
import { makePeople } from '../people.ts';
import { Tally } from '../tally.ts';
import { documents } from './documents.ts';
import { boards, Economy } from './economy.ts';

export interface EconomyOptions {
  durationMs: number;
  /** Operations under way at any moment. */
  workers: number;
  people: number;
  signal?: AbortSignal;
}

export interface EconomyReport {
  /** What was not as it has to be, in words. */
  failures: string[];
  /** How often each operation came to what. */
  counts: Record<string, number>;
  resent: number;
  counters: Counters;
}

/** Two beats of a node: what it keeps in Redis is up to date again. */
const settledMs = 1_000;

/**
 * Random operations on scores, levels, coins and tournaments, many of them sent twice, while each of the first two nodes
 * is killed once and Redis is emptied; then everything that must hold is checked.
 */
export async function runEconomy(
  cluster: Cluster,
  { durationMs, workers, people: count, signal }: EconomyOptions,
): Promise<EconomyReport> {
  const mutations = new Mutations(cluster, new Tally());
  const lifeMs = durationMs + 3_600_000;
  const [admin = ''] = await makePeople(cluster.databaseUrl, 1, lifeMs, { prefix: 'soak-admin', roles: ['admin'] });
  const tokens = await makePeople(cluster.databaseUrl, count, lifeMs);
  const scopes = ['users:write', 'scores:write', 'progress:write', 'coins:write'];
  const made = await mutations.send<{ token: string }>(admin, documents.createServiceToken, {
    input: { name: 'soak', scopes },
  });
  if (made.__typename !== undefined) throw new Error(made.message);
  const people = await Promise.all(
    tokens.map(async (token) => {
      const { id } = (await mutations.send<{ id: string }>(token, documents.me, {})) as { id: string };
      return { id, token };
    }),
  );
  const economy = new Economy(mutations, { service: made.token, admin }, people);
  await economy.prepare();
  const end = new AbortController();
  const stop = AbortSignal.any([end.signal, ...(signal ? [signal] : [])]);
  const failures: string[] = [];
  const working = Promise.all([
    economy.holdTournaments(stop),
    ...Array.from({ length: workers }, () => economy.act(stop)),
  ]).catch((error: unknown) => {
    failures.push(describe(error));
    end.abort();
  });
  await disturb(cluster, durationMs, stop);
  end.abort();
  await working;
  await economy.claimAll();
  await sleep(settledMs);
  failures.push(...(await differences(cluster, made.token, economy)));
  await expectInvariants(cluster.databaseUrl).catch((error: unknown) => failures.push(describe(error)));
  const counters = await countersOf(cluster);
  if (counters.deadlocks > 0) failures.push(`${counters.deadlocks} deadlocks`);
  for (const { name, crashes, lines } of cluster.nodes) {
    if (crashes > 0) failures.push(`${name} ended by itself ${crashes} times:\n${lines.join('\n')}`);
  }
  return { failures, counts: Object.fromEntries([...economy.counts].sort()), resent: mutations.resent, counters };
}

/** Kills a node, empties Redis, kills the other. */
async function disturb({ nodes, redis }: Cluster, durationMs: number, signal: AbortSignal): Promise<void> {
  const pause = () => sleep(durationMs / 6, undefined, { signal }).catch(() => undefined);
  for (const node of nodes.slice(0, 2)) {
    await pause();
    if (!signal.aborted) await node.stop('SIGKILL');
    await pause();
    if (!node.live) await node.start();
    await pause();
    if (!signal.aborted) {
      await redis.stop('SIGKILL');
      await redis.start();
    }
  }
}

/** What each node says of each board, against the database and what was sent. */
async function differences(
  cluster: Cluster,

  service: string,
  economy: Economy,
): Promise<string[]> {
  const found: string[] = [];
  const client = new pg.Client({ connectionString: cluster.databaseUrl });
  await client.connect();
  for (const key of boards) {
    const { rows } = await client.query<{ id: string; score: number }>(
      `select 'User:' || s.user_id as id, s.score from standing s join scoreboard b on b.id = s.scoreboard_id
       where b.key = $1 order by s.rank_key, s.revision`,
      [key],
    );
    const wanted = JSON.stringify(rows.map(({ id, score }, index) => [id, index + 1, score]));
    for (const { name, client: node } of cluster.nodes) {
      type Top = { result: { size: number; top: { edges: { node: Line }[] } } };
      const { result } = await node.send<Top>(service, documents.top, { key, first: 1000 });
      const said = result.top.edges.map(({ node: { user, rank, score } }) => [user.id, rank, score]);
      if (JSON.stringify(said) !== wanted || result.size !== rows.length) {
        found.push(`${name} has another board ${key} than the database`);
      }
    }
    if (key !== 'INCREMENT') continue;
    for (const { id, score } of rows) {
      const sum = economy.expected.get(id);
      if (sum !== score) found.push(`${id} has ${score} and scored ${sum}`);
    }
  }
  await client.end();
  return found;
}

interface Line {
  rank: number;
  score: number;
  user: { id: string };
}
