import pg, { type Pool } from 'pg';
import type { LiveNode } from '../liveNode.ts';

export interface AttendanceOptions {
  pool: Pool;
  node: Pick<LiveNode, 'id' | 'begin' | 'beat' | 'whenNew'>;
  /** Someone of the room came or went. */
  changed(roomId: string): void;
}

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
  readonly #rooms = new Map<string, Map<string, Guest>>();

  constructor(options: AttendanceOptions) {
    this.#options = options;
    options.node.whenNew(() => this.#writeAnew());
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
      await this.#options.node.begin();
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
      values: [roomId, this.#options.node.id, there, gone],
    };
    try {
      await this.#options.pool.query(put);
    } catch (error) {
      // Taken for dead: all of it is written anew, this with it.
      if (error instanceof pg.DatabaseError && error.code === foreignKeyViolation) {
        await this.#options.node.beat();
      }
      throw error;
    }
  }

  /** Nothing of this node is in the table. */
  #writeAnew(): void {
    for (const [roomId, guests] of this.#rooms) {
      for (const guest of guests.values()) guest.written = false;
      this.#options.changed(roomId);
    }
  }
}

function ids(guests: readonly [string, Guest][]): string[] {
  return guests.map(([userId]) => userId);
}
