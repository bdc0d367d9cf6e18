import type { Pool } from 'pg';
import { dayOf } from '../rules/day.ts';
import type { Job } from './job.ts';

/** How often it is checked that what had to happen did, and how long a deadline clock has for it. */
const checkEveryMs = 60_000;

export interface CalendarOptions {
  pool: Pool;
  now(): number;
  /** Makes today's tournament if there is none. */
  beginDay(): Promise<unknown>;
  /** Takes the steps of a tournament that are due. */
  takeSteps(tournamentId: string): Promise<void>;
  /** How many tournaments had steps that a deadline clock should have taken. It should stay zero. */
  missed(count: number): void;
}

/**
 * Every second, though most runs only look at the date: makes the day's tournament at 00:00 UTC, or as soon after as a
 * worker runs. Once a minute: checks that entry closed and rewards stand where they should, whatever the deadlines say,
 * and sees to it where that is still not so a minute later.
 */
export function calendar({ pool, now, beginDay, takeSteps, missed }: CalendarOptions): Job {
  let begun: string | undefined;
  let nextCheck = now() + checkEveryMs;
  let suspects = new Set<string>();
  return {
    name: 'calendar',
    every: '1 second',
    async run() {
      const at = now();
      const today = dayOf(at);
      if (begun !== today) {
        await beginDay();
        begun = today;
      }
      if (at < nextCheck) return;
      nextCheck = at + checkEveryMs;
      const overdue = await overdueTournaments(pool, at - checkEveryMs);
      const late = overdue.filter((id) => suspects.has(id));
      suspects = new Set(overdue);
      const done = await Promise.allSettled(late.map((id) => takeSteps(id)));
      missed(done.filter(({ status }) => status === 'fulfilled').length);
      const failure = done.find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}

/** Those with a step that was due by then and was not taken. */
async function overdueTournaments(pool: Pool, by: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from tournament
     where finished_at is null and cancelled_at is null and (ends_at <= $1
       or closed_at is null and entry_closes_at <= $1 or opened_at is null and starts_at <= $1)`,
    [new Date(by)],
  );
  return rows.map(({ id }) => id);
}
