import type { TournamentEntry } from '../../entities/tournament.ts';
import { batched } from '../batched.ts';

/** Where someone stands in their group. */
export interface EntryPlace {
  rank: number;
  score: number;
}

/** Places in any number of groups, exact, in one statement: the groups are small enough to be counted. */
export const entryPlace = batched<TournamentEntry, EntryPlace>(async ({ services }, entries) => {
  const { rows } = await services.pool.query<EntryPlace & { entry: number }>({
    name: 'entry-places',
    text: `
      select asked.position::int as entry, s.score, 1 + (
        select count(*) from standing o where o.scoreboard_id = s.scoreboard_id and o.season = 1
          and (o.rank_key, o.revision) < (s.rank_key, s.revision))::int as rank
      from unnest($1::uuid[], $2::uuid[]) with ordinality asked(group_id, user_id, position)
      join standing s on s.scoreboard_id = asked.group_id and s.season = 1 and s.user_id = asked.user_id`,
    values: [entries.map(({ group }) => group.id), entries.map(({ user }) => user.id)],
  });
  const places = new Map(rows.map(({ entry, ...place }) => [entry, place]));
  return entries.map(({ id, finalRank }, index) => {
    const place = places.get(index + 1);
    if (!place) throw new RangeError(`The entry ${id} has no standing`);
    return { score: place.score, rank: finalRank ?? place.rank };
  });
});
