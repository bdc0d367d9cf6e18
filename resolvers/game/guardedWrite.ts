import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { NewEntry } from '../../subscriptions/eventLog.ts';
import { queueing } from '../telegram/queueNotices.ts';
import type { GameScore } from './gameScores.ts';
import type { PersonalEntry } from './toldPlayer.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * A write of several tables in one statement, guarded by the head of a stream: the append to the stream comes first and
 * every other part hangs on it, so either all of it happens, numbered right after the head the writer had read, or, when
 * somebody else appended meanwhile, nothing.
 *
 * Its shape is part of its name, so that each shape is planned once per connection.
 */
export class GuardedWrite {
  readonly #parts: string[] = [];
  readonly #values: unknown[];
  #name: string;
  #tells = false;

  private constructor(name: string, guard: string, values: unknown[]) {
    this.#name = name;
    this.#values = values;
    this.#parts.push(
      guard,
      `logged as (
        insert into event (stream, seq, type, version, payload, at)
        select $1, s.head - $2::int + e.position, e.type, e.version, e.payload, $3
        from s, rows from (jsonb_to_recordset($4) as (type text, version int, payload jsonb))
          with ordinality as e(type, version, payload, position))`,
    );
  }

  static append(stream: string, head: number, entries: readonly NewEntry[], at: number): GuardedWrite {
    const guard = 's as (update stream set head = head + $2::int where id = $1 and head = $5 returning head)';
    return new GuardedWrite('append', guard, [...common(stream, entries, at), head]);
  }

  /** For an aggregate, and so a stream, that is new. */
  static begin(stream: string, entries: readonly NewEntry[], at: number): GuardedWrite {
    const guard = 's as (insert into stream (id, head) values ($1, $2::int) returning head)';
    return new GuardedWrite('begin', guard, common(stream, entries, at));
  }

  /**
   * Inserts rows, all of the same columns, or updates those whose keys are there. `merge` says how a column combines
   * with what stands; all others are replaced. Names come from code, never from input.
   */
  upsert(table: string, keys: readonly string[], rows: readonly object[], merge: Record<string, string> = {}): void {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    const updates = columns
      .filter((column) => !keys.includes(column))
      .map((column) => `${column} = ${merge[column] ?? `excluded.${column}`}`);
    this.#add(
      `put_${table}`,
      `insert into ${table} (${columns.join(', ')})
       select ${columns.map((column) => `r.${column}`).join(', ')}
       from s, jsonb_populate_recordset(null::${table}, ${this.#value(rows)}) r
       on conflict (${keys.join(', ')}) do update set ${updates.join(', ')}`,
    );
  }

  /** Adds rows, all of the same columns, to a table that is only added to. */
  insert(table: string, rows: readonly object[]): void {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first);
    this.#add(
      `add_${table}`,
      `insert into ${table} (${columns.join(', ')}) select ${columns.map((column) => `r.${column}`).join(', ')}
       from s, jsonb_populate_recordset(null::${table}, ${this.#value(rows)}) r`,
    );
  }

  /** Deletes the rows with these keys. */
  remove(table: string, rows: readonly Row[]): void {
    const [first] = rows;
    if (!first) return;
    const match = Object.keys(first).map((column) => `t.${column} = r.${column}`);
    this.#add(
      `drop_${table}`,
      `delete from ${table} t using s, jsonb_populate_recordset(null::${table}, ${this.#value(rows)}) r
       where ${match.join(' and ')}`,
    );
  }

  /** Makes a game's board, when it is not there, puts scores into its ledger and sets where the players stand. */
  score(gameId: string, scores: readonly GameScore[]): void {
    const id = `${this.#text(gameId)}::uuid`;
    this.#add(
      'board',
      `insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
       select ${id}, 'game:' || ${id}, 'GAME', 'Game', 'INCREMENT', 'HIGHEST_FIRST', $3 from s on conflict do nothing`,
    );
    if (scores.length === 0) return;
    const rows = `s, jsonb_to_recordset(${this.#value(scores)})
       as r(user_id uuid, score int, points int, key text, action text)`;
    this.#add(
      'scored',
      `insert into score_entry (scoreboard_id, idempotency_key, season, user_id, points, action, source, at)
       select ${id}, r.key, 1, r.user_id, r.points, r.action, 'Game:' || ${id}, $3 from ${rows} where r.points <> 0`,
    );
    this.#add(
      'stood',
      `insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
       select ${id}, 1, r.user_id, r.score, -r.score, $3 from ${rows}
       on conflict (scoreboard_id, season, user_id) do update
       set score = excluded.score, rank_key = excluded.rank_key, revision = excluded.revision,
         achieved_at = excluded.achieved_at, xid = excluded.xid`,
    );
  }

  /**
   * Appends to one more stream, a person's, whose row is locked after the guard's. Never with scores: what follows from
   * those is locked as the statement ends, and standings come before people's streams.
   */
  tell({ stream, entry, notice }: PersonalEntry): void {
    const id = this.#text(stream);
    const payload = this.#text(JSON.stringify(entry.payload));
    this.#add(
      'told',
      `insert into stream as t (id, head) select ${id}::text, 1 from s
       on conflict (id) do update set head = t.head + 1 returning head`,
    );
    this.#add(
      'told_event',
      `insert into event (stream, seq, type, version, payload, at)
       select ${id}::text, told.head, ${this.#text(entry.type)}, ${entry.version}, ${payload}::jsonb, $3 from told`,
    );
    if (notice) {
      const { users, subject, notice: said, usefulUntil } = notice;
      this.#add(
        `noticed_${said.kind}`,
        queueing(
          said.kind,
          `select ${this.#text(users[0] ?? '')}::uuid as user_id, ${this.#text(subject)}::uuid as subject,
             ${this.#text(JSON.stringify(said.data))}::jsonb as data, $3::timestamptz as at,
             ${this.#text(new Date(usefulUntil).toISOString())}::timestamptz as useful_until from told`,
        ),
      );
    }
    this.#tells = true;
  }

  /** Undefined when the guard did not hold; otherwise where the event stands that a person was told, if one was. */
  async run(connection: Pool | ClientBase): Promise<{ toldAs: number | undefined } | undefined> {
    // PostgreSQL cuts names at 63 characters, and names of the same beginning would become one.
    const name = `write-${createHash('sha256').update(this.#name).digest('base64url').slice(0, 22)}`;
    const { rows } = await connection.query<{ toldAs: number | null }>({
      name,
      text: `with ${this.#parts.join(', ')} select ${this.#tells ? 'told.head' : 'null'} as "toldAs"
        from ${this.#tells ? 's, told' : 's'}`,
      values: this.#values,
    });
    return rows[0] && { toldAs: rows[0].toldAs ?? undefined };
  }

  #value(rows: readonly object[]): string {
    this.#values.push(JSON.stringify(rows));
    return `$${this.#values.length}`;
  }

  #text(value: string): string {
    this.#values.push(value);
    return `$${this.#values.length}`;
  }

  #add(name: string, text: string): void {
    this.#name += `+${name}`;
    this.#parts.push(`${name} as (${text})`);
  }
}

function common(stream: string, entries: readonly NewEntry[], at: number): unknown[] {
  return [stream, entries.length, new Date(at), JSON.stringify(entries)];
}
