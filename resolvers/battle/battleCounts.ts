import type { ClientBase } from 'pg';

/**
 * In how many battles that are not over each of these people is, but for the one named. They are locked first, in one
 * order everywhere, so that it stays true until the transaction ends.
 */
export async function countBattles(
  client: ClientBase,
  userIds: readonly string[],
  exceptId: string | null,
): Promise<ReadonlyMap<string, number>> {
  if (userIds.length === 0) return new Map();
  await client.query({
    name: 'lock-fighters-to-be',
    text: 'select from users where id = any($1) order by id for no key update',
    values: [userIds],
  });
  // A statement of its own: it sees what was committed before the locks came.
  const { rows } = await client.query<{ userId: string; count: number }>({
    name: 'battles-of-people',
    text: `
      select f.user_id as "userId", count(*)::int as count from fighter f join battle b on b.id = f.battle_id
      where f.user_id = any($1) and b.status in ('WAITING', 'RUNNING') and b.id is distinct from $2
      group by f.user_id`,
    values: [userIds, exceptId],
  });
  return new Map(rows.map(({ userId, count }) => [userId, count]));
}
