import { dayOf } from '../../rules/day.ts';
import { dailyDefinition } from '../../rules/tournament.ts';
import type { Services } from '../services.ts';
import { createTournament } from './createTournament.ts';

/**
 * The id of today's tournament (UTC), which is made if there is none: by whoever comes first after midnight or after a
 * downtime. Days that nobody saw get none, as nobody could have entered them.
 */
export async function ensureDailyTournament(services: Services): Promise<string> {
  const now = services.clock.now();
  const day = dayOf(now);
  const known = await dailyOf(services, day);
  if (known) return known.id;
  const definition = dailyDefinition(day);
  const isNew = await createTournament(services, definition, { dailyDate: day });
  const made = await dailyOf(services, day);
  if (!made) throw new RangeError(`There is no tournament of ${day}`);
  // Nobody waited for a server’s first.
  const lateMs = made.first ? 0 : now - definition.startsAt;
  if (isNew) services.observer.tournamentStep({ id: made.id, day, step: 'CREATION', lateMs });
  return made.id;
}

async function dailyOf({ pool }: Services, day: string): Promise<{ id: string; first: boolean } | undefined> {
  const { rows } = await pool.query<{ id: string; first: boolean }>({
    name: 'daily-tournament',
    text: `
      select id, not exists (select from tournament where daily_date < $1) as first
      from tournament where daily_date = $1`,
    values: [day],
  });
  return rows[0];
}
