import type { QueryConfig, QueryResultRow } from 'pg';
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

/** What the log needs of a pool. */
export interface LogDatabase {
  query<Row extends QueryResultRow>(config: QueryConfig<unknown[]>): Promise<{ rows: Row[] }>;
}

/** Reads streams and knows the epoch. Every call is one query on the background pool; errors are the database's. */
export class EventLog {
  readonly #database: LogDatabase;
  readonly #epoch: () => string;

  constructor(database: LogDatabase, epoch: () => string) {
    this.#database = database;
    this.#epoch = epoch;
  }

  /** Hash of the database's identity and timeline; see `server/epoch.ts`. */
  get epoch(): string {
    return this.#epoch();
  }

  /** Heads and tails of the streams named, in their order; one never written to has nothing yet. */
  async extents(streams: readonly string[]): Promise<StreamExtent[]> {
    const { rows, epoch } = await this.#query<{ id: string; head: number; tail: number }>({
      name: 'stream-extents',
      text: 'select id, head, tail from stream where id = any($1)',
      values: [streams],
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    return streams.map((stream) => {
      const { head = 0, tail = 1 } = found.get(stream) ?? {};
      return { stream, epoch, head, tail };
    });
  }

  async extent(stream: string): Promise<StreamExtent> {
    const [extent] = await this.extents([stream]);
    if (!extent) throw new RangeError(`No extent of ${stream}`);
    return extent;
  }

  /** Up to `limit` entries after `after`, oldest first. */
  async read(stream: string, after: number, limit: number): Promise<LogEntry[]> {
    const { rows } = await this.#query<Omit<LogEntry, 'at'> & { at: Date }>({
      name: 'stream-read',
      text: `select seq, type, version, payload, at from event
             where stream = $1 and seq > $2 order by seq limit $3`,
      values: [stream, after, limit],
    });
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }

  /** Asks again when the database was replaced meanwhile: nobody knows which of the two has answered. */
  async #query<Row extends QueryResultRow>(config: QueryConfig<unknown[]>): Promise<{ rows: Row[]; epoch: string }> {
    for (;;) {
      const { epoch } = this;
      const { rows } = await this.#database.query<Row>(config);
      if (epoch === this.epoch) return { rows, epoch };
    }
  }
}
