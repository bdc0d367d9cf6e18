import pg, { type Pool } from 'pg';
import { withLifetimes, type Lifetimes } from '../lifetimes.ts';
import { openCluster, type Cluster } from '../soak/cluster.ts';
import { watchMachine } from '../soak/machine.ts';
import { makePeople } from '../soak/people.ts';
import { costOfFeeds, type FeedCost } from './cost.ts';
import { fightLarge, type LargeBattle } from './large.ts';
import { shortBattles, type Lateness } from './lateness.ts';

export interface BattleOptions {
  fighters: number;
  listeners: number;
  seconds: number;
  /** Points events a second. */
  rate: number;
  /** Short battles, for how late they begin and end. */
  battles: number;
}

export interface BattleResult extends BattleOptions {
  large: LargeBattle;
  lateness: Lateness;
  cost: FeedCost[];
  cores: number;
  busy: number;
}

/** People and service as the parts of the bench need them. */
export interface Arena {
  cluster: Cluster;
  pool: Pool;
  /** Tokens and ids, in one order. */
  people: { token: string; id: string }[];
  service: string;
}

export const boardKey = 'bench';
const lifeMs = 3_600_000;
const createServiceToken = `mutation($input: CreateServiceTokenInput!) { createServiceToken(input: $input) { ... on CreateServiceTokenPayload { token } } }`;
const createScoreboard = `mutation($input: CreateScoreboardInput!) { createScoreboard(input: $input) { __typename } }`;
const settings = {
  LIMITS:
    'requestsPerAddress=10000000/10,operationsPerUser=1000000/10,operationsPerService=1000000/10,battlesPerUser=1000000/10,battleActionsPerUser=1000000/10',
};

/** A battle of many, many short ones, and what the rule of derived boards costs. Any score or event lost makes the exit code 1. */
export function benchBattle(options: BattleOptions): Promise<BattleResult> {
  return withLifetimes((lifetimes) => run(lifetimes, options));
}

async function run(lifetimes: Lifetimes, options: BattleOptions): Promise<BattleResult> {
  const arena = await openArena(lifetimes, options);
  const machine = watchMachine();
  const large = await fightLarge(arena, options);
  console.table([large]);
  const lateness = await shortBattles(arena, options.battles);
  console.table({ begin: lateness.begin, end: lateness.end });
  const cost = await costOfFeeds(arena);
  console.log('One score into the ledger, without the API, in ms:');
  console.table(cost);
  const { cores, busy } = machine();
  console.log(`${cores} cores, ${Math.round(busy * 100)} % busy in all; nodes, database and clients shared them`);
  if (large.wrong + large.incomplete + large.refused > 0 || lateness.missing > 0) process.exitCode = 1;
  return { ...options, large, lateness, cost, cores, busy };
}

async function openArena(lifetimes: Lifetimes, { fighters, battles }: BattleOptions): Promise<Arena> {
  const cluster = await lifetimes.hold(
    () => openCluster({ nodes: 2, settings }),
    ({ close }) => close(),
  );
  const { databaseUrl } = cluster;
  const pool = await lifetimes.hold(
    () => new pg.Pool({ connectionString: databaseUrl, max: 4 }),
    (one) => one.end(),
  );
  const [admin = ''] = await makePeople(databaseUrl, 1, lifeMs, { prefix: 'admin', roles: ['admin'] });
  const tokens = await makePeople(databaseUrl, Math.max(fighters, 2 * battles), lifeMs, { prefix: 'fighter' });
  const { rows } = await pool.query<{ id: string; number: number }>(
    `select 'User:' || id as id, substr(handle, length('fighter-') + 1)::int as number from users
     where handle like 'fighter-%' order by number`,
  );
  const people = rows.map(({ id, number }) => ({ id, token: tokens[number] ?? '' }));
  const client = cluster.nodes[0]?.client;
  if (!client) throw new RangeError('There is no node');
  const made = await client.send<{ createServiceToken: { token: string } }>(admin, createServiceToken, {
    input: { name: 'bench', scopes: ['scores:write'] },
  });
  const service = made.createServiceToken.token;
  await client.send(service, createScoreboard, { input: { key: boardKey, title: 'Bench' } });
  return { cluster, pool, people, service };
}
