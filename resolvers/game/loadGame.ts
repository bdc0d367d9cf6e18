import type { ClientBase, Pool } from 'pg';
import type { Hop } from '../../entities/throw.ts';
import type { GameState } from '../../rules/gameState.ts';
import type { PersonRef } from '../../subscriptions/gameEvent.ts';
import { stateFromRows, type LoadedRows } from './gameRows.ts';

interface LoadedRow {
  head: number;
  rows: LoadedRows;
  hops: Hop[] | null;
  uses: NonceUse[];
  actor: Actor | null;
}

/** What a decision about a game needs besides its open throws. */
export interface GameQuery {
  /** A throw the action names; it may be over. */
  throwId?: string;
  /** Who acts, also when they have no seat. */
  userId?: string;
  /** The nonce of that person's attempt to throw. */
  nonce?: string;
}

/** An earlier use of the nonce by the same thrower, in any game. */
export interface NonceUse {
  throwId: string;
  gameId: string;
  aimedAt: string;
}

export interface LoadedGame {
  state: GameState;
  /** The stream's head this state stands for. */
  head: number;
  /** The hops so far of the throw that the query names, when it is one of this game's. */
  earlierHops: Hop[] | null;
  /** Whoever acts, when the query names them and they exist. */
  actor: Actor | null;
  nonceUses: NonceUse[];
}

export interface Actor {
  person: PersonRef;
  guest: boolean;
}

const text = `
  select s.head,
    jsonb_build_object(
      'game', to_jsonb(g),
      'players', coalesce((
        select jsonb_agg(to_jsonb(p) || jsonb_build_object('handle', u.handle, 'display_name', u.display_name,
          'guest', u.guest) order by p.seat)
        from player p join users u on u.id = p.user_id where p.game_id = g.id), '[]'),
      'cups', coalesce((select jsonb_agg(to_jsonb(c) order by c.owner_id, c.position) from cup c
        where c.game_id = g.id), '[]'),
      'throws', coalesce((
        select jsonb_agg(to_jsonb(t) - 'hops' - 'receipt' || jsonb_build_object('handle', u.handle,
          'display_name', u.display_name, 'guest', u.guest,
          'challenge', (select to_jsonb(ch) from challenge ch where ch.throw_id = t.id)) order by t.id)
        from (
          select * from throw where game_id = g.id and settled_at is null
          union all
          select * from throw where id = $2 and game_id = g.id and settled_at is not null
        ) t join users u on u.id = t.thrower_id), '[]')
    ) as rows,
    coalesce((
      select jsonb_agg(jsonb_build_object('throwId', t.id, 'gameId', t.game_id, 'aimedAt', t.aimed_at) order by t.id)
      from throw t where t.thrower_id = $3 and t.nonce = $4), '[]') as uses,
    (select t.hops from throw t where t.id = $2 and t.game_id = g.id) as hops,
    (select jsonb_build_object('guest', u.guest, 'person',
        jsonb_build_object('id', u.id, 'handle', u.handle, 'displayName', u.display_name))
      from users u where u.id = $3) as actor
  from game g join stream s on s.id = 'Game:' || g.id
  where g.id = $1`;

/** The game, its stream's head and the nonce's uses, all of one snapshot; undefined when there is no such game. */
export async function loadGame(
  connection: Pool | ClientBase,
  gameId: string,
  { throwId, userId, nonce }: GameQuery,
): Promise<LoadedGame | undefined> {
  const values = [gameId, throwId ?? null, userId ?? null, nonce ?? null];
  const { rows } = await connection.query<LoadedRow>({
    name: 'load-game',
    text,
    values,
  });
  const [row] = rows;
  if (!row) return undefined;
  const { head, hops: earlierHops, uses: nonceUses, actor } = row;
  return { state: stateFromRows(row.rows), head, earlierHops, nonceUses, actor };
}
