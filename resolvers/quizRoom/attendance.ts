import pg, { type Pool } from 'pg';
import { v7 as uuid } from 'uuid';

export interface AttendanceOptions {
  pool: Pool;
  /** Unix milliseconds. */
  now(): number;
  /** Someone of the room came or went. */
  changed(roomId: string): void;
  failed(error: unknown): void;
}

/**
 * How often a node says that it lives, and after how long a silent one is taken for dead, its people for gone: with the
 * wait for whoever looks, 25 seconds.
 */
export const beatMs = 5_000;
export const deadAfterMs = 4 * beatMs;

const foreignKeyViolation = '23503';

interface Guest {
  /** Streams of the room that they follow on this node. */
  streams: number;
  /** Whether the table says so. */
  written: boolean;
}

/**
 * Who of which room has a socket on this node: in memory, and, behind it, in the table that all nodes see. A node that
 * dies stops saying that it lives, and whoever notices takes its people out; one that was taken for dead too soon puts
 * them back.
 */
export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #nodeId = uuid();
  readonly #rooms = new Map<string, Map<string, Guest>>();
  #timer: NodeJS.Timeout | undefined;
  #begun: Promise<void> | undefined;

  constructor(options: AttendanceOptions) {
    this.#options = options;
  }

  start(): void {
    const beat = () => this.#beat().catch((error: unknown) => this.#options.failed(error));
    this.#timer = setInterval(() => void (this.#begun && beat()), beatMs).unref();
  }

  /** People who come back elsewhere within a moment were never gone; the sweep tells of the rest. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    if (!this.#begun) return;
    await this.#options.pool.query('delete from live_node where id = $1', [this.#nodeId]);
  }

  /** Someone follows a room's stream, until they are gone. */
  attend(roomId: string, userId: string): { gone(): void } {
    const guests = this.#rooms.get(roomId) ?? new Map<string, Guest>();
    this.#rooms.set(roomId, guests);
    const guest = guests.get(userId) ?? { streams: 0, written: false };
    guests.set(userId, guest);
    guest.streams += 1;
    if (guest.streams === 1) this.#options.changed(roomId);
    return {
      gone: () => {
        guest.streams -= 1;
        if (guest.streams === 0) this.#options.changed(roomId);
      },
    };
  }

  /** Makes the table say of a room what is so on this node. */
  async write(roomId: string): Promise<void> {
    const guests = this.#rooms.get(roomId);
    if (!guests) return;
    const there = [...guests].filter(([, { streams, written }]) => streams > 0 && !written);
    const gone = [...guests].filter(([, { streams, written }]) => streams === 0 && written);
    if (there.length + gone.length > 0) {
      await this.#begin();
      await this.#put(roomId, ids(there), ids(gone));
      for (const [, guest] of there) guest.written = true;
      for (const [, guest] of gone) guest.written = false;
    }
    for (const [userId, { streams, written }] of guests) if (streams === 0 && !written) guests.delete(userId);
    if (guests.size === 0) this.#rooms.delete(roomId);
  }

  async #put(roomId: string, there: readonly string[], gone: readonly string[]): Promise<void> {
    const put = {
      name: 'write-quiz-presence',
      text: `
        with gone as (
          delete from quiz_presence where room_id = $1 and node_id = $2 and user_id = any($4))
        insert into quiz_presence (room_id, node_id, user_id)
        select $1, $2, user_id from unnest($3::uuid[]) as t(user_id) on conflict do nothing`,
      values: [roomId, this.#nodeId, there, gone],
    };
    try {
      await this.#options.pool.query(put);
    } catch (error) {
      // Taken for dead: all of it is written anew, this with it.
      if (error instanceof pg.DatabaseError && error.code === foreignKeyViolation) await this.#beat();
      throw error;
    }
  }

  /** A node nobody is on says nothing. */
  #begin(): Promise<void> {
    this.#begun ??= this.#beat().catch((error: unknown) => {
      this.#begun = undefined;
      throw error;
    });
    return this.#begun;
  }

  async #beat(): Promise<void> {
    const { pool, now, changed } = this.#options;
    const { rows } = await pool.query<{ fresh: boolean }>({
      name: 'live-node',
      text: `
        insert into live_node (id, seen_at) values ($1, $2)
        on conflict (id) do update set seen_at = greatest(live_node.seen_at, excluded.seen_at) returning xmax = 0 as fresh`,
      values: [this.#nodeId, new Date(now())],
    });
    if (!rows[0]?.fresh) return;
    // Others took this node for dead, or it is new: nothing of it is in the table.
    for (const [roomId, guests] of this.#rooms) {
      for (const guest of guests.values()) guest.written = false;
      changed(roomId);
    }
  }
}

function ids(guests: readonly [string, Guest][]): string[] {
  return guests.map(([userId]) => userId);
}
