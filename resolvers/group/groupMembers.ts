import { validate as isUuid } from 'uuid';
import { type Group, GroupMember } from '../../entities/group.ts';
import { badUserInput } from '../badRequest.ts';
import { batched } from '../batched.ts';
import type { Context } from '../context.ts';
import { type PageArgs, pageWith, sizeOf } from '../page.ts';

type Page = Pick<PageArgs, 'first' | 'after'>;

/** Who is in, in the order in which they came. */
export function membersOf(context: Context, group: Group, page: Page) {
  return pageOf(context, group, 'IN', page);
}

/** Who is banned, in the order in which they came, or were banned before they did. */
export function bansOf(context: Context, group: Group, page: Page) {
  return pageOf(context, group, 'BANNED', page);
}

async function pageOf({ em }: Context, group: Group, status: 'IN' | 'BANNED', { first, after }: Page) {
  const size = sizeOf(first);
  const place = typeof after === 'string' ? placeOfCursor(after) : undefined;
  const behind = place && {
    $or: [{ joinedAt: { $gt: place.joinedAt } }, { joinedAt: place.joinedAt, user: { $gt: place.userId } }],
  };
  // One more than asked for says whether there is a next page.
  const members = await em.find(
    GroupMember,
    { group: group.id, status, ...behind },
    { orderBy: [{ joinedAt: 'asc' }, { user: 'asc' }], limit: size + 1, populate: ['user'] },
  );
  const edges = members.slice(0, size).map((node) => ({ node, cursor: cursorOf(node) }));
  return pageWith(edges, { hasNextPage: members.length > size, hasPreviousPage: place !== undefined });
}

function cursorOf({ joinedAt, user }: GroupMember): string {
  return Buffer.from(`joined:${joinedAt.getTime()}:${user.id}`).toString('base64url');
}

function placeOfCursor(cursor: string): { joinedAt: Date; userId: string } {
  const [, ms, userId = ''] =
    /^joined:(\d{1,14}):(.{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!isUuid(userId)) throw badUserInput('`after` is not a cursor of this connection.');
  return { joinedAt: new Date(Number(ms)), userId };
}

/** How many are in. */
export const memberCount = batched<Group, number>(async ({ services }, groups) => {
  const { rows } = await services.pool.query<{ id: string; count: number }>({
    name: 'group-member-counts',
    text: `
      select group_id as id, count(*)::int as count from group_member
      where group_id = any($1) and status = 'IN' group by group_id`,
    values: [groups.map(({ id }) => id)],
  });
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return groups.map(({ id }) => counts.get(id) ?? 0);
});
