import { QuizMember, QuizRoom } from '../../entities/quizRoom.ts';
import { roleOf } from '../../rules/quiz/quizDraft.ts';
import { badUserInput, forbidden, requireViewer } from '../badRequest.ts';
import { batched } from '../batched.ts';
import type { Context, Viewer } from '../context.ts';

/** Of rooms, those that somebody may see: the ones they came into and were not kicked from. */
export function openTo(userId: string) {
  return { members: { $some: { user: userId, status: { $ne: 'KICKED' } } } } as const;
}

/** Those of the rooms that the viewer may see, in any order. Services see none. */
export async function visibleRooms({ viewer, em }: Context, ids: readonly string[]): Promise<QuizRoom[]> {
  return viewer ? em.find(QuizRoom, { id: { $in: [...ids] }, ...openTo(viewer.userId) }) : [];
}

/** The viewer, who may see the room; otherwise throws why not. Whether there is such a room is not said. */
export async function requireSight(context: Context, roomId: string): Promise<Viewer> {
  const viewer = requireViewer(context);
  const { rows } = await context.services.pool.query<Pick<QuizMember, 'status'>>({
    name: 'quiz-member-status',
    text: 'select status from quiz_member where room_id = $1 and user_id = $2',
    values: [roomId, viewer.userId],
  });
  const [member] = rows;
  if (!member) throw badUserInput('There is no such room for you. Join it first.');
  if (member.status === 'KICKED') {
    throw forbidden('You were kicked from this room, which holds for as long as it lasts.');
  }
  return viewer;
}

/** The viewer's membership; null when they are not in the room, or nobody is signed in. */
export const memberOf = batched<QuizRoom, QuizMember | null>(async ({ viewer, em }, rooms) => {
  if (!viewer) return rooms.map(() => null);
  const ids = rooms.map(({ id }) => id);
  const members = await em.find(QuizMember, { room: { $in: ids }, user: viewer.userId, status: 'IN' });
  const byRoom = new Map(members.map((member) => [member.room.id, member]));
  return ids.map((id) => byRoom.get(id) ?? null);
});

/** What somebody is in their room. */
export async function memberRole({ room, user }: QuizMember) {
  return roleIn(await room.loadOrFail(), user.id);
}

/** Whether the viewer is the room's host or a cohost. */
export function isHosting({ viewer }: Pick<Context, 'viewer'>, room: QuizRoom): boolean {
  return viewer !== null && roleIn(room, viewer.userId) !== 'PLAYER';
}

function roleIn({ host, cohostIds }: QuizRoom, userId: string) {
  return roleOf({ hostId: host.id, cohostIds }, userId);
}
