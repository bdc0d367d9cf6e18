import pg, { type ClientBase } from 'pg';
import type { RewardBand } from '../../entities/tournament.ts';
import { dueAt, dueSteps, tournamentSteps, type TournamentStep, type TournamentTimes } from '../../rules/tournament.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import type { TournamentEvent } from '../../subscriptions/tournamentEvent.ts';
import type { Services } from '../services.ts';
import { announce, appendEvents, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { finishGroups } from './finishGroups.ts';
import { payUnclaimed } from './payUnclaimed.ts';

/** A tournament as its steps see it. */
interface SteppedTournament extends TournamentTimes {
  id: string;
  name: string;
  /** Of a daily one. */
  day: string | null;
  /** Whether it was to be there when it began: one of a day, unless this server has seen none before. */
  awaited: boolean;
  createdAt: Date;
  groupSize: number;
  rewards: RewardBand[];
}

/**
 * Takes every step of a tournament that is due and was not taken, each once and in order: its opening, the close of
 * entry, its end. A step, its event and the end of its deadline are one transaction; at the end the groups are finished
 * before, each in a transaction of its own, so whoever comes after a crash goes on where it happened. Any number of nodes
 * may call this at once. Done with nothing to do when no step is due.
 */
export async function takeSteps(services: Services, tournamentId: string): Promise<void> {
  await services.games.run(`steps:${tournamentId}`, async () => {
    const tournament = await loadTournament(services.pool, tournamentId);
    if (!tournament || tournament.cancelledAt) return forget(services, tournamentId);
    const due = dueSteps(tournament, services.clock.now());
    if (due.some((step) => step !== 'FINISH')) await take(services, tournamentId, ['OPENING', 'ENTRY']);
    if (!due.includes('FINISH')) return;
    await finishGroups(services, tournament);
    await take(services, tournamentId, ['FINISH']);
    if (services.policy.rewardClaimMs === 0) await payUnclaimed(services, { tournamentId });
  });
}

/** Those of the steps that are due under the tournament's lock. */
async function take(services: Services, id: string, steps: readonly TournamentStep[]): Promise<void> {
  const { pool, clock, observer } = services;
  const taken = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      const tournament = await loadTournament(client, id, 'for no key update');
      const at = clock.now();
      const due = tournament ? dueSteps(tournament, at).filter((step) => steps.includes(step)) : [];
      if (!tournament || due.length === 0) return undefined;
      return { tournament, due, at, appended: await write(client, tournament, due, at) };
    }),
  );
  if (!taken) return;
  const { tournament, due, at, appended } = taken;
  announce(services, [appended]);
  const { day, awaited, createdAt } = tournament;
  for (const step of due) {
    const since = Math.max(dueAt(tournament, step), awaited ? 0 : createdAt.getTime());
    if (step === 'FINISH') services.product.tournamentFinished(id);
    observer.tournamentStep({ id, day, step, lateMs: at - since });
  }
}

const columnOf: Record<TournamentStep, string> = { OPENING: 'opened_at', ENTRY: 'closed_at', FINISH: 'finished_at' };

async function write(
  client: ClientBase,
  tournament: SteppedTournament,
  steps: readonly TournamentStep[],
  at: number,
): Promise<Appended> {
  const { id } = tournament;
  const { rows } = await client.query<{ groups: number; participants: number; unfinished: number }>(
    `with done as (delete from deadline where subject = $1 and kind = any($3)),
     stepped as (update tournament set ${steps.map((step) => `${columnOf[step]} = $2`).join(', ')} where id = $1)
     select count(*)::int as groups, coalesce(sum(size), 0)::int as participants,
       count(*) filter (where finished_at is null)::int as unfinished
     from tournament_group where tournament_id = $1`,
    [id, new Date(at), steps],
  );
  const { groups = 0, participants = 0, unfinished = 0 } = rows[0] ?? {};
  if (steps.includes('FINISH') && unfinished > 0) {
    throw new RangeError(`The tournament ${id} has ${unfinished} groups that are not finished`);
  }
  const events: Record<TournamentStep, TournamentEvent> = {
    OPENING: {
      type: 'TournamentOpened',
      entryClosesAt: tournament.entryClosesAt.getTime(),
      endsAt: tournament.endsAt.getTime(),
    },
    ENTRY: { type: 'EntryClosed', participantCount: participants, groupCount: groups },
    FINISH: { type: 'TournamentFinished', finishedAt: at, participantCount: participants },
  };
  const entries = steps.map((step) => newEntry('Tournament', events[step]));
  return appendEvents(client, streamId('Tournament', id), entries, at);
}

async function loadTournament(
  connection: ClientBase | Services['pool'],
  id: string,
  lock: 'for no key update' | '' = '',
): Promise<SteppedTournament | undefined> {
  const { rows } = await connection.query<SteppedTournament>({
    text: `
      select id, name, daily_date::text as day,
        exists (select from tournament o where o.daily_date < t.daily_date) as awaited,
        created_at as "createdAt", group_size as "groupSize", rewards, starts_at as "startsAt",
        entry_closes_at as "entryClosesAt", ends_at as "endsAt", opened_at as "openedAt", closed_at as "closedAt",
        finished_at as "finishedAt", cancelled_at as "cancelledAt"
      from tournament t where id = $1 ${lock}`,
    values: [id],
    types: pg.types,
  });
  return rows[0];
}

/** What takes no steps has no deadlines. */
async function forget({ pool }: Services, id: string): Promise<void> {
  await pool.query('delete from deadline where subject = $1 and kind = any($2)', [id, tournamentSteps]);
}
