import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';
import { auditRow } from '../operator/auditRow.ts';
import { writeAudit } from '../operator/writeAudit.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Ends a service token, which is written down with it: on this node at once, on all others within half a second. Ending
 * one twice is fine.
 */
export async function revokeServiceToken(context: Context, { id }: { id: string }): Promise<void> {
  const { pool, clock, sessions } = context.services;
  const entry = auditRow(context, { action: 'revokeServiceToken', subject: `ServiceToken:${id}` });
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      'update service_token set revoked_at = $2 where id = $1 and revoked_at is null',
      [id, new Date(clock.now())],
    );
    if (rowCount) return writeAudit(client, [entry]);
    const { rowCount: known } = await client.query('select from service_token where id = $1', [id]);
    if (!known) throw new NotFoundError('service token');
  });
  sessions.ended([id]);
}
