import type { Pool } from 'pg';
import type { Job } from './job.ts';

export interface StandingsDriftOptions {
  pool: Pool;
  /** Compares copies of boards with the table: how many entries differ. They are made anew. */
  copies(): Promise<number>;
  /** How many entries of copies differed from the table, and of the table from the ledger. Both should stay zero. */
  found(copies: number, ledger: number): void;
}

/** Boards whose ledgers are summed up by one statement. */
const batchSize = 500;
/** Every entry there is is read: much longer than other jobs take. */
const lockMs = 1_800_000;

/**
 * Hourly: compares where people stand with the copies made of it, and with the ledger it follows from: on boards that
 * add scores up and have a ledger, each person's score in the season that is on is the sum of theirs. Linear in ledger
 * and boards.
 */
export function standingsDrift({ pool, copies, found }: StandingsDriftOptions): Job {
  return {
    name: 'standingsDrift',
    every: '1 hour',
    lockMs,
    async run() {
      found(await copies(), await ledgerDrift(pool));
    },
  };
}

async function ledgerDrift(pool: Pool): Promise<number> {
  let drifted = 0;
  for (let last: string | null = null; ;) {
    const { rows }: { rows: { id: string }[] } = await pool.query(
      `select id from scoreboard
       where operator = 'INCREMENT' and kind not in ('GROUP', 'BATTLE') and ($1::uuid is null or id > $1) order by id limit $2`,
      [last, batchSize],
    );
    if (rows.length === 0) return drifted;
    last = rows.at(-1)?.id ?? null;
    const { rows: counted } = await pool.query<{ drifted: number }>(comparison, [rows.map(({ id }) => id)]);
    drifted += counted[0]?.drifted ?? 0;
  }
}

/** One statement, and so one moment: a score and what follows from it are committed together. */
const comparison = `
  with board as (select id, season from scoreboard where id = any($1::uuid[])),
  ledger as (
    select e.scoreboard_id, e.user_id, sum(e.points) as score
    from board b join score_entry e on e.scoreboard_id = b.id and e.season = b.season group by 1, 2),
  stands as (
    select s.scoreboard_id, s.user_id, s.score
    from board b join standing s on s.scoreboard_id = b.id and s.season = b.season)
  select count(*)::int as drifted from ledger full join stands using (scoreboard_id, user_id)
  where coalesce(ledger.score, 0) <> coalesce(stands.score, 0)`;
