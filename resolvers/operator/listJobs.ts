import pg from 'pg';
import { validate as isUuid } from 'uuid';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { type PageArgs, pageWith, sizeOf } from '../page.ts';

/** A job as Agenda keeps it. Times are its own: the database's, whatever clock the game goes by. */
export interface KeptJob {
  id: string;
  name: string;
  /** As Agenda reads it; null of one that is done once. */
  every: string | null;
  nextRunAt: Date | null;
  lastRunAt: Date | null;
  lastFinishedAt: Date | null;
  failedAt: Date | null;
  failReason: string | null;
  /** In a row. */
  failures: number;
  /** Only while it runs, or is about to; with the id of the node that has it. */
  lockedAt: Date | null;
  lockedBy: string | null;
}

/** Before the id of its node, the name by which a process says of a job that it is at it. */
export const lockerPrefix = 'cupbearer-';

export const jobColumns = `id, name, repeat_interval as every, next_run_at as "nextRunAt", last_run_at as "lastRunAt",
  last_finished_at as "lastFinishedAt", failed_at as "failedAt", fail_reason as "failReason",
  coalesce(fail_count, 0) as failures, locked_at as "lockedAt",
  case when locked_at is not null then substring(last_modified_by from '^${lockerPrefix}(.+)$') end as "lockedBy"`;

/** Jobs, or those of a name, or those that failed when they last ran; in no order that means anything. */
export async function listJobs(
  { services: { pool } }: Context,
  {
    failing,
    name,
    first,
    after,
  }: Pick<PageArgs, 'first' | 'after'> & { failing?: boolean | null | undefined; name?: string | null | undefined },
) {
  const size = sizeOf(first);
  const wanted = [
    ...(failing ? ['fail_count > 0'] : []),
    '($3::text is null or name = $3)',
    '($2::uuid is null or id > $2)',
  ];
  const { rows } = await pool.query<KeptJob>({
    name: failing ? 'failing-jobs' : 'jobs',
    types: pg.types,
    text: `select ${jobColumns} from agenda_jobs where ${wanted.join(' and ')} order by id limit $1`,
    values: [size + 1, typeof after === 'string' ? idOfCursor(after) : null, name ?? null],
  });
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return pageWith(edges, { hasNextPage: rows.length > size, hasPreviousPage: typeof after === 'string' });
}

function cursorOf({ id }: KeptJob): string {
  return Buffer.from(`job:${id}`).toString('base64url');
}

function idOfCursor(cursor: string): string {
  const [, id = ''] = /^job:(.{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!isUuid(id)) throw badUserInput('`after` is not a cursor of this connection.');
  return id;
}
