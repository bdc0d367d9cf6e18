import type { QueryConfig, QueryResultRow } from 'pg';
import type { LogEntry } from '../../subscriptions/eventLog.ts';

interface MemoryStream {
  head: number;
  tail: number;
  entries: LogEntry[];
}

/**
 * Answers the event log's two queries from memory. `pass` is waited for before the snapshot is taken and again before it
 * is handed over, so that an answer may be as old as a test wants; `broken` may refuse any query.
 */
export class MemoryDatabase {
  /** What `server/epoch.ts` would say now. */
  epoch = '000000000000000a';
  pass = (): Promise<void> => Promise.resolve();
  broken = (): boolean => false;
  /** Queries so far, by name. */
  readonly asked = { 'stream-extents': 0, 'stream-read': 0 };
  readonly #streams = new Map<string, MemoryStream>();
  #number = 0;

  async query<Row extends QueryResultRow>({ name, values = [] }: QueryConfig<unknown[]>): Promise<{ rows: Row[] }> {
    await this.pass();
    if (this.broken()) throw new Error('The database is away');
    const rows = this.#answer(name, values);
    await this.pass();
    return { rows: rows as unknown as Row[] };
  }

  /** Commits events of a game, each with a number of its own as `startedAt`. */
  append(stream: string, count = 1, changes: Partial<LogEntry> = {}): LogEntry[] {
    const at = this.stream(stream);
    const entries = Array.from({ length: count }, (_, index): LogEntry => {
      this.#number += 1;
      const payload = { startedAt: this.#number };
      return { seq: at.head + index + 1, type: 'GameStarted', version: 1, payload, at: this.#number, ...changes };
    });
    at.entries.push(...entries);
    at.head += count;
    return entries;
  }

  /** Retention: forgets everything before `tail`. */
  trim(stream: string, tail: number): void {
    const at = this.stream(stream);
    at.tail = tail;
    at.entries = at.entries.filter(({ seq }) => seq >= tail);
  }

  /** Goes back to when the stream ended at `head`; another history from there, under another epoch unless told. */
  restore(stream: string, head: number, epoch = `${Number.parseInt(this.epoch, 16) + 1}`.padStart(16, '0')): void {
    const at = this.stream(stream);
    at.head = Math.max(0, Math.min(at.head, head));
    at.entries = at.entries.filter(({ seq }) => seq <= at.head);
    this.epoch = epoch;
  }

  /** The numbers of the events kept, in order. */
  numbers(stream: string): unknown[] {
    return this.stream(stream).entries.map(({ at }) => at);
  }

  stream(id: string): MemoryStream {
    const found = this.#streams.get(id) ?? { head: 0, tail: 1, entries: [] };
    this.#streams.set(id, found);
    return found;
  }

  #answer(name: string | undefined, values: unknown[]): object[] {
    if (name === 'stream-extents') {
      this.asked[name] += 1;
      const [ids] = values as [string[]];
      return ids
        .map((id) => ({ id, ...this.stream(id) }))
        .filter(({ head }) => head > 0)
        .map(({ id, head, tail }) => ({ id, head, tail }));
    }
    if (name !== 'stream-read') throw new Error(`Unknown query ${name}`);
    this.asked[name] += 1;
    const [id, after, limit] = values as [string, number, number];
    return this.stream(id)
      .entries.filter(({ seq }) => seq > after)
      .slice(0, limit)
      .map((entry) => ({ ...entry, at: new Date(entry.at) }));
  }
}
