import { v7 as uuid } from 'uuid';
import { Scoreboard, type ScoreOperator, type SortOrder, type Submission } from '../../entities/scoreboard.ts';
import type { Schedule } from '../../rules/schedule.ts';
import { isText } from '../../rules/text.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, ScoreboardKeyTakenError, type InvalidField } from '../errors.ts';
import { inTransaction } from '../transaction.ts';
import { cronSchedule } from './cronSchedule.ts';

/** How many points a player may submit at once, unless the board says otherwise. */
export const usualPlayerPoints = 1_000;
export const mostPoints = 2_147_483_647;
const longestTitle = 120;
/** Resets closer together than this are a mistake. */
const shortestSeasonMs = 60_000;

export interface CreateScoreboardInput {
  key: string;
  title: string;
  operator?: ScoreOperator | null | undefined;
  sortOrder?: SortOrder | null | undefined;
  submission?: Submission | null | undefined;
  resetSchedule?: string | null | undefined;
  maxPlayerPoints?: number | null | undefined;
}

/** Makes an integrator's board. The same key with the same settings again is the same board. */
export async function createScoreboard({ services, em }: Context, input: CreateScoreboardInput): Promise<Scoreboard> {
  const now = services.clock.now();
  const { wanted, schedule } = checked(input);
  const resetsAt = schedule ? new Date(schedule.next(now)) : null;
  const { key, title, operator, sortOrder, submission, mostPlayerPoints, resetSchedule } = wanted;
  const id = uuid();
  await inTransaction(services.pool, async (client) => {
    const { rowCount } = await client.query(
      `with made as (
         insert into scoreboard (id, key, kind, title, operator, sort_order, submission, most_player_points,
           reset_schedule, resets_at, created_at)
         values ($1, $2, 'CUSTOM', $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing returning id)
       insert into scoreboard_season (scoreboard_id, number, started_at) select id, 1, $10 from made`,
      [id, key, title, operator, sortOrder, submission, mostPlayerPoints, resetSchedule, resetsAt, new Date(now)],
    );
    if (!rowCount || !resetsAt) return;
    await client.query(`insert into deadline (kind, subject, due_at) values ('RESET', $1, $2)`, [id, resetsAt]);
  });
  if (resetsAt) services.deadlines.wake();
  em.clear();
  const board = await em.findOneOrFail(Scoreboard, { key });
  const settings = Object.entries(wanted) as [keyof typeof wanted, unknown][];
  if (board.kind !== 'CUSTOM' || settings.some(([name, value]) => (board[name] ?? null) !== value)) {
    throw new ScoreboardKeyTakenError(key);
  }
  return board;
}

function checked(input: CreateScoreboardInput) {
  const wrong: InvalidField[] = [];
  const title = input.title.trim();
  const mostPlayerPoints = input.maxPlayerPoints ?? usualPlayerPoints;
  const resetSchedule = input.resetSchedule?.trim() ?? null;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(input.key)) {
    wrong.push({ field: 'key', message: 'must be 1 to 64 letters, digits, dots, dashes or underscores.' });
  }
  if (!isText(title, longestTitle)) {
    wrong.push({ field: 'title', message: `must have 1 to ${longestTitle} visible characters.` });
  }
  if (mostPlayerPoints < 1) wrong.push({ field: 'maxPlayerPoints', message: `must be from 1 to ${mostPoints}.` });
  let schedule: Schedule | undefined;
  if (resetSchedule !== null) {
    try {
      schedule = cronSchedule(resetSchedule);
      const first = schedule.next(0);
      if (schedule.next(first) - first < shortestSeasonMs) throw new RangeError('must leave a minute between resets');
    } catch (error) {
      wrong.push({ field: 'resetSchedule', message: error instanceof Error ? error.message : 'is not understood' });
    }
  }
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  const wanted = {
    key: input.key,
    title,
    operator: input.operator ?? 'INCREMENT',
    sortOrder: input.sortOrder ?? 'HIGHEST_FIRST',
    submission: input.submission ?? 'SERVICE',
    mostPlayerPoints,
    resetSchedule,
  };
  return { wanted, schedule };
}
