import type { ClientBase } from 'pg';
import type { MemberStatus, RoomSettings } from '../../entities/quizRoom.ts';
import { answer, type AnswerableRoom, type Answerer } from '../../rules/quiz/answer.ts';
import type { Services } from '../services.ts';
import { inTransaction, LostRaceError, retrying } from '../transaction.ts';
import { beginAnswering } from './answerRows.ts';
import type { AnswerResult, ArrivedAnswer, KeptAnswer } from './roomWork.ts';

/**
 * Takes the answers that came for a room while others were being taken: one transaction, which no answer waits for longer
 * than for the one before. The room's row is not locked; see `closeToAnswers` for what keeps answers and the close of a
 * question apart.
 */
export async function answerTogether(
  { pool, observer }: Services,
  roomId: string,
  arrived: readonly ArrivedAnswer[],
): Promise<AnswerResult[]> {
  const taken = await retrying(observer, () =>
    inTransaction(pool, async (client) => {
      await beginAnswering(client, roomId);
      const room = await readRoom(client, roomId);
      if (!room) return arrived.map((): AnswerResult => ({ missing: true }));
      const people = await readPeople(client, roomId, arrived);
      const results: AnswerResult[] = [];
      const written = new Map<string, KeptAnswer>();
      arrived.forEach((one, index) => {
        const { member = null, previous: kept = null } = people[index] ?? {};
        const key = `${one.questionIndex} ${one.userId}`;
        const previous = written.get(key) ?? kept;
        const outcome = answer(room, member, { ...one, previous }, one.at);
        if ('refusal' in outcome) return void results.push(outcome);
        const given = outcome.written ? { ...outcome.answer, correct: null, points: null } : (previous ?? undefined);
        if (!given) throw new RangeError(`An answer of room ${roomId} is neither new nor known`);
        if (outcome.written) written.set(key, given);
        results.push({ answer: given });
      });
      await putAnswers(client, roomId, room.settings, [...written.values()]);
      return results;
    }),
  );
  observer.answersTaken(taken);
  return taken;
}

async function readRoom(client: ClientBase, roomId: string): Promise<AnswerableRoom | undefined> {
  const { rows } = await client.query<AnswerableRoom>({
    name: 'answerable-quiz-room',
    text: `
      select phase, question_index as "questionIndex", round(extract(epoch from ends_at) * 1000)::float8 as "endsAt",
        settings, questions
      from quiz_room where id = $1`,
    values: [roomId],
  });
  return rows[0];
}

interface Person {
  member: Answerer | null;
  previous: KeptAnswer | null;
}

/** Of each answer, in order: who gives it, and what they had given before. */
async function readPeople(client: ClientBase, roomId: string, arrived: readonly ArrivedAnswer[]): Promise<Person[]> {
  const { rows } = await client.query<{
    status: MemberStatus | null;
    plays: boolean;
    kickReason: string | null;
    previous: KeptAnswer | null;
  }>({
    name: 'answering-quiz-members',
    // `offset 0`: each is looked up by its key, where the planner would read everyone in the room.
    text: `
      select m.status, m.plays, m.kick_reason as "kickReason",
        case when a.user_id is not null then jsonb_build_object(
          'userId', a.user_id, 'questionIndex', a.question_index, 'options', a.options,
          'answeredAt', round(extract(epoch from a.answered_at) * 1000), 'elapsedMs', a.elapsed_ms,
          'correct', a.correct, 'points', a.points) end as previous
      from rows from (jsonb_to_recordset($2) as ("userId" uuid, "questionIndex" int))
        with ordinality as i(user_id, question_index, position)
      left join lateral (
        select * from quiz_member where room_id = $1 and user_id = i.user_id offset 0) m on true
      left join lateral (
        select * from quiz_answer
        where room_id = $1 and question_index = i.question_index and user_id = i.user_id offset 0) a on true
      order by i.position`,
    values: [roomId, JSON.stringify(arrived.map(({ userId, questionIndex }) => ({ userId, questionIndex })))],
  });
  return rows.map(({ status, plays, kickReason, previous }) => {
    const kick = status === 'KICKED' ? { byId: '', reason: kickReason, at: 0 } : null;
    return { member: status && { status, plays, kick }, previous };
  });
}

/** Somebody may have answered through another node at the same moment; then all of it is looked at anew. */
async function putAnswers(
  client: ClientBase,
  roomId: string,
  { answerChange }: RoomSettings,
  answers: readonly KeptAnswer[],
): Promise<void> {
  if (answers.length === 0) return;
  const change =
    answerChange === 'FIRST'
      ? 'nothing'
      : `update set options = excluded.options, answered_at = excluded.answered_at, elapsed_ms = excluded.elapsed_ms
         where excluded.answered_at >= quiz_answer.answered_at`;
  const { rowCount } = await client.query({
    name: `put-quiz-answers-${answerChange}`,
    text: `
      insert into quiz_answer (room_id, question_index, user_id, options, answered_at, elapsed_ms)
      select $1, "questionIndex", "userId", options, to_timestamp("answeredAt" / 1000.0), "elapsedMs"
      from jsonb_to_recordset($2)
        as t("questionIndex" int, "userId" uuid, options jsonb, "answeredAt" bigint, "elapsedMs" int)
      order by "questionIndex", "userId"
      on conflict (room_id, question_index, user_id) do ${change}`,
    values: [roomId, JSON.stringify(answers)],
  });
  if (rowCount !== answers.length) throw new LostRaceError(`Others answered in room ${roomId} at the same moment`);
}
