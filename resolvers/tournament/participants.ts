import { TournamentEntry, type Tournament } from '../../entities/tournament.ts';
import { batched } from '../batched.ts';

/** How many people entered. */
export const participantCount = batched<Tournament, number>(async ({ services }, tournaments) => {
  const { rows } = await services.pool.query<{ id: string; count: number }>({
    name: 'participant-counts',
    text: `
      select tournament_id as id, sum(size)::int as count from tournament_group
      where tournament_id = any($1) group by tournament_id`,
    values: [tournaments.map(({ id }) => id)],
  });
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return tournaments.map(({ id }) => counts.get(id) ?? 0);
});

/** The viewer's entry; null when they did not enter, or nobody is signed in. */
export const myEntry = batched<Tournament, TournamentEntry | null>(async ({ viewer, em }, tournaments) => {
  if (!viewer) return tournaments.map(() => null);
  const ids = tournaments.map(({ id }) => id);
  const entries = await em.find(TournamentEntry, { user: viewer.userId, tournament: { $in: ids } });
  const byTournament = new Map(entries.map((entry) => [entry.tournament.id, entry]));
  return ids.map((id) => byTournament.get(id) ?? null);
});
