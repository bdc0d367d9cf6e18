import pg from 'pg';
import type { DeadlineKind } from '../../entities/deadline.ts';
import type { Context } from '../context.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { auditRow } from './auditRow.ts';
import { writeAudit } from './writeAudit.ts';
import { deadlineSubject } from './deadlineSubject.ts';
import { type OpenWindow, windowColumns } from './listDeadlines.ts';
import { readReason } from './readReason.ts';

export interface RetryDeadlineInput {
  kind: DeadlineKind;
  /** Bare uuid. */
  subject: string;
  reason: string;
}

/**
 * Has a deadline that failed taken up now rather than after its wait, which is written down with it. One that has not
 * failed is its clock's, and left alone. Undefined when there is none (any more): it has been settled.
 */
export async function retryDeadline(
  context: Context,
  { kind, subject, reason: given }: RetryDeadlineInput,
): Promise<OpenWindow | undefined> {
  const { pool, clock, observer, deadlines } = context.services;
  const reason = readReason(given);
  const entry = auditRow(context, {
    action: 'retryDeadline',
    subject: deadlineSubject({ kind, subject }),
    reason,
    details: { kind },
  });
  const found = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `update deadline set retry_at = $3
         where kind = $1 and subject = $2 and attempts > 0 and failed_at is not null and retry_at > $3`,
        [kind, subject, new Date(clock.now())],
      );
      if (rowCount) await writeAudit(client, [entry]);
      const { rows } = await client.query<OpenWindow>({
        types: pg.types,
        text: `select ${windowColumns} from deadline where kind = $1 and subject = $2`,
        values: [kind, subject],
      });
      return rows[0];
    }),
  );
  deadlines.wake();
  return found;
}
