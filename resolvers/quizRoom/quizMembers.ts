import { QuizMember, type QuizRoom } from '../../entities/quizRoom.ts';
import { badUserInput } from '../badRequest.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';
import { pageSize, type PageArgs } from '../page.ts';

/** Whoever is in a room now, in the order in which they came, with who they are. */
export async function quizMembers(
  { em }: Context,
  room: QuizRoom,
  { first, after }: Pick<PageArgs, 'first' | 'after'>,
) {
  const size = first ?? pageSize.usual;
  if (size < 0 || size > pageSize.most) throw badUserInput(`\`first\` must be from 0 to ${pageSize.most}.`);
  const behind = typeof after === 'string' ? seatOfCursor(after) : -1;
  // One more than asked for says whether there is a next page.
  const members = await em.find(
    QuizMember,
    { room: room.id, status: 'IN', seat: { $gt: behind } },
    { orderBy: { seat: 'asc' }, limit: size + 1, populate: ['user'] },
  );
  const edges = members.slice(0, size).map((node) => ({ node, cursor: cursorOfSeat(node.seat) }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: members.length > size,
      hasPreviousPage: behind >= 0,
    },
  };
}

function cursorOfSeat(seat: number): string {
  return Buffer.from(`seat:${seat}`).toString('base64url');
}

function seatOfCursor(cursor: string): number {
  const [, seat] = /^seat:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (seat === undefined) throw badUserInput('`after` is not a cursor of this connection.');
  return Number(seat);
}

/** How many are in a room now. */
export const memberCount = batched<QuizRoom, number>(async ({ services }, rooms) => {
  const { rows } = await services.pool.query<{ id: string; count: number }>({
    name: 'quiz-member-counts',
    text: `
      select room_id as id, count(*)::int as count from quiz_member
      where room_id = any($1) and status = 'IN' group by room_id`,
    values: [rooms.map(({ id }) => id)],
  });
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return rooms.map(({ id }) => counts.get(id) ?? 0);
});
