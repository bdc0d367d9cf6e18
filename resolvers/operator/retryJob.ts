import pg from 'pg';
import type { Context } from '../context.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { auditRow } from './auditRow.ts';
import { writeAudit } from './writeAudit.ts';
import { jobColumns, type KeptJob } from './listJobs.ts';
import { readReason } from './readReason.ts';

/**
 * Has a job run now, or again, which is written down with it. One that runs already, or is about to, is left alone.
 * Undefined when there is none (any more): what was to be done once and is done is forgotten.
 */
export async function retryJob(
  context: Context,
  { jobId, reason: given }: { jobId: string; reason: string },
): Promise<KeptJob | undefined> {
  const { pool, observer } = context.services;
  const reason = readReason(given);
  return retrying(observer, () =>
    inTransaction(pool, async (client) => {
      // Agenda goes by the database's time.
      const { rows: hurried } = await client.query<{ name: string }>(
        `update agenda_jobs set next_run_at = now()
         where id = $1 and not disabled and locked_at is null and (next_run_at is null or next_run_at > now())
         returning name`,
        [jobId],
      );
      for (const { name } of hurried) {
        const deed = { action: 'retryJob', subject: `Job:${jobId}`, reason, details: { name } } as const;
        await writeAudit(client, [auditRow(context, deed)]);
      }
      const { rows } = await client.query<KeptJob>({
        types: pg.types,
        text: `select ${jobColumns} from agenda_jobs where id = $1`,
        values: [jobId],
      });
      return rows[0];
    }),
  );
}
