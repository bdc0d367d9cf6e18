import { randomUUID } from 'node:crypto';
import { PostgresBackend } from '@agendajs/postgres-backend';
import { Agenda } from 'agenda';
import type { Pool } from 'pg';
import { lockerPrefix } from '../resolvers/operator/listJobs.ts';
import type { Job } from './job.ts';

/** Caps every cadence: a job every second needs to be looked for more often than that. */
const processEveryMs = 500;
/** How long a job hangs after its worker died; longer than looking, waiting and running take together. */
const lockLifetimeMs = 15_000;
const drainMs = 10_000;

export interface SchedulerOptions {
  /** Another each time a process starts; one of its own when left out. */
  nodeId?: string;
  pool: Pool;
  jobs: readonly Job[];
  failed(error: unknown, job?: string): void;
  ran(job: string, took: { ms: number }): void;
  /** A job begins: `lateMs` after it was due. */
  began(job: string, lateMs: number): void;
}

/** Runs the jobs on an Agenda of this process; each runs on one worker at a time. */
export class Scheduler {
  readonly #agenda: Agenda;
  readonly #options: SchedulerOptions;
  readonly #name: string;
  /** Of the jobs taken and not begun, by id, in Unix milliseconds: Agenda goes by this machine's clock. */
  readonly #dueAt = new Map<string, number>();

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const { pool, failed, nodeId = randomUUID() } = options;
    this.#name = `${lockerPrefix}${nodeId}`;
    const backend = new PostgresBackend({ pool, ensureSchema: false });
    // Without a listener a lost connection would end the process.
    backend.notificationChannel?.on('error', (error) => failed(error));
    this.#noteDue(backend);
    this.#agenda = new Agenda({
      backend,
      name: this.#name,
      processEvery: processEveryMs,
      defaultLockLifetime: lockLifetimeMs,
      defaultConcurrency: 1,
      removeOnComplete: true,
    });
    this.#agenda.on('error', (error) => failed(error));
  }

  async start(): Promise<void> {
    const { jobs, ran, failed } = this.#options;
    for (const job of jobs) {
      // One argument: a handler that takes two is waited for until it calls the second.
      this.#agenda.define(
        job.name,
        async ({ attrs }) => {
          this.#tellLateness(job.name, String(attrs._id));
          const began = performance.now();
          try {
            await job.run();
            ran(job.name, { ms: performance.now() - began });
          } catch (error) {
            failed(error, job.name);
            throw error;
          }
        },
        { lockLifetime: job.lockMs ?? lockLifetimeMs },
      );
    }
    await this.#agenda.ready;
    await this.#agenda.start();
    for (const job of jobs) await this.#schedule(job);
  }

  /** By the time a job runs, Agenda has forgotten when it was due: that is noted when it is taken. */
  #noteDue({ repository }: PostgresBackend): void {
    const take = repository.getNextJobToRun.bind(repository);
    repository.getNextJobToRun = async (...args) => {
      const taken = await take(...args);
      if (taken?.nextRunAt) this.#dueAt.set(String(taken._id), taken.nextRunAt.getTime());
      return taken;
    };
  }

  #tellLateness(job: string, id: string): void {
    const dueAt = this.#dueAt.get(id);
    this.#dueAt.delete(id);
    if (dueAt !== undefined) this.#options.began(job, Date.now() - dueAt);
  }

  /** Puts a job in place unless it is: scheduling it again would push back a run that is overdue. */
  async #schedule({ name, every }: Job): Promise<void> {
    const { pool } = this.#options;
    // Agenda keeps the next run of the cadence before, however far off; a new one begins now.
    await pool.query(
      `update agenda_jobs set next_run_at = null where name = $1 and type = 'single' and repeat_interval <> $2`,
      [name, every],
    );
    const { rows } = await pool.query(
      `select from agenda_jobs where name = $1 and type = 'single' and repeat_interval = $2 and next_run_at is not null`,
      [name, every],
    );
    if (rows.length === 0) await this.#agenda.every(every, name, undefined, { timezone: 'UTC' });
  }

  /** Lets running jobs finish, and gives back what was only locked ahead. */
  async stop(): Promise<void> {
    await this.#agenda.drain(drainMs);
    await this.#options.pool.query('update agenda_jobs set locked_at = null where last_modified_by = $1', [this.#name]);
  }
}
