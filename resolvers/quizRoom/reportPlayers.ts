import type { Pool } from 'pg';
import type { MemberStatus, QuizRoom } from '../../entities/quizRoom.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';
import { cursorAt, type PageArgs, pageWith, placeAt, sizeOf } from '../page.ts';
import { revealedIn } from './quizReport.ts';

/** How the quiz went for somebody who played, or was kicked from playing. */
export interface PlayerReport {
  roomId: string;
  userId: string;
  handle: string;
  displayName: string;
  /** From 1: by rank, then those who were kicked. */
  place: number;
  /** Null of who was kicked. */
  rank: number | null;
  score: number;
  correct: number;
  answered: number;
  averageMs: number | null;
  status: MemberStatus;
  kickedById: string | null;
  kickReason: string | null;
  /** Unix time in milliseconds. */
  kickedAt: number | null;
  /** How many questions were revealed. */
  revealed: number;
}

export interface PlayerAnswer {
  questionIndex: number;
  options: number[];
  correct: boolean;
  points: number;
  bonus: number;
  elapsedMs: number;
}

/** So many players behind a place, ranked as `ranking` does. */
export async function playersBehind(
  pool: Pool,
  room: Pick<QuizRoom, 'id' | 'questionIndex'>,
  place: number,
  size: number,
): Promise<PlayerReport[]> {
  const revealed = revealedIn(room);
  const { rows } = await pool.query<Omit<PlayerReport, 'revealed'>>({
    name: 'quiz-report-players',
    text: `
      with player as (
        select *, row_number() over (order by status = 'KICKED', score desc, scored_at nulls last, seat)::int as place
        from quiz_member where room_id = $1 and plays),
      page as (select * from player where place > $2 order by place limit $3)
      select p.room_id as "roomId", p.user_id as "userId", u.handle, p.display_name as "displayName", p.place,
        case when p.status <> 'KICKED' then p.place end as rank, p.score, p.status, a.correct, a.answered, a."averageMs",
        p.kicked_by_id as "kickedById", p.kick_reason as "kickReason",
        round(extract(epoch from p.kicked_at) * 1000)::float8 as "kickedAt"
      from page p join users u on u.id = p.user_id cross join lateral (
        select count(*)::int as answered, count(*) filter (where correct)::int as correct,
          round(avg(elapsed_ms))::int as "averageMs"
        from quiz_answer where room_id = $1 and question_index = any($4) and user_id = p.user_id and correct is not null) a
      order by p.place`,
    values: [room.id, place, size, indexes(revealed)],
  });
  return rows.map((row) => ({ ...row, revealed }));
}

/** What each of them answered, by question; answers that came to nothing, of who was kicked meanwhile, are left out. */
export async function answersOf(pool: Pool, players: readonly PlayerReport[]): Promise<PlayerAnswer[][]> {
  const { rows } = await pool.query<{ answers: PlayerAnswer[] | null }>({
    name: 'quiz-report-answers',
    text: `
      select a.answers from unnest($1::uuid[], $2::uuid[]) with ordinality k (room_id, user_id, place) cross join lateral (
        select jsonb_agg(jsonb_build_object('questionIndex', question_index, 'options', options, 'correct', correct,
          'points', points, 'bonus', bonus, 'elapsedMs', elapsed_ms) order by question_index) as answers
        from quiz_answer
        where room_id = k.room_id and question_index = any($3) and user_id = k.user_id and correct is not null) a
      order by k.place`,
    values: [
      players.map(({ roomId }) => roomId),
      players.map(({ userId }) => userId),
      indexes(Math.max(0, ...players.map(({ revealed }) => revealed))),
    ],
  });
  return rows.map(({ answers }) => answers ?? []);
}

/** The index of answers begins with room and question: naming the questions, it finds a person's without reading others'. */
function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export const playerAnswers = batched<PlayerReport, PlayerAnswer[]>(({ services }, players) =>
  answersOf(services.pool, players),
);

/** A page of an ended room's players. */
export async function reportPlayers(
  { services }: Context,
  room: QuizRoom,
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
) {
  const size = sizeOf(first);
  const behind = typeof after === 'string' ? placeAt('place', after) : 0;
  // One more than asked for says whether there is a next page.
  const players = await playersBehind(services.pool, room, behind, size + 1);
  const edges = players.slice(0, size).map((node) => ({ node, cursor: cursorAt('place', node.place) }));
  return pageWith(edges, { hasNextPage: players.length > size, hasPreviousPage: behind > 0 });
}
