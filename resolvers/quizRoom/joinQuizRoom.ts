import type { MemberStatus, QuizRoom, RoomSettings } from '../../entities/quizRoom.ts';
import { mayBeInviteCode } from '../../rules/inviteCode.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { RoomNotFoundError } from './roomErrors.ts';
import type { Services } from '../services.ts';
import { actInRoom } from './actInRoom.ts';
import { guess } from './guess.ts';
import { personOf } from './personOf.ts';
import { isFit } from './wordFilter.ts';

export interface JoinQuizRoomInput {
  pin?: string | null | undefined;
  inviteCode?: string | null | undefined;
  /** For this room; the person's own when left out. */
  displayName?: string | null | undefined;
}

/** Comes into a room, or back into it. Joining twice is a no-op. */
export async function joinQuizRoom(
  context: Context,
  { pin, inviteCode, displayName }: JoinQuizRoomInput,
): Promise<QuizRoom> {
  const { userId } = requireViewer(context);
  const { services } = context;
  const { limits } = services;
  if ((typeof pin === 'string') === (typeof inviteCode === 'string')) {
    throw new InvalidInputError([
      { field: 'pin', message: 'Give the PIN of a room, or an invitation code: one of them.' },
    ]);
  }
  await limits.take('quizActionsPerUser', userId);
  const door = await guess(context, () => findDoor(services, userId, { pin, inviteCode }));
  if (!door) throw new RoomNotFoundError();
  await limits.take('quizActionsPerRoom', door.roomId);
  const person = await personOf(services, userId);
  const name = displayName ?? person.displayName;
  if (door.status === null && door.settings.wordFilter && !isFit(name)) {
    throw new InvalidInputError([{ field: 'displayName', message: 'Choose a name that offends nobody.' }]);
  }
  return actInRoom(context, door.roomId, { type: 'JOIN', person, displayName: name });
}

/** What of a room matters to somebody who stands before it. */
interface Door {
  roomId: string;
  settings: RoomSettings;
  /** What they are to it already. */
  status: MemberStatus | null;
}

const pinForm = /^\d{6}$/;

async function findDoor(
  { pool }: Services,
  userId: string,
  { pin, inviteCode }: Pick<JoinQuizRoomInput, 'pin' | 'inviteCode'>,
): Promise<Door | undefined> {
  // People write a PIN as it is shown: with a space in the middle.
  const digits = pin?.replaceAll(/\s/g, '') ?? '';
  const code = inviteCode?.trim() ?? '';
  if (!pinForm.test(digits) && !mayBeInviteCode(code)) return undefined;
  const { rows } = await pool.query<Door>({
    name: 'quiz-room-door',
    text: `
      select r.id as "roomId", r.settings, m.status
      from quiz_room r left join quiz_member m on m.room_id = r.id and m.user_id = $3
      where r.phase <> 'ENDED' and (r.pin = $1 or r.invite_code = $2)`,
    values: [digits, code, userId],
  });
  return rows[0];
}
