import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { percentilesOf } from '../percentiles.ts';
import { BattleListener } from './listener.ts';
import { boardKey, type Arena, type BattleOptions } from './main.ts';
import { scoreUntil } from './scoring.ts';

const createBattle = `mutation($input: CreateBattleInput!) { createBattle(input: $input) { ... on CreateBattlePayload { battle { id } } } }`;
const joinBattle = `mutation($id: ID!) { joinBattle(input: { battleId: $id }) { __typename } }`;
const beginBattle = `mutation($id: ID!) { beginBattle(input: { battleId: $id }) { __typename } }`;
/** Scoring goes on past the end. */
const beyondMs = 1_000;
const longestEndMs = 30_000;

export interface LargeBattle {
  /** From the first join asked for to the last answered. */
  joinMs: number;
  beginMs: number;
  /** Points events that were answered with a payload, and those that were not. */
  accepted: number;
  refused: number;
  /** Points events of the ledger from its beginning to its end, and the sum of their points. */
  recorded: number;
  points: number;
  /** Fighters whose final score is not what the ledger has of them. */
  wrong: number;
  /** Of what was recorded in time, points that do not count. */
  uncounted: number;
  events: number;
  scoredEvents: number;
  /** Listeners that did not get every event once and in order, or were told other scores than the final ones. */
  incomplete: number;
  endLateMs: number;
  scoreP50: number;
  scoreP99: number;
}

/** One battle of all fighters, under points from its beginning past its end. */
export async function fightLarge(arena: Arena, options: BattleOptions): Promise<LargeBattle> {
  const { cluster, people: all, service, pool } = arena;
  const people = all.slice(0, options.fighters);
  const clients = cluster.nodes.map(({ client }) => client);
  const clientOf = (index: number) => clients[index % clients.length] ?? clients[0];
  const [host = { token: '', id: '' }, ...others] = people;
  const made = await clientOf(0)?.send<{ createBattle: { battle: { id: string } } }>(host.token, createBattle, {
    input: { title: 'Bench', seconds: options.seconds, maxFighters: Math.max(2, options.fighters) },
  });
  const id = made?.createBattle.battle.id ?? '';
  const listeners = Array.from({ length: options.listeners }, (_, index) => {
    const port = Number(new URL(cluster.nodes[index % cluster.nodes.length]?.url ?? '').port);
    return new BattleListener(port, people[index % people.length]?.token ?? '', id, index % 20 === 0);
  });
  await Promise.all(listeners.map((listener) => listener.open()));

  const joining = performance.now();
  await Promise.all(others.map(({ token }, index) => clientOf(index)?.send(token, joinBattle, { id })));
  const joinMs = performance.now() - joining;
  const scoring = new AbortController();
  const scored = scoreUntil({ clients, service, board: boardKey, people, rate: options.rate }, scoring.signal);
  await sleep(500);
  const beginning = performance.now();
  await clientOf(0)?.send(host.token, beginBattle, { id });
  const beginMs = performance.now() - beginning;
  await sleep(options.seconds * 1_000 + beyondMs);
  scoring.abort();
  const { accepted, refused, times } = await scored;
  await Promise.race([Promise.all(listeners.map(({ finished }) => finished)), sleep(longestEndMs)]);
  const outcome = await outcomeOf(pool, id.replace('Battle:', ''));
  const final = new Map(outcome.scores.map(({ person, score }) => [person, score]));
  const fits = (listener: BattleListener) =>
    listener.trouble === undefined &&
    listener.seq === outcome.counts.events &&
    [...(listener.scores ?? [])].every(([person, score]) => final.get(person) === score);
  for (const { trouble } of listeners) if (trouble) console.error(trouble);
  for (const listener of listeners) listener.close();
  const { p50, p99 } = percentilesOf(times);
  return {
    joinMs: Math.round(joinMs),
    beginMs: Math.round(beginMs),
    accepted,
    refused,
    ...outcome.counts,
    incomplete: listeners.filter((listener) => !fits(listener)).length,
    scoreP50: Math.round(p50 * 10) / 10,
    scoreP99: Math.round(p99 * 10) / 10,
  };
}

type Counts = Pick<
  LargeBattle,
  'recorded' | 'points' | 'wrong' | 'uncounted' | 'events' | 'scoredEvents' | 'endLateMs'
>;
type FinalScores = { person: string; score: number }[];

/** What the battle came to by the tables, and what the ledger has from its beginning to its end. */
async function outcomeOf(pool: Pool, id: string): Promise<{ counts: Counts; scores: FinalScores }> {
  const { rows } = await pool.query<Counts & { scores: FinalScores }>(
    `with ledger as (
       select f.user_id, count(e.points)::int as recorded, coalesce(sum(e.points), 0)::int as points
       from battle b join fighter f on f.battle_id = b.id
       left join score_entry e on e.user_id = f.user_id and e.at >= b.began_at and e.at < b.ends_at
       where b.id = $1 group by f.user_id)
     select sum(l.recorded)::int as recorded, sum(l.points)::int as points,
       count(*) filter (where f.final_score is distinct from l.points)::int as wrong,
       sum(l.points - coalesce(f.final_score, 0))::int as uncounted,
       (select head from stream where stream.id = 'Battle:' || $1) as events,
       (select count(*)::int from event where stream = 'Battle:' || $1 and type = 'BattleScored') as "scoredEvents",
       (select round(extract(epoch from finished_at - ends_at) * 1000)::int from battle where id = $1::uuid) as "endLateMs",
       jsonb_agg(jsonb_build_object('person', 'User:' || f.user_id, 'score', f.final_score)) as scores
     from ledger l join fighter f on f.battle_id = $1::uuid and f.user_id = l.user_id`,
    [id],
  );
  const [outcome] = rows;
  if (!outcome) throw new RangeError('The battle is not there');
  const { scores, ...counts } = outcome;
  return { counts, scores };
}
