import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { dueAt, tournamentSteps, type TournamentDefinition } from '../../rules/tournament.ts';
import { type AuditRow, writeAudit } from '../operator/writeAudit.ts';
import type { Services } from '../services.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { takeSteps } from './takeSteps.ts';

/**
 * Makes a tournament and the deadlines of its steps, and takes those that are due already. False: there is one for that
 * day, or of that name at that time.
 * @param audit what is to be written down of it, by its id: of one that an operator makes
 */
export async function createTournament(
  services: Services,
  definition: TournamentDefinition,
  { dailyDate, audit }: { dailyDate?: string; audit?: (id: string) => AuditRow },
): Promise<boolean> {
  const { pool, clock, policy, observer, deadlines } = services;
  const { name, minLevel, entryFee, groupSize, rewards } = definition;
  const times = {
    startsAt: new Date(definition.startsAt),
    entryClosesAt: new Date(definition.entryClosesAt),
    endsAt: new Date(definition.endsAt),
  };
  const id = uuid();
  const put = async (client: ClientBase): Promise<boolean> => {
    const { rowCount } = await client.query(
      `with made as (
         insert into tournament (id, name, daily_date, starts_at, entry_closes_at, ends_at, min_level, entry_fee,
           group_size, grouping_rule, rewards, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id)
       insert into deadline (kind, subject, due_at)
       select step.kind, made.id, step.due_at from made, unnest($13::text[], $14::timestamptz[]) step(kind, due_at)`,
      [
        id,
        name,
        dailyDate ?? null,
        times.startsAt,
        times.entryClosesAt,
        times.endsAt,
        minLevel,
        entryFee,
        groupSize,
        policy.groupingRule,
        JSON.stringify(rewards),
        new Date(clock.now()),
        tournamentSteps,
        tournamentSteps.map((step) => new Date(dueAt(times, step))),
      ],
    );
    if (rowCount && audit) await writeAudit(client, [audit(id)]);
    return Boolean(rowCount);
  };
  if (!(await retrying(observer, () => inTransaction(pool, put)))) return false;
  await takeSteps(services, id);
  deadlines.wake();
  return true;
}
