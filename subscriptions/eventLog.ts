import type { Pool } from 'pg';
import type { StreamExtent } from './resume.ts';

/** One entry of a stream as it is kept: the payload is not yet parsed, `at` is Unix time in milliseconds. */
export interface LogEntry {
  seq: number;
  type: string;
  version: number;
  payload: unknown;
  at: number;
}

/** What an operation appends; the log numbers it. */
export interface NewEntry {
  type: string;
  version: number;
  payload: object;
}

/** Reads streams and knows the epoch. Every call is one query on the background pool; errors are the database's. */
export class EventLog {
  readonly #pool: Pool;
  readonly #epoch: () => string;

  constructor(pool: Pool, epoch: () => string) {
    this.#pool = pool;
    this.#epoch = epoch;
  }

  /** Hash of the database's identity and timeline; see `server/epoch.ts`. */
  get epoch(): string {
    return this.#epoch();
  }

  /** Heads and tails of the streams named; those never written to are left out. */
  async extents(streams: readonly string[]): Promise<StreamExtent[]> {
    const { rows } = await this.#pool.query<{ id: string; head: number; tail: number }>({
      name: 'stream-extents',
      text: 'select id, head, tail from stream where id = any($1)',
      values: [streams],
    });
    const epoch = this.epoch;
    return rows.map(({ id, head, tail }) => ({ stream: id, epoch, head, tail }));
  }

  async extent(stream: string): Promise<StreamExtent> {
    const [extent] = await this.extents([stream]);
    return extent ?? { stream, epoch: this.epoch, head: 0, tail: 1 };
  }

  /** Up to `limit` entries after `after`, oldest first. */
  async read(stream: string, after: number, limit: number): Promise<LogEntry[]> {
    const { rows } = await this.#pool.query<Omit<LogEntry, 'at'> & { at: Date }>({
      name: 'stream-read',
      text: `select seq, type, version, payload, at from event
             where stream = $1 and seq > $2 order by seq limit $3`,
      values: [stream, after, limit],
    });
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }
}
