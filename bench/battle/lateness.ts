import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { percentilesOf, type Percentiles } from '../percentiles.ts';
import type { Arena } from './main.ts';

const createBattle = `mutation($input: CreateBattleInput!) { createBattle(input: $input) { ... on CreateBattlePayload { battle { id } } } }`;
const joinBattle = `mutation($id: ID!) { joinBattle(input: { battleId: $id }) { __typename } }`;
/** The shortest there may be. */
const seconds = 10;
const aheadMs = 4_000;
const spreadMs = 10_000;

export interface Lateness {
  battles: number;
  /** Battles that did not both begin and end. */
  missing: number;
  begin: Percentiles;
  end: Percentiles;
}

/** Battles that begin by themselves, over ten seconds, and end ten seconds later: how late they did, by their rows. */
export async function shortBattles({ cluster, pool, people }: Arena, battles: number): Promise<Lateness> {
  const limit = pLimit(16);
  const first = Date.now() + aheadMs + battles * 10;
  await Promise.all(
    Array.from({ length: battles }, (_, index) =>
      limit(async () => {
        const client = cluster.nodes[index % cluster.nodes.length]?.client;
        const beginsAt = new Date(first + Math.round((index / battles) * spreadMs));
        const [host, other] = people.slice(2 * index, 2 * index + 2);
        const made = await client?.send<{ createBattle: { battle: { id: string } } }>(host?.token ?? '', createBattle, {
          input: { title: 'Short', seconds, beginsAt },
        });
        await client?.send(other?.token ?? '', joinBattle, { id: made?.createBattle.battle.id });
      }),
    ),
  );
  await sleep(first + spreadMs + seconds * 1_000 + 2_000 - Date.now());
  const { rows } = await pool.query<{ begin: number | null; end: number | null }>(
    `select extract(epoch from began_at - begins_at)::float8 * 1000 as begin,
       extract(epoch from finished_at - ends_at)::float8 * 1000 as end
     from battle where title = 'Short'`,
  );
  const of = (times: (number | null)[]) => percentilesOf(times.filter((time) => time !== null));
  return {
    battles,
    missing: battles - rows.filter(({ begin, end }) => begin !== null && end !== null).length,
    begin: of(rows.map(({ begin }) => begin)),
    end: of(rows.map(({ end }) => end)),
  };
}
