import type { ClientBase } from 'pg';
import type { BattleState, FighterState } from '../../rules/battleState.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';

/** A battle whose row is locked. */
export interface LockedBattle {
  state: BattleState;
  /** Whose members alone may join. */
  groupId: string | null;
  /** When joins or scores were last told. */
  toldAt: number | null;
}

interface BattleRow extends Omit<BattleState, 'host' | 'fighters'> {
  groupId: string | null;
  toldAt: number | null;
  hostId: string;
  hostHandle: string;
  hostName: string;
}

interface FighterRow extends Omit<FighterState, 'person'> {
  userId: string;
  handle: string;
  displayName: string;
}

/** A column of times as Unix milliseconds. */
const ms = (column: string) => `round(extract(epoch from ${column}) * 1000)::float8`;

/**
 * Locks a battle and reads it; undefined when there is none.
 * @param aside whether the work is none of its fighters: of a battle that runs they are then left out
 */
export async function lockBattle(
  client: ClientBase,
  battleId: string,
  aside: boolean,
): Promise<LockedBattle | undefined> {
  // A statement of its own: the next ones see what whoever held the lock before has done.
  const { rowCount } = await client.query({
    name: 'lock-battle',
    text: 'select from battle where id = $1 for no key update',
    values: [battleId],
  });
  if (!rowCount) return undefined;
  const { rows } = await client.query<BattleRow>({
    name: 'read-battle',
    text: `
      select b.id, b.title, b.status, b.cancelled_because as "cancelledBecause", b.group_id as "groupId", b.seconds,
        b.min_fighters as "minFighters", b.max_fighters as "maxFighters", b.winner_id as "winnerId", b.warned, b.recounted,
        ${ms('b.begins_at')} as "beginsAt", ${ms('b.began_at')} as "beganAt", ${ms('b.ends_at')} as "endsAt",
        ${ms('b.finished_at')} as "finishedAt", ${ms('b.created_at')} as "createdAt", ${ms('b.told_at')} as "toldAt",
        b.host_id as "hostId", h.handle as "hostHandle", h.display_name as "hostName"
      from battle b join users h on h.id = b.host_id where b.id = $1`,
    values: [battleId],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { groupId, toldAt, hostId, hostHandle, hostName, ...rest } = row;
  const host: PersonRef = { id: hostId, handle: hostHandle, displayName: hostName };
  const fighters = aside && rest.status === 'RUNNING' ? [] : await readFighters(client, battleId);
  return { groupId, toldAt, state: { ...rest, host, fighters } };
}

async function readFighters(client: ClientBase, battleId: string): Promise<FighterState[]> {
  const { rows } = await client.query<FighterRow>({
    name: 'read-fighters',
    text: `
      select f.user_id as "userId", u.handle, u.display_name as "displayName", f.seat,
        ${ms('f.joined_at')} as "joinedAt", f.announced
      from fighter f join users u on u.id = f.user_id where f.battle_id = $1 order by f.seat`,
    values: [battleId],
  });
  return rows.map(({ userId, handle, displayName, ...rest }) => ({
    ...rest,
    person: { id: userId, handle, displayName },
  }));
}

/**
 * Whether somebody is in the group that a battle is within; true of one that is open to all. They stay in it until the
 * transaction ends.
 */
export async function isMember(client: ClientBase, groupId: string | null, userId: string): Promise<boolean> {
  if (groupId === null) return true;
  const { rowCount } = await client.query({
    name: 'member-who-fights',
    text: `select from group_member where group_id = $1 and user_id = $2 and status = 'IN' for share`,
    values: [groupId, userId],
  });
  return Boolean(rowCount);
}

/** What changes of a battle, as the table has it. */
export function battleRow(state: BattleState) {
  return {
    id: state.id,
    host_id: state.host.id,
    status: state.status,
    cancelled_because: state.cancelledBecause,
    began_at: timestamp(state.beganAt),
    ends_at: timestamp(state.endsAt),
    finished_at: timestamp(state.finishedAt),
    winner_id: state.winnerId,
    warned: state.warned,
    recounted: state.recounted,
  };
}

/** A fighter as the table has it. */
export function fighterRow(battleId: string, { person, seat, joinedAt, announced }: FighterState) {
  return { battle_id: battleId, user_id: person.id, seat, joined_at: timestamp(joinedAt), announced };
}

export function timestamp(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
