import { v7 as uuid } from 'uuid';
import { Battle } from '../../entities/battle.ts';
import { mostBattles, openBattle, openDeadlines, type NewBattle } from '../../rules/battle.ts';
import { readBattle, type BattleInput } from '../../rules/battleDefinition.ts';
import { isText } from '../../rules/text.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotAMemberError } from '../errors.ts';
import { personOf } from '../quizRoom/personOf.ts';
import type { Services } from '../services.ts';
import { announce, type Appended } from '../stream/appendEvents.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { countBattles } from './battleCounts.ts';
import { TooManyBattlesError } from './battleErrors.ts';
import { isMember, timestamp } from './battleState.ts';
import { saveBattle, saveDeadlines } from './saveBattle.ts';

export interface CreateBattleInput extends BattleInput {
  /** Whose members alone may see and join it. */
  groupId?: string | null | undefined;
  /** The caller's own name for this battle. */
  key?: string | null | undefined;
}

const keyLength = 80;

/** Makes a battle with the caller as its host and first fighter. The same key again is the battle it made first. */
export async function createBattle(context: Context, { groupId, key, ...input }: CreateBattleInput): Promise<Battle> {
  const { userId } = requireViewer(context);
  const { services, em } = context;
  if (typeof key === 'string' && !isText(key, keyLength)) {
    throw new InvalidInputError([{ field: 'key', message: `must have 1 to ${keyLength} visible characters.` }]);
  }
  const known = () => (typeof key === 'string' ? em.fork().findOne(Battle, { createdBy: userId, key }) : null);
  const before = await known();
  if (before) return em.findOneOrFail(Battle, before.id);
  const read = readBattle(input, services.clock.now());
  if ('problems' in read) throw new InvalidInputError(read.problems);
  await services.limits.take('battlesPerUser', userId);
  const host = await personOf(services, userId);
  const battle = { ...read.battle, id: uuid(), host };
  const { id } = await retrying(
    services.observer,
    async () => (await known()) ?? open(services, { battle, groupId: groupId ?? null, key: key ?? null }),
  );
  return em.findOneOrFail(Battle, id);
}

interface Opening {
  battle: NewBattle;
  groupId: string | null;
  key: string | null;
}

async function open(services: Services, { battle, groupId, key }: Opening): Promise<{ id: string }> {
  const { pool, clock, deadlines, observer, product } = services;
  const at = clock.now();
  const { state, events, warned } = openBattle(battle, at);
  const appended = await inTransaction(pool, async (client): Promise<Appended[]> => {
    const count = (await countBattles(client, [battle.host.id], null)).get(battle.host.id) ?? 0;
    if (count >= mostBattles) throw new TooManyBattlesError(mostBattles);
    if (!(await isMember(client, groupId, battle.host.id))) throw new NotAMemberError(battle.host.id, 'group', 'YOU');
    await client.query({
      name: 'create-battle',
      text: `
        with board as (
          insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
          values ($1, 'battle:' || $1::uuid, 'BATTLE', $2, 'INCREMENT', 'HIGHEST_FIRST', $3))
        insert into battle (id, created_by_id, host_id, key, title, group_id, status, seconds, min_fighters,
          max_fighters, begins_at, warned, created_at)
        values ($1, $4, $4, $5, $2, $6, 'WAITING', $7, $8, $9, $10, $11, $3)`,
      values: [
        state.id,
        state.title,
        timestamp(at),
        state.host.id,
        key,
        groupId,
        state.seconds,
        state.minFighters,
        state.maxFighters,
        timestamp(state.beginsAt),
        state.warned,
      ],
    });
    await saveDeadlines(client, state.id, openDeadlines(state));
    return saveBattle(client, { before: { ...state, fighters: [] }, state, events, warned, told: true, at });
  });
  announce(services, appended);
  deadlines.wake();
  observer.battleChanged(events);
  product.battleChanged(state, events);
  return { id: state.id };
}
