import { Fighter, type Battle } from '../../entities/battle.ts';
import { fightersBounds } from '../../rules/battleDefinition.ts';
import { batched } from '../batched.ts';

/** What a list of fighters may come to. */
export const mostFighters = fightersBounds.most;

/** A fighter as they stand. */
export interface FighterPlace {
  userId: string;
  score: number;
  /** Null before the battle runs. */
  rank: number | null;
}

/** Everyone in a battle: by seat while it waits, then by rank. Of any number of battles in one statement. */
export const fightersOf = batched<Battle, FighterPlace[]>(async ({ services }, battles) => {
  const { rows } = await services.pool.query<FighterPlace & { battleId: string }>({
    name: 'battle-fighters',
    text: `
      select f.battle_id as "battleId", f.user_id as "userId", coalesce(f.final_score, s.score, 0) as score,
        coalesce(f.final_rank, case when s.user_id is not null
          then row_number() over (partition by f.battle_id order by s.rank_key, s.revision) end)::int as rank
      from fighter f
      left join standing s on s.scoreboard_id = f.battle_id and s.season = 1 and s.user_id = f.user_id
      where f.battle_id = any($1)
      order by f.battle_id, rank nulls last, f.seat`,
    values: [battles.map(({ id }) => id)],
  });
  const byBattle = Map.groupBy(rows, ({ battleId }) => battleId);
  return battles.map(({ id }) => (byBattle.get(id) ?? []).map(({ userId, score, rank }) => ({ userId, score, rank })));
});

export const fighterCount = batched<Battle, number>(async ({ services }, battles) => {
  const { rows } = await services.pool.query<{ id: string; count: number }>({
    name: 'fighter-counts',
    text: 'select battle_id as id, count(*)::int as count from fighter where battle_id = any($1) group by battle_id',
    values: [battles.map(({ id }) => id)],
  });
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return battles.map(({ id }) => counts.get(id) ?? 0);
});

/** Whether the viewer fights in it. */
export const isFighting = batched<Battle, boolean>(async ({ viewer, em }, battles) => {
  if (!viewer) return battles.map(() => false);
  const ids = battles.map(({ id }) => id);
  const mine = await em.find(Fighter, { battle: { $in: ids }, user: viewer.userId });
  const fought = new Set(mine.map(({ battle }) => battle.id));
  return ids.map((id) => fought.has(id));
});
