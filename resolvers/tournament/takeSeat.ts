import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';

export interface NewSeat {
  entryId: string;
  userId: string;
  tournament: { id: string; name: string; entryFee: number };
  /** Unix time in milliseconds. */
  at: number;
}

/**
 * Writes an entry, its reservation (confirmed as it is made) and its place at zero on the group's board; the group too,
 * when it is new. The caller's transaction holds the tournament's row, and takes the coins. The group's id.
 */
export async function takeSeat(
  client: ClientBase,
  { entryId, userId, tournament, at }: NewSeat,
  group: { id: string } | { newBand: string; number: number },
): Promise<string> {
  const { id, name, entryFee } = tournament;
  const isNew = 'newBand' in group;
  const groupId = isNew ? uuid() : group.id;
  const common = [groupId, new Date(at), id, entryId, userId, entryFee, uuid()];
  await client.query({
    name: isNew ? 'take-seat-of-new-group' : 'take-seat',
    text: `
      with ${isNew ? newGroup : oneMore},
      reserved as (
        insert into reservation (id, key, user_id, amount, purpose, status, created_at, expires_at, settled_at)
        select $7, 'Tournament:' || $3::uuid || ':' || $5::uuid, $5, $6::int, 'tournament:' || $3::uuid, 'CONFIRMED',
          $2, $2, $2
        where $6::int > 0 on conflict (key) do nothing),
      entered as (
        insert into tournament_entry (id, tournament_id, group_id, user_id, entered_at) values ($4, $3, $1, $5, $2))
      insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
      values ($1, 1, $5, 0, 0, $2)`,
    values: isNew ? [...common, group.number, group.newBand, `${name}, group ${group.number}`] : common,
  });
  return groupId;
}

const oneMore = 'seated as (update tournament_group set size = size + 1 where id = $1)';

const newGroup = `
  board as (
    insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
    values ($1, 'tournament-group:' || $1::uuid, 'TOURNAMENT_GROUP', $10, 'INCREMENT', 'HIGHEST_FIRST', $2)),
  seated as (
    insert into tournament_group (id, tournament_id, number, band, size) values ($1, $3, $8, $9, 1))`;
