import { QuizMember, type QuizRoom } from '../../entities/quizRoom.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';
import { cursorAt, type PageArgs, pageWith, placeAt, sizeOf } from '../page.ts';
import type { Services } from '../services.ts';

/** Whoever is in a room now, in the order in which they came, with who they are. */
export async function quizMembers(
  { em }: Context,
  room: QuizRoom,
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
) {
  const size = sizeOf(first);
  const behind = typeof after === 'string' ? placeAt('seat', after) : -1;
  // One more than asked for says whether there is a next page.
  const members = await em.find(
    QuizMember,
    { room: room.id, status: 'IN', seat: { $gt: behind } },
    { orderBy: { seat: 'asc' }, limit: size + 1, populate: ['user'] },
  );
  const edges = members.slice(0, size).map((node) => ({ node, cursor: cursorAt('seat', node.seat) }));
  return pageWith(edges, { hasNextPage: members.length > size, hasPreviousPage: behind >= 0 });
}

/**
 * Whoever plays or played, and was not kicked, the best first, as `ranking` of the rules has them.
 */
export async function quizRanking(
  { em, services }: Context,
  room: QuizRoom,
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
) {
  const size = sizeOf(first);
  const behind = typeof after === 'string' ? placeAt('rank', after) : 0;
  const { rows } = await services.pool.query<{ userId: string }>({
    name: 'quiz-ranking',
    text: `
      select user_id as "userId" from quiz_member where room_id = $1 and plays and status <> 'KICKED'
      order by score desc, scored_at nulls last, seat offset $2 limit $3`,
    values: [room.id, behind, size + 1],
  });
  const ids = rows.slice(0, size).map(({ userId }) => userId);
  const members = await em.find(QuizMember, { room: room.id, user: { $in: ids } }, { populate: ['user'] });
  const byId = new Map(members.map((member) => [member.user.id, member]));
  const ranked = ids.flatMap((id, index) => {
    const node = byId.get(id);
    return node ? [{ node, cursor: cursorAt('rank', behind + index + 1) }] : [];
  });
  return pageWith(ranked, { hasNextPage: rows.length > size, hasPreviousPage: behind > 0 });
}

/** How many are in a room now. */
export const memberCount = batched<QuizRoom, number>(({ services }, rooms) =>
  countMembers(services, rooms, {
    name: 'quiz-member-counts',
    text: `
      select room_id as id, count(*)::int as count from quiz_member
      where room_id = any($1) and status = 'IN' group by room_id`,
  }),
);

/** How many are online in a room, as last told. */
export const onlineCount = batched<QuizRoom, number>(({ services }, rooms) =>
  countMembers(services, rooms, {
    name: 'quiz-online-counts',
    text: `
      select room_id as id, count(*)::int as count from quiz_member
      where room_id = any($1) and online group by room_id`,
  }),
);

async function countMembers(
  { pool }: Pick<Services, 'pool'>,
  rooms: readonly QuizRoom[],
  query: { name: string; text: string },
): Promise<number[]> {
  const { rows } = await pool.query<{ id: string; count: number }>({ ...query, values: [rooms.map(({ id }) => id)] });
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return rooms.map(({ id }) => counts.get(id) ?? 0);
}
