import type { ClientBase } from 'pg';
import { deadlineKinds } from '../../entities/deadline.ts';
import { batchEvents } from '../../rules/quiz/batchEvents.ts';
import type { QuizOutcome, ScoredAnswer } from '../../rules/quiz/quizDecision.ts';
import type { QuizMemberState, QuizRoomState } from '../../rules/quiz/quizState.ts';
import type { QuizDeadline, QuizDeadlineKind } from '../../rules/quiz/windows.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import type { WrittenStanding } from '../../subscriptions/standings/standing.ts';
import { recordScores } from '../scoreboard/recordScores.ts';
import { appendEvents, type Appended } from '../stream/appendEvents.ts';
import { columnsOf, memberRow, roomRow } from './roomState.ts';
import { roomScores } from './roomScores.ts';

/** A room before and after, what is to be told of it, and what its answers turned out to be. */
export interface RoomChange extends Pick<QuizOutcome, 'state' | 'events' | 'scored' | 'deadline'> {
  before: QuizRoomState;
  /** What it is from now on; see `VersionedRoom`. */
  version: string;
  /** Whether joins, presence and counts were told. */
  told: boolean;
  at: number;
}

/** What a change wrote that others are to be told after the commit. */
export interface SavedRoom {
  appended: Appended[];
  standings: WrittenStanding[];
}

const roomDeadlines: readonly string[] = [
  'QUESTION',
  'INTERMISSION',
  'HOST_GONE',
  'ROOM_IDLE',
] satisfies (QuizDeadlineKind & (typeof deadlineKinds)[number])[];

/** Writes what changed of a room, in the transaction that holds its lock. */
export async function saveRoom(client: ClientBase, change: RoomChange): Promise<SavedRoom> {
  const { before, state, events, scored, at } = change;
  await saveRow(client, change);
  await saveMembers(client, before, state);
  await saveMarks(client, state.id, scored);
  const scores = roomScores(before, state);
  const board = { id: state.id, season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' } as const;
  const { changed = [] } = scores.length > 0 ? await recordScores(client, board, scores, at) : {};
  const entries = batchEvents(events).map((event) => newEntry('QuizRoom', event));
  const stream = streamId('QuizRoom', state.id);
  const appended = entries.length > 0 ? [await appendEvents(client, stream, entries, at)] : [];
  return { appended, standings: changed };
}

async function saveRow(client: ClientBase, { state, version, told, at }: RoomChange): Promise<void> {
  await client.query({
    name: 'save-quiz-room',
    text: `
      update quiz_room r
      set version = $2, told_at = coalesce($3, r.told_at), pin = case when n.phase = 'ENDED' then null else r.pin end,
        phase = n.phase, question_index = n.question_index, ends_at = n.ends_at, paused_from = n.paused_from,
        remaining_ms = n.remaining_ms, answered = n.answered, host_id = n.host_id, held_for_id = n.held_for_id,
        cohost_ids = n.cohost_ids, host_gone_by = n.host_gone_by, empty_since = n.empty_since,
        started_at = n.started_at, ended_at = n.ended_at
      from jsonb_populate_record(null::quiz_room, $1) n where r.id = n.id`,
    values: [JSON.stringify(roomRow(state)), version, told ? new Date(at) : null],
  });
}

async function saveMembers(client: ClientBase, before: QuizRoomState, after: QuizRoomState): Promise<void> {
  if (before.members === after.members) return;
  const unchanged = new Set(before.members);
  const changed = after.members.filter((member) => !unchanged.has(member));
  // Who left the lobby and came again is someone new, maybe on the same seat: of a membership `person` stays one object.
  const there = new Map(after.members.map(({ person }) => [person.id, person]));
  const gone = before.members.filter(({ person }) => there.get(person.id) !== person).map(({ person }) => person.id);
  if (gone.length > 0) {
    await client.query({
      name: 'drop-quiz-members',
      text: 'delete from quiz_member where room_id = $1 and user_id = any($2)',
      values: [after.id, gone],
    });
  }
  if (changed.length > 0) await putMembers(client, after.id, changed);
}

async function putMembers(client: ClientBase, roomId: string, members: readonly QuizMemberState[]): Promise<void> {
  const rows = members.map((member) => memberRow(roomId, member));
  const columns = columnsOf(rows[0]);
  await client.query({
    name: 'put-quiz-members',
    text: `
      insert into quiz_member (${columns}) select ${columns} from jsonb_populate_recordset(null::quiz_member, $1)
      on conflict (room_id, user_id) do update
      set status = excluded.status, announced = excluded.announced, online = excluded.online, score = excluded.score,
        streak = excluded.streak, scored_at = excluded.scored_at, kicked_by_id = excluded.kicked_by_id,
        kick_reason = excluded.kick_reason, kicked_at = excluded.kicked_at`,
    values: [JSON.stringify(rows)],
  });
}

/** What each answer to a question that closed turned out to be. */
async function saveMarks(client: ClientBase, roomId: string, scored: readonly ScoredAnswer[]): Promise<void> {
  if (scored.length === 0) return;
  await client.query({
    name: 'mark-quiz-answers',
    text: `
      update quiz_answer a set correct = s.correct, points = s.points, bonus = s.bonus
      from jsonb_to_recordset($2) as s("userId" uuid, "questionIndex" int, correct boolean, points int, bonus int)
      where a.room_id = $1 and a.user_id = s."userId" and a.question_index = s."questionIndex"`,
    values: [roomId, JSON.stringify(scored)],
  });
}

/** Puts the one deadline that a room has in the place of any other. */
export async function saveDeadline(client: ClientBase, roomId: string, deadline: QuizDeadline | null): Promise<void> {
  await client.query({
    name: 'save-quiz-deadline',
    text: `
      with gone as (
        delete from deadline where subject = $1 and kind = any($4) and kind is distinct from $2)
      insert into deadline (kind, subject, due_at)
      select $2, $1, $3::timestamptz where $2::text is not null
      on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = 0, retry_at = null`,
    values: [roomId, deadline?.kind ?? null, deadline ? new Date(deadline.dueAt) : null, roomDeadlines],
  });
}
