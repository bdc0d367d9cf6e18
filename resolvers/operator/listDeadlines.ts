import pg from 'pg';
import { validate as isUuid } from 'uuid';
import { type DeadlineKind, deadlineKinds } from '../../entities/deadline.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { type PageArgs, pageWith, sizeOf } from '../page.ts';

/** A window that is open. */
export interface OpenWindow {
  kind: DeadlineKind;
  subject: string;
  dueAt: Date;
  /** When it is taken up next: `dueAt`, or later once it has failed or is being settled. */
  nextAt: Date;
  attempts: number;
  failedAt: Date | null;
  lastError: string | null;
}

export const deadlineStates = ['DUE', 'FAILING'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** A clock takes what has failed up again after this, at the latest. */
const longestRetryMs = 60_000;

/** What has come is `state`'s; without one, all that are open. In the order in which they are taken up. */
const conditions: Record<DeadlineState | 'ANY', string> = {
  ANY: '$3::timestamptz is not null',
  DUE: `due_at <= $3 and coalesce(retry_at, due_at) <= $3::timestamptz + interval '${longestRetryMs} milliseconds'`,
  FAILING: '$3::timestamptz is not null and failed_at is not null and attempts > 0',
};

export const windowColumns = `kind, subject, due_at as "dueAt", coalesce(retry_at, due_at) as "nextAt", attempts,
  case when attempts > 0 then failed_at end as "failedAt", case when attempts > 0 then last_error end as "lastError"`;

/** Open windows, those that come next first. */
export async function listDeadlines(
  { services: { pool, clock } }: Context,
  { state, first, after }: Pick<PageArgs, 'first' | 'after'> & { state?: DeadlineState | null | undefined },
) {
  const size = sizeOf(first);
  const place = typeof after === 'string' ? placeOfCursor(after) : undefined;
  const which = state ?? 'ANY';
  const { rows } = await pool.query<OpenWindow>({
    name: `deadlines-${which}-${place ? 'behind' : 'first'}`,
    types: pg.types,
    text: `
      select ${windowColumns} from deadline
      where kind = any($1) and ${conditions[which]}
        ${place ? 'and (coalesce(retry_at, due_at), kind, subject) > ($4, $5, $6)' : ''}
      order by coalesce(retry_at, due_at), kind, subject limit $2`,
    values: [
      deadlineKinds,
      size + 1,
      new Date(clock.now()),
      ...(place ? [place.nextAt, place.kind, place.subject] : []),
    ],
  });
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return pageWith(edges, { hasNextPage: rows.length > size, hasPreviousPage: place !== undefined });
}

function cursorOf({ nextAt, kind, subject }: OpenWindow): string {
  return Buffer.from(`due:${nextAt.getTime()}:${kind}:${subject}`).toString('base64url');
}

function placeOfCursor(cursor: string): { nextAt: Date; kind: string; subject: string } {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, ms, kind = '', subject = ''] = /^due:(\d{1,14}):([A-Z_]+):(.{36})$/.exec(text) ?? [];
  if (!isUuid(subject)) throw badUserInput('`after` is not a cursor of this connection.');
  return { nextAt: new Date(Number(ms)), kind, subject };
}
