import type { Pool } from 'pg';
import type { RoomResult } from './room.ts';

/** A question of a room, as the log has it. */
export interface Close {
  room: string;
  questionIndex: number;
  /** When it was to close, and how much later it did, in milliseconds. */
  deadline: number;
  lateMs: number;
  /** How often it opened and closed. */
  opened: number;
  closed: number;
  /** Answers by the event, and in the table. */
  answered: number;
  kept: number;
}

/** How every question of these rooms closed. */
export async function closesOf(pool: Pool, rooms: readonly string[]): Promise<Close[]> {
  const { rows } = await pool.query<Close>(
    `with told as (
       select substr(stream, length('QuizRoom:') + 1)::uuid as room, type, at, payload,
         (payload->>'questionIndex')::int as question_index
       from event where stream = any($1) and type in ('QuestionOpened', 'QuestionRevealed')),
     questions as (
       select room, question_index,
         max((payload->>'deadline')::float8) filter (where type = 'QuestionOpened') as deadline,
         min(extract(epoch from at) * 1000) filter (where type = 'QuestionRevealed')::float8 as closed_at,
         count(*) filter (where type = 'QuestionOpened')::int as opened,
         count(*) filter (where type = 'QuestionRevealed')::int as closed,
         max((payload->>'answered')::int) filter (where type = 'QuestionRevealed') as answered
       from told group by room, question_index)
     select room, question_index as "questionIndex", deadline, closed_at - deadline as "lateMs", opened, closed, answered,
       (select count(*)::int from quiz_answer a where a.room_id = q.room and a.question_index = q.question_index) as kept
     from questions q`,
    [rooms.map((room) => `QuizRoom:${room}`)],
  );
  return rows;
}

/** Of the answers that players had counted, those of whom everything they saw came to is their final score, in the room and on its board. */
export async function countedInScores(pool: Pool, { roomId, players }: RoomResult): Promise<number> {
  const { rows } = await pool.query<{ name: string; score: number; standing: number; kept: number }>(
    `select m.display_name as name, m.score, coalesce(s.score, 0)::int as standing,
       (select count(*)::int from quiz_answer a
        where a.room_id = m.room_id and a.user_id = m.user_id and a.correct is not null) as kept
     from quiz_member m left join standing s on s.scoreboard_id = m.room_id and s.user_id = m.user_id
     where m.room_id = $1 and m.plays`,
    [roomId],
  );
  const byName = new Map(rows.map((row) => [row.name, row]));
  return players.reduce((sum, { displayName, score, counted }) => {
    const row = byName.get(displayName);
    const same = row?.score === score && row.standing === score && row.kept === counted;
    return sum + (same ? counted : 0);
  }, 0);
}
