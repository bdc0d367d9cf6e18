import type { Pool } from 'pg';
import { beatMs, deadAfterMs } from '../liveNode.ts';

/**
 * Two looks farther apart have a break between them. What is shorter silences nobody for as long as the dead are silent:
 * a beat may be due at its begin, and the next a beat after its end.
 */
const breakMs = deadAfterMs - 2 * beatMs;

export interface UntoldRoomsOptions {
  pool: Pool;
  /** Unix milliseconds. */
  now(): number;
  /** There is something to tell of a room. */
  found(roomId: string): void;
  failed(error: unknown): void;
}

/**
 * Takes for gone who was on nodes that died, and finds rooms that have something to tell which nobody told: their node
 * died, or a pulse failed. What cannot be known is no absence: after a break in its looks, such as an outage of the
 * database, everyone first has the time to say that they live.
 */
export class UntoldRooms {
  readonly #options: UntoldRoomsOptions;
  /** Since when this has looked without a break, and when it last did. */
  #since: number;
  #last: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: UntoldRoomsOptions) {
    this.#options = options;
    this.#since = this.#last = options.now();
  }

  start(): void {
    const look = () => this.look().catch((error: unknown) => this.#options.failed(error));
    this.#timer = setInterval(() => void look(), beatMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    const { pool, now, found } = this.#options;
    const at = now();
    if (at - this.#last >= breakMs) this.#since = at;
    if (at - this.#since >= deadAfterMs) {
      await pool.query('delete from live_node where seen_at < $1', [new Date(at - deadAfterMs)]);
    }
    const { rows } = await pool.query<{ id: string }>({
      name: 'untold-quiz-rooms',
      text: `
        select r.id from quiz_room r where r.phase <> 'ENDED' and r.id in (
          select room_id from quiz_member where not announced
          union all
          select m.room_id from quiz_member m
          where m.online and not exists (
            select from quiz_presence p where p.room_id = m.room_id and p.user_id = m.user_id)
          union all
          select p.room_id from quiz_presence p join quiz_member m on m.room_id = p.room_id and m.user_id = p.user_id
          where not m.online and m.status = 'IN'
          union all
          select q.id from deadline d join quiz_room q on q.id = d.subject
          where d.kind in ('QUESTION', 'HOST_GONE') and q.phase = 'QUESTION' and q.answered < (
            select count(*) from quiz_answer a join quiz_member m on m.room_id = a.room_id and m.user_id = a.user_id
            where a.room_id = q.id and a.question_index = q.question_index and m.plays and m.status = 'IN'))`,
    });
    this.#last = at;
    for (const { id } of rows) found(id);
  }
}
