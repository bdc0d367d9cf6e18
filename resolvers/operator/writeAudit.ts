import type { ClientBase, Pool } from 'pg';
import type { AuditAction } from '../../entities/auditEntry.ts';

/** An entry as the table has it. */
export interface AuditRow {
  id: string;
  at: string;
  by_user_id: string | null;
  by_service_id: string | null;
  action: AuditAction;
  subject: string;
  reason: string | null;
  details: Record<string, string>;
}

/** Adds entries to the audit log. Give the connection of the transaction in which what they say is done. */
export async function writeAudit(connection: ClientBase | Pool, rows: readonly AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  await connection.query({
    name: 'write-audit',
    text: `
      insert into audit_entry (id, at, by_user_id, by_service_id, action, subject, reason, details)
      select id, at, by_user_id, by_service_id, action, subject, reason, details
      from jsonb_populate_recordset(null::audit_entry, $1)`,
    values: [JSON.stringify(rows)],
  });
}
