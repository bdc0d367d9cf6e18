import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import pg from 'pg';
import { RedisStandings } from '../../subscriptions/standings/redisStandings.ts';
import { TableStandings } from '../../subscriptions/standings/tableStandings.ts';
import { GraphQLClient } from '../graphqlClient.ts';
import { Pgbench } from '../pgbench.ts';
import { openCluster } from '../soak/cluster.ts';
import { makePeople } from '../soak/people.ts';
import { watchMachine } from '../soak/machine.ts';
import { fillBoard } from './board.ts';
import { timeReads } from './reads.ts';
import { enterAll, submit } from './writes.ts';

const clients = 64;
const createServiceToken = `mutation($input: CreateServiceTokenInput!) { createServiceToken(input: $input) { ... on CreateServiceTokenPayload { token } } }`;
const recordProgress = `mutation($input: RecordProgressInput!) { recordProgress(input: $input) { __typename } }`;
const defineTournament = `mutation($input: DefineTournamentInput!) { defineTournament(input: $input) { ... on DefineTournamentPayload { tournament { id } } } }`;
const raisedLimits = {
  LIMITS: 'requestsPerAddress=10000000/10,operationsPerUser=1000000/10,operationsPerService=1000000/10',
};

/** Scores, ranks and tournament entries on a node with PostgreSQL and Redis of its own. Prints as it goes. */
export async function benchScores({ seconds, entries }: { seconds: number; entries: number }): Promise<object> {
  const cluster = await openCluster({ nodes: 1, settings: raisedLimits });
  const pool = new pg.Pool({ connectionString: cluster.databaseUrl, max: 2 });
  const redis = new Redis(cluster.redis.url, { enableOfflineQueue: true });
  const [node] = cluster.nodes;
  const results: Record<string, unknown> = {};
  const machine = watchMachine();
  try {
    if (!node) throw new RangeError('There is no node');
    const { board, someone } = await fillBoard(pool, entries);
    const table = new TableStandings(pool);
    const { rows } = await pool.query<{ epoch: string }>(
      'select system_identifier::text as epoch from pg_control_system()',
    );
    const copies = new RedisStandings({
      redis,
      prefix: 'bench:',
      pool,
      table,
      epoch: () => rows[0]?.epoch ?? '',
      failed: (what, error) => console.error(what, error),
    });
    await copies.top(board, 0, 1);
    const loading = performance.now();
    // The first read has begun the copy; it is there once a size takes much less than the table does for it.
    const fromTable = await secondsOf(() => table.size(board));
    while ((await secondsOf(() => copies.size(board))) > fromTable / 4 && performance.now() - loading < 120_000) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    results['loadSeconds'] = (performance.now() - loading) / 1000;
    const reads = {
      Redis: await timeReads(copies, board, someone, 2_000),
      table: await timeReads(table, board, someone, 200),
    };
    results['reads'] = reads;
    console.log(`Reads of a board of ${entries.toLocaleString('en')} entries, in ms:`);
    console.table(
      Object.entries(reads).flatMap(([store, times]) =>
        Object.entries(times).map(([read, { p50, p99, max }]) => ({ store, read, p50, p99, max })),
      ),
    );
    await copies.stop();

    const client = new GraphQLClient(node.url);
    const lifeMs = 3_600_000;
    const [admin = ''] = await makePeople(cluster.databaseUrl, 1, lifeMs, { prefix: 'admin', roles: ['admin'] });
    const made = await client.send<{ createServiceToken: { token: string } }>(admin, createServiceToken, {
      input: { name: 'bench', scopes: ['scores:write', 'progress:write'] },
    });
    const service = made.createServiceToken.token;
    const single = await submit({ url: node.url, service, clients, seconds, batch: 1, someone });
    const batched = await submit({ url: node.url, service, clients: 4, seconds, batch: 1_000, someone });
    const people = await makePeople(cluster.databaseUrl, 1_000, lifeMs, { prefix: 'player' });
    const ids = await pool.query<{ id: string }>(`select id from users where handle like 'player-%'`);
    for (const [index, { id }] of ids.rows.entries()) {
      const input = { userId: `User:${id}`, levels: 9, eventId: `bench ${index}` };
      await client.send(service, recordProgress, { input });
    }
    const now = Date.now();
    const { defineTournament: defined } = await client.send<{ defineTournament: { tournament: { id: string } } }>(
      admin,
      defineTournament,
      {
        input: {
          name: 'Bench',
          startsAt: new Date(now - 1_000),
          entryClosesAt: new Date(now + 600_000),
          endsAt: new Date(now + 700_000),
        },
      },
    );
    const entering = await enterAll(node.url, people, defined.tournament.id, clients);
    client.close();

    const url = new URL(cluster.databaseUrl);
    url.pathname = '/postgres';
    const pgbench = await Pgbench.on(url.href);
    const transactions = (await pgbench?.transactionsPerSecond(clients, seconds)) ?? Number.NaN;
    const redisPerSecond = await redisBenchmark(cluster.redis.url);
    const writes = {
      'submitScore, 64 clients': single,
      'submitScores × 1000, 4 clients': batched,
      'enterTournament, 64 clients': entering,
    };
    results['writes'] = writes;
    results['limits'] = { pgbenchPerSecond: transactions, redisZaddPerSecond: redisPerSecond };
    console.table(
      Object.entries(writes).map(([what, { perSecond, p50, p99 }]) => ({
        what,
        perSecond: Math.round(perSecond),
        p50,
        p99,
        ofPgbench: perSecond / transactions,
      })),
    );
    console.log(
      `pgbench, 64 clients: ${transactions.toFixed(0)} transactions/s; redis-benchmark ZADD: ${redisPerSecond}/s`,
    );
    const { cores, busy } = machine();
    console.log(`${cores} cores, ${Math.round(busy * 100)} % busy in all`);
    return { ...results, cores, busy };
  } finally {
    redis.disconnect();
    await pool.end();
    await cluster.close();
  }
}

async function redisBenchmark(url: string): Promise<number> {
  const { port } = new URL(url);
  const { stdout } = await promisify(execFile)('redis-benchmark', ['-p', port, '-t', 'zadd', '-n', '100000', '--csv']);
  return Number(/"ZADD","([\d.]+)"/.exec(stdout)?.[1]);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
