import type { ClientBase } from 'pg';
import type { MemberStatus } from '../../entities/quizRoom.ts';
import type { QuizMemberState, QuizRoomState } from '../../rules/quiz/quizState.ts';

/** A room as the rules see it, and which of its versions this is. */
export interface VersionedRoom {
  version: string;
  state: QuizRoomState;
}

/** Rooms as this node last wrote or read them. */
export interface RoomCache {
  get(roomId: string): VersionedRoom | undefined;
  set(roomId: string, room: VersionedRoom): unknown;
}

export interface LockedRoom extends VersionedRoom {
  /** When joins, presence and counts were last told. */
  toldAt: number | null;
}

type RoomRow = Omit<QuizRoomState, 'id' | 'members'>;

interface MemberRow {
  userId: string;
  handle: string;
  displayName: string;
  nameKey: string;
  seat: number;
  status: MemberStatus;
  announced: boolean;
  plays: boolean;
  online: boolean;
  score: number;
  streak: number;
  scoredAt: number | null;
  joinedAt: number;
  kickedById: string | null;
  kickReason: string | null;
  kickedAt: number | null;
}

/** A column of times as Unix milliseconds. */
const ms = (column: string) => `round(extract(epoch from ${column}) * 1000)::float8`;

/**
 * Locks a room and reads it; undefined when there is none. Of a room that is as it was, only its version is read.
 */
export async function lockRoom(client: ClientBase, cache: RoomCache, roomId: string): Promise<LockedRoom | undefined> {
  const { rows } = await client.query<{ version: string; toldAt: number | null }>({
    name: 'lock-quiz-room',
    text: `select version, ${ms('told_at')} as "toldAt" from quiz_room where id = $1 for no key update`,
    values: [roomId],
  });
  const [locked] = rows;
  if (!locked) return undefined;
  const known = cache.get(roomId);
  const state = known?.version === locked.version ? known.state : await readState(client, roomId);
  return state && { ...locked, state };
}

async function readState(client: ClientBase, roomId: string): Promise<QuizRoomState | undefined> {
  const rooms = await client.query<RoomRow>({
    name: 'read-quiz-room',
    text: `
      select phase, question_index as "questionIndex", ${ms('ends_at')} as "endsAt", paused_from as "pausedFrom",
        remaining_ms as "remainingMs", answered, host_id as "hostId", held_for_id as "heldFor",
        to_jsonb(cohost_ids) as "cohostIds", ${ms('host_gone_by')} as "hostGoneBy",
        ${ms('empty_since')} as "emptySince", settings, questions, ${ms('created_at')} as "createdAt",
        ${ms('started_at')} as "startedAt", ${ms('ended_at')} as "endedAt"
      from quiz_room where id = $1`,
    values: [roomId],
  });
  const [room] = rooms.rows;
  if (!room) return undefined;
  const members = await client.query<MemberRow>({
    name: 'read-quiz-members',
    text: `
      select m.user_id as "userId", u.handle, m.display_name as "displayName", m.name_key as "nameKey", m.seat, m.status,
        m.announced, m.plays, m.online, m.score, m.streak, ${ms('m.scored_at')} as "scoredAt",
        ${ms('m.joined_at')} as "joinedAt", m.kicked_by_id as "kickedById", m.kick_reason as "kickReason",
        ${ms('m.kicked_at')} as "kickedAt"
      from quiz_member m join users u on u.id = m.user_id where m.room_id = $1 order by m.seat`,
    values: [roomId],
  });
  return { ...room, id: roomId, members: members.rows.map((row) => memberState(row)) };
}

function memberState(row: MemberRow): QuizMemberState {
  const { userId, handle, displayName, kickedById, kickReason, kickedAt, ...rest } = row;
  const kick = kickedAt === null ? null : { byId: kickedById, reason: kickReason, at: kickedAt };
  return { ...rest, person: { id: userId, handle, displayName }, kick };
}

/** A member as the table has it. */
export function memberRow(roomId: string, member: QuizMemberState) {
  const { person, kick } = member;
  return {
    room_id: roomId,
    user_id: person.id,
    display_name: person.displayName,
    name_key: member.nameKey,
    seat: member.seat,
    status: member.status,
    announced: member.announced,
    plays: member.plays,
    online: member.online,
    score: member.score,
    streak: member.streak,
    scored_at: timestamp(member.scoredAt),
    joined_at: timestamp(member.joinedAt),
    kicked_by_id: kick?.byId ?? null,
    kick_reason: kick?.reason ?? null,
    kicked_at: timestamp(kick?.at ?? null),
  };
}

/** What changes of a room, as the table has it. */
export function roomRow(state: QuizRoomState) {
  return {
    id: state.id,
    phase: state.phase,
    question_index: state.questionIndex,
    ends_at: timestamp(state.endsAt),
    paused_from: state.pausedFrom,
    remaining_ms: state.remainingMs,
    answered: state.answered,
    host_id: state.hostId,
    held_for_id: state.heldFor,
    cohost_ids: state.cohostIds,
    host_gone_by: timestamp(state.hostGoneBy),
    empty_since: timestamp(state.emptySince),
    started_at: timestamp(state.startedAt),
    ended_at: timestamp(state.endedAt),
  };
}

function timestamp(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** Names of a row's columns: a later release may have added some that it fills by itself. */
export function columnsOf(row: object = {}): string {
  return Object.keys(row).join(', ');
}
