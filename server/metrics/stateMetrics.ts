import type { Pool } from 'pg';
import { battleStatuses } from '../../entities/battle.ts';
import { deadlineKinds } from '../../entities/deadline.ts';
import { gameStatuses } from '../../entities/game.ts';
import { quizPhases } from '../../entities/quizRoom.ts';
import { throwStatuses } from '../../entities/throw.ts';
import { within } from '../within.ts';
import type { Meter } from './meter.ts';

/** However often the metrics are read, the database is asked at most this often. */
const freshMs = 10_000;
/** What takes longer is left out: nobody's metrics wait for a database that hangs. */
const patienceMs = 1_000;

/** What is over is not counted: there is ever more of it. */
const over = new Set<string>(['FINISHED', 'ABANDONED', 'CANCELLED', 'ENDED']);
const open = new Set<string>(['IN_FLIGHT', 'CHALLENGED']);

/** Every state that is counted; one that nothing is in counts zero. */
const states = {
  game: gameStatuses.filter((status) => !over.has(status)),
  throw: throwStatuses.filter((status) => open.has(status)),
  quiz_room: quizPhases.filter((phase) => !over.has(phase)),
  battle: battleStatuses.filter((status) => !over.has(status)),
  deadline: deadlineKinds,
  deadline_overdue: deadlineKinds,
} as const;
type Subject = keyof typeof states;

interface Count {
  subject: Subject | 'job' | 'overdue' | 'notification' | 'notification_age' | 'parked';
  state: string;
  count: number | null;
}

/**
 * How much of what there is now, as the database has it: the same from every node that is asked, so take the greatest, never
 * the sum. One statement over indexes of what is not over; `now` is the time by which something is due.
 */
export function stateMetrics(meter: Meter, { pool, now }: { pool: Pool; now: () => number }): void {
  const counts = remembered(() => countStates(pool, now()));
  const by = (subject: Subject, name: string, label: string, help: string) =>
    meter.read(name, help, [label], async (set) => {
      const known = (await counts())?.filter((count) => count.subject === subject);
      if (!known) return;
      const found = new Map(known.map(({ state, count }) => [state, count]));
      for (const state of states[subject]) set({ [label]: state }, found.get(state) ?? 0);
    });
  by('game', 'games_open', 'status', 'Games that are not over, by status.');
  by('throw', 'throws_open', 'status', 'Throws that are not settled, by status.');
  by('quiz_room', 'quiz_rooms_open', 'phase', 'Quiz rooms that have not ended, by phase.');
  by('battle', 'battles_open', 'status', 'Battles that are not over, by status.');
  by('deadline', 'deadlines_open', 'kind', 'Windows that are open, by kind of deadline.');
  by('deadline_overdue', 'deadlines_overdue', 'kind', 'Windows past their end that are not settled, by kind.');
  const one = (subject: Count['subject'], name: string, help: string) =>
    meter.read(name, help, [], async (set) => {
      const known = await counts();
      if (known) set({}, known.find((count) => count.subject === subject)?.count ?? 0);
    });
  one('overdue', 'deadline_overdue_seconds', 'How long the oldest of them is past its end.');
  one('notification', 'notifications_waiting', 'Notifications that wait to be sent.');
  one('notification_age', 'notification_age_seconds', 'Age of the oldest notification that waits; 0: none does.');
  one('parked', 'webhook_parked', 'Messages to webhooks that were given up and can be replayed; counted to 100,000.');
  meter.read('jobs_due', 'Jobs that are due and that nobody has taken, by job.', ['job'], async (set) => {
    const known = await counts();
    for (const { subject, state, count } of known ?? []) if (subject === 'job') set({ job: state }, count ?? 0);
  });
}

async function countStates(pool: Pool, now: number): Promise<Count[]> {
  const { rows } = await pool.query<Count>({
    name: 'count-states',
    text: `
      select 'game' as subject, 'LOBBY' as state, count(*)::float8 as count from game where status = 'LOBBY'
      union all select 'game', 'ACTIVE', count(*) from game where status = 'ACTIVE'
      union all select 'throw', status, count(*) from throw where settled_at is null group by status
      union all select 'quiz_room', phase, count(*) from quiz_room where phase <> 'ENDED' group by phase
      union all select 'battle', status, count(*) from battle where status in ('WAITING', 'RUNNING') group by status
      union all select 'deadline', kind, count(*) from deadline group by kind
      union all select 'deadline_overdue', kind, count(*) from deadline where due_at <= $1 group by kind
      union all select 'overdue', '', extract(epoch from $1 - min(due_at)) from deadline where due_at <= $1
        having count(*) > 0
      union all select 'notification', '', count(*) from telegram_notification where settled_at is null
      union all select 'notification_age', '', extract(epoch from $1 - min(made_at)) from telegram_notification
        where settled_at is null
      union all select 'parked', '', count(*)
        from (select from webhook_delivery where state = 'PARKED' limit 100000) parked
      union all select 'job', name, count(*) filter (where next_run_at <= $1 and locked_at is null)
        from agenda_jobs where next_run_at is not null group by name`,
    values: [new Date(now)],
  });
  return rows;
}

/** What `read` last found, a few seconds old at most; undefined when it fails or takes too long. */
function remembered<Value>(read: () => Promise<Value>): () => Promise<Value | undefined> {
  let last: { at: number; value: Promise<Value | undefined> } | undefined;
  return () => {
    const at = performance.now();
    if (!last || at - last.at > freshMs) last = { at, value: within(patienceMs, read(), undefined) };
    return last.value;
  };
}
