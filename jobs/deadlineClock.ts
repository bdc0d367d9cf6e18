import pLimit from 'p-limit';
import type { Pool } from 'pg';
import { deadlineKinds, type Deadline } from '../entities/deadline.ts';
import type { Clock } from '../resolvers/clock.ts';

/** A deadline taken from the table. */
export interface DueDeadline extends Deadline {
  gameId: string | null;
  /** How often it was taken before. */
  attempts: number;
}

export interface DeadlineClockOptions {
  pool: Pool;
  clock: Clock;
  /** Closes the window, in a transaction of its own. Idempotent. */
  settle(deadline: DueDeadline): Promise<void>;
  observer: DeadlineObserver;
}

export interface DeadlineObserver {
  /** `lateMs`: from when it was due to when it was settled. */
  settled(deadline: DueDeadline, lateMs: number): void;
  failed(error: unknown, deadline?: DueDeadline): void;
}

/** The longest the clock looks away; shorter than the shortest window, so that none is opened and due unseen. */
const longestSleepMs = 250;
/** Taken at once: what a node that dies has taken waits for its lease to end. */
const batchSize = 16;
/** Windows closed at once on this node. */
const concurrency = 4;
/** A deadline taken by a node that dies, or whose settling fails, is taken again after this, doubled each time. */
const firstRetryMs = 1_000;
const longestRetryMs = 60_000;
const longestError = 500;

/**
 * Closes windows when nobody acts. Runs on every worker: takes what is due in batches that no other worker takes,
 * settles each by the operation a player's action would call, and sleeps until the next. One that fails waits longer
 * each time, and neither it nor one that takes long, such as the end of a large tournament, holds up the others.
 */
export class DeadlineClock {
  readonly #options: DeadlineClockOptions;
  readonly #limit = pLimit(concurrency);
  readonly #settling = new Map<string, Promise<void>>();
  #alarm = new AbortController();
  #running: Promise<void> | undefined;
  #stopping = false;

  constructor(options: DeadlineClockOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Looks at the table now: an earlier deadline may have been set. */
  wake(): void {
    this.#alarm.abort();
  }

  /** Settles what it has taken, then stops. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#running;
    await Promise.all(this.#settling.values());
  }

  async #run(): Promise<void> {
    const { clock, observer } = this.#options;
    while (!this.#stopping) {
      this.#alarm = new AbortController();
      const { signal } = this.#alarm;
      try {
        const due = await this.#take();
        await Promise.all(due.map((deadline) => this.#begin(deadline)));
        if (due.length > 0) continue;
        const now = clock.now();
        await clock.reach(Math.min(now + longestSleepMs, (await this.#next()) ?? Number.POSITIVE_INFINITY), signal);
      } catch (error) {
        observer.failed(error);
        await clock.reach(clock.now() + longestSleepMs, signal);
      }
    }
  }

  /** Done as it begins. One that this node is at already, past its lease, is left alone. */
  async #begin(deadline: DueDeadline): Promise<void> {
    const key = `${deadline.kind}:${deadline.subject}`;
    if (this.#settling.has(key)) return;
    await new Promise<void>((begun) => {
      const settled = this.#limit(() => {
        begun();
        return this.#settle(deadline);
      }).finally(() => this.#settling.delete(key));
      this.#settling.set(key, settled);
    });
  }

  async #settle(deadline: DueDeadline): Promise<void> {
    const { settle, observer, clock } = this.#options;
    try {
      await settle(deadline);
      observer.settled(deadline, clock.now() - deadline.dueAt);
    } catch (error) {
      observer.failed(error, deadline);
      await this.#remember(deadline, error);
    }
  }

  /** Says on its row why it failed, for operators. */
  async #remember({ kind, subject }: DueDeadline, error: unknown): Promise<void> {
    const { pool, clock, observer } = this.#options;
    const said = String(error instanceof Error ? error.message : error).slice(0, longestError);
    await pool
      .query({
        name: 'deadline-failed',
        text: 'update deadline set last_error = $3, failed_at = $4 where kind = $1 and subject = $2',
        values: [kind, subject, said, new Date(clock.now())],
      })
      .catch((failure: unknown) => observer.failed(failure));
  }

  async #next(): Promise<number | undefined> {
    const { rows } = await this.#options.pool.query<{ at: Date | null }>({
      name: 'next-deadline',
      text: 'select min(coalesce(retry_at, due_at)) as at from deadline where kind = any($1)',
      values: [deadlineKinds],
    });
    return rows[0]?.at?.getTime();
  }

  /** Leases what is due: whoever takes a row pushes its next try into the future in the same statement. */
  async #take(): Promise<DueDeadline[]> {
    const now = new Date(this.#options.clock.now());
    const { rows } = await this.#options.pool.query<DueDeadline & { dueAt: Date }>({
      name: 'take-deadlines',
      text: `
        with due as (
          select kind, subject from deadline where coalesce(retry_at, due_at) <= $1 and kind = any($5)
          order by coalesce(retry_at, due_at) limit $2 for no key update skip locked)
        update deadline d
        set attempts = d.attempts + 1,
            retry_at = $1::timestamptz + least($4, $3 * 2 ^ least(d.attempts, 20)) * interval '1 millisecond'
        from due where d.kind = due.kind and d.subject = due.subject
        returning d.kind, d.subject, d.game_id as "gameId", d.due_at as "dueAt", d.attempts - 1 as attempts`,
      values: [now, batchSize, firstRetryMs, longestRetryMs, deadlineKinds],
    });
    return rows.map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
  }
}
