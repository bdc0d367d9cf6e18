import pg from 'pg';
import type { BattleOfPerson } from '../../rules/chatTexts.ts';
import type { Services } from '../services.ts';

const most = 10;

/** The battles that a person is in and that are not over: those that run, then what begins first. */
export async function battlesOfPerson({ pool }: Pick<Services, 'pool'>, userId: string): Promise<BattleOfPerson[]> {
  const { rows } = await pool.query<
    Omit<BattleOfPerson, 'beginsAt' | 'endsAt'> & { beginsAt: Date | null; endsAt: Date | null }
  >({
    name: 'battles-of-chat',
    text: `
      select b.title, b.status, b.begins_at as "beginsAt", b.ends_at as "endsAt",
        (select count(*)::int from fighter o where o.battle_id = b.id) as fighters
      from fighter f join battle b on b.id = f.battle_id
      where f.user_id = $1 and b.status in ('WAITING', 'RUNNING')
      order by b.ends_at, b.begins_at, b.id limit ${most}`,
    values: [userId],
    types: pg.types,
  });
  return rows.map(({ beginsAt, endsAt, ...battle }) => ({
    ...battle,
    beginsAt: beginsAt?.getTime() ?? null,
    endsAt: endsAt?.getTime() ?? null,
  }));
}
