import { randomUUID } from 'node:crypto';
import type { QuizQuestion } from '../../entities/quiz.ts';
import type { MemberStatus } from '../../entities/quizRoom.ts';
import type { QuizMemberState } from '../../rules/quiz/quizState.ts';
import { ranking } from '../../rules/quiz/standings.ts';
import type { App } from '../harness/app.ts';
import { seedRoom, type TestRoom } from './seedRoom.ts';

/** A member as `ranking` takes one, and what becomes of them in a report. */
export interface Played {
  userId: string;
  handle: string;
  displayName: string;
  seat: number;
  status: MemberStatus;
  plays: boolean;
  score: number;
  scoredAt: number | null;
  answers: PlayedAnswer[];
}

export interface PlayedAnswer {
  questionIndex: number;
  options: number[];
  correct: boolean;
  points: number;
  bonus: number;
  elapsedMs: number;
}

export interface PlayedRoom {
  room: TestRoom;
  roomId: string;
  questions: QuizQuestion[];
  revealed: number;
  players: Played[];
}

const epoch = Date.UTC(2026, 10, 21);

/** A room that so many are written into who have played all but the last of its questions, by dice; it has ended. */
export async function playedRoom(
  app: App,
  count: number,
  name = (seat: number) => `Player ${seat}`,
): Promise<PlayedRoom> {
  const questions = Array.from({ length: 6 }, (_, index): QuizQuestion => {
    const options = ['A', 'B', 'C', 'D'].slice(0, 2 + (index % 3)).map((letter) => `${letter} of ${index}`);
    const correctOptions = index % 2 === 0 ? [index % options.length] : [0, 1].slice(0, options.length - 1);
    return {
      body: `Question ${index}?`,
      options,
      correctOptions,
      seconds: 20,
      points: 1_000,
      pictureUrl: null,
      explanation: null,
    };
  });
  const room = await seedRoom(app, { players: 0, questions });
  const revealed = questions.length - 1;
  const roomId = room.id.split(':')[1] ?? '';
  const players = Array.from({ length: count }, (_, index) =>
    playerBy(dice(index + 1), index + 1, name(index + 1), questions, revealed),
  );
  await write(app, roomId, players, room.host.id.split(':')[1] ?? '');
  await app.services.pool.query(
    `with gone as (delete from deadline where subject = $1)
     update quiz_room set phase = 'ENDED', pin = null, question_index = $2, ends_at = null, host_gone_by = null,
       empty_since = null, ended_at = now() where id = $1`,
    [roomId, revealed - 1],
  );
  return { room, roomId, questions, revealed, players };
}

/** The same numbers for the same seed, from 0 to below `sides`. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e37_79b9) >>> 0;
    return (state >>> 8) % sides;
  };
}

function playerBy(
  roll: (sides: number) => number,
  seat: number,
  displayName: string,
  questions: readonly QuizQuestion[],
  revealed: number,
): Played {
  const answers = questions.slice(0, revealed).flatMap(({ options, correctOptions }, questionIndex): PlayedAnswer[] => {
    if (roll(4) === 0) return [];
    const correct = roll(2) === 0;
    const others = options.map((_, option) => option).filter((option) => !correctOptions.includes(option));
    // Few different points, so that many have the same.
    const points = correct ? 100 * (1 + roll(3)) : 0;
    const bonus = correct ? points / 10 : 0;
    const options_ = correct ? correctOptions : others.slice(0, 1 + roll(others.length));
    return [{ questionIndex, options: options_, correct, points, bonus, elapsedMs: roll(20_000) }];
  });
  const score = answers.reduce((sum, { points }) => sum + points, 0);
  const last = answers.findLast(({ points }) => points > 0);
  const fate = roll(10);
  return {
    userId: randomUUID(),
    handle: `q-${randomUUID().slice(0, 13)}`,
    displayName,
    seat,
    status: fate === 0 ? 'KICKED' : fate < 3 ? 'LEFT' : 'IN',
    plays: true,
    score,
    scoredAt: last ? epoch + last.questionIndex * 30_000 : null,
    answers,
  };
}

async function write(
  { services: { pool } }: App,
  roomId: string,
  players: readonly Played[],
  hostId: string,
): Promise<void> {
  await pool.query(
    `insert into users (id, handle, display_name, guest, coins, created_at)
     select "userId", handle, handle, false, 0, now() from jsonb_to_recordset($1) as p("userId" uuid, handle text)`,
    [JSON.stringify(players)],
  );
  await pool.query(
    `insert into quiz_member (room_id, user_id, display_name, name_key, seat, status, announced, plays, online, score,
       streak, scored_at, joined_at, kicked_by_id, kick_reason, kicked_at)
     select $1, "userId", "displayName", "displayName", seat, status, false, plays, false, score, 0,
       to_timestamp("scoredAt" / 1000.0), now(), case status when 'KICKED' then $3::uuid end,
       case status when 'KICKED' then 'Seat ' || seat end, case status when 'KICKED' then now() end
     from jsonb_to_recordset($2) as p("userId" uuid, "displayName" text, seat int, status text, plays boolean, score int,
       "scoredAt" float8)`,
    [roomId, JSON.stringify(players), hostId],
  );
  await pool.query(
    `insert into quiz_answer (room_id, question_index, user_id, options, answered_at, elapsed_ms, correct, points, bonus)
     select $1, "questionIndex", "userId", options, now(), "elapsedMs", correct, points, bonus
     from jsonb_to_recordset($2) as a("userId" uuid, "questionIndex" int, options jsonb, "elapsedMs" int, correct boolean,
       points int, bonus int)`,
    [
      roomId,
      JSON.stringify(players.flatMap(({ userId, answers }) => answers.map((answer) => ({ userId, ...answer })))),
    ],
  );
}

/** Of whole milliseconds, as a report has it. */
export function averageMs(answers: readonly PlayedAnswer[]): number | null {
  const ms = average(answers.map(({ elapsedMs }) => elapsedMs));
  return ms === null ? null : Math.round(ms);
}

export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Those with a rank, then those who were kicked, as they would have been ranked. */
export function inOrder({ players }: PlayedRoom): Played[] {
  const ranked = (some: readonly Played[]) => {
    const members = some.map((player) => ({ ...player, person: { id: player.userId }, status: 'IN' }));
    const order = ranking(members as unknown as QuizMemberState[]).map(({ person }) => person.id);
    return some.toSorted((one, other) => order.indexOf(one.userId) - order.indexOf(other.userId));
  };
  const kicked = ({ status }: Played) => status === 'KICKED';
  return [...ranked(players.filter((player) => !kicked(player))), ...ranked(players.filter(kicked))];
}
