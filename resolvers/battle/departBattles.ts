import type { Services } from '../services.ts';
import { changeBattle } from './changeBattle.ts';

/**
 * Takes somebody who has left a group out of its battles that are WAITING, as if they had left each. Nobody who is out
 * joins one any more, so once it is done it holds. Done twice it is a no-op; where it failed half-way, do it again.
 */
export async function departBattles(services: Services, groupId: string, userId: string): Promise<void> {
  const { rows } = await services.pool.query<{ id: string }>({
    name: 'waiting-battles-of-member',
    text: `
      select b.id from fighter f join battle b on b.id = f.battle_id
      where f.user_id = $1 and b.group_id = $2 and b.status = 'WAITING'`,
    values: [userId, groupId],
  });
  await Promise.all(rows.map(({ id }) => changeBattle(services, id, { type: 'DEPART', userId })));
}
