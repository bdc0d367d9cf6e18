import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/**
 * The timeline is that of the log being written: the control file learns of a new one only with the first checkpoint after
 * a failover, which may take minutes. On a standby, which no node can work with, this fails.
 */
const query = `
  select s.system_identifier::text || '.' || ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int
    || '.' || d.oid as history
  from pg_control_system() s, pg_database d where d.datname = current_database()`;

/**
 * Names the database's history: a hash of its system identifier, timeline and oid. Read again on every new connection of
 * the pool, because a connection is lost when a database is restored or fails over, and numbers of a stream mean nothing
 * across that.
 */
export class EpochWatch {
  #current = '';

  /** Empty until the first connection. */
  get current(): string {
    return this.#current;
  }

  /** For the pool's `onConnect`: nothing is read over a connection before this is. */
  async read(connection: ClientBase): Promise<void> {
    const { rows } = await connection.query<{ history: string }>(query);
    const [row] = rows;
    if (row) this.#current = createHash('sha256').update(row.history).digest('hex').slice(0, 16);
  }
}
