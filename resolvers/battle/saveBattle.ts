import type { ClientBase } from 'pg';
import { warningMs, type BattleDeadline, type BattleDeadlineKind } from '../../rules/battle.ts';
import type { BattleOutcome, BattleState } from '../../rules/battleState.ts';
import { newEntry, streamId } from '../../subscriptions/topics.ts';
import { appendEvents, appendToEach, type Appended } from '../stream/appendEvents.ts';
import { queueNotices } from '../telegram/queueNotices.ts';
import { battleRow, fighterRow } from './battleState.ts';

/** A battle before and after, and what is to be told of it. */
export interface BattleChange extends Pick<BattleOutcome, 'state' | 'events' | 'warned'> {
  before: BattleState;
  /** Whether joins or scores were told. */
  told: boolean;
  at: number;
}

const battleDeadlines: readonly string[] = [
  'BATTLE_SOON',
  'BATTLE_BEGIN',
  'BATTLE_STALE',
  'BATTLE_COUNT',
  'BATTLE_END',
] satisfies BattleDeadlineKind[];

/** Writes what changed of a battle, in the transaction that holds its lock. Returns what others are to be told of. */
export async function saveBattle(client: ClientBase, change: BattleChange): Promise<Appended[]> {
  const { before, state, events, warned, told, at } = change;
  if (before !== state || told) await saveRow(client, state, told ? at : null);
  await saveFighters(client, before, state);
  const begins = state.status === 'RUNNING' && before.status === 'WAITING';
  if (begins) await openBoard(client, state);
  if (begins || warned.length > 0) await notify(client, change);
  const entries = events.map((event) => newEntry('Battle', event));
  const appended = entries.length > 0 ? [await appendEvents(client, streamId('Battle', state.id), entries, at)] : [];
  return warned.length > 0 ? [...appended, ...(await warn(client, change))] : appended;
}

async function saveRow(client: ClientBase, state: BattleState, toldAt: number | null): Promise<void> {
  await client.query({
    name: 'save-battle',
    text: `
      update battle b
      set host_id = n.host_id, status = n.status, cancelled_because = n.cancelled_because, began_at = n.began_at,
        ends_at = n.ends_at, finished_at = n.finished_at, winner_id = n.winner_id, warned = n.warned,
        recounted = n.recounted,
        told_at = coalesce($2, b.told_at)
      from jsonb_populate_record(null::battle, $1) n where b.id = n.id`,
    values: [JSON.stringify(battleRow(state)), toldAt === null ? null : new Date(toldAt)],
  });
}

async function saveFighters(client: ClientBase, before: BattleState, after: BattleState): Promise<void> {
  if (before.fighters === after.fighters) return;
  const unchanged = new Set(before.fighters);
  const changed = after.fighters.filter((fighter) => !unchanged.has(fighter));
  // Who left and came again has another seat: someone new.
  const seats = new Map(after.fighters.map(({ person, seat }) => [person.id, seat]));
  const gone = before.fighters.filter(({ person, seat }) => seats.get(person.id) !== seat);
  if (gone.length > 0) {
    await client.query({
      name: 'drop-fighters',
      text: 'delete from fighter where battle_id = $1 and user_id = any($2)',
      values: [after.id, gone.map(({ person }) => person.id)],
    });
  }
  if (changed.length === 0) return;
  await client.query({
    name: 'put-fighters',
    text: `
      insert into fighter (battle_id, user_id, seat, joined_at, announced)
      select battle_id, user_id, seat, joined_at, announced from jsonb_populate_recordset(null::fighter, $1)
      on conflict (battle_id, user_id) do update set announced = excluded.announced`,
    values: [JSON.stringify(changed.map((fighter) => fighterRow(after.id, fighter)))],
  });
}

/** Puts everyone at zero on the board, in the order of their seats, and from now on to the end what they score counts. */
async function openBoard(client: ClientBase, { id, beganAt, endsAt, fighters }: BattleState): Promise<void> {
  const users = fighters.map(({ person }) => person.id);
  await client.query({
    name: 'open-battle-board',
    text: `
      with fed as (
        insert into score_feed (user_id, scoreboard_id, since, until)
        select user_id, $1, $3, $4 from unnest($2::uuid[]) f(user_id) order by user_id),
      numbered as materialized (
        select user_id, nextval('standing_revision') as revision
        from (select * from unnest($2::uuid[]) with ordinality f(user_id, seat) order by seat) in_order),
      stood as (
        insert into standing (scoreboard_id, season, user_id, score, rank_key, revision, achieved_at)
        select $1, 1, user_id, 0, 0, revision, $3 from numbered order by user_id)
      update battle set began_revision = (select max(revision) from numbered) where id = $1`,
    values: [id, users, new Date(beganAt ?? 0), new Date(endsAt ?? 0)],
  });
}

/** Tells each fighter, in their own stream, that the battle is about to begin: once, also who left and came back. */
async function warn(client: ClientBase, { before, state, warned, at }: BattleChange): Promise<Appended[]> {
  const { id: battleId, title, beginsAt } = state;
  const entry = newEntry('User', { type: 'BattleStarting', battleId, title, beginsAt: beginsAt ?? at });
  const streams = [...new Set(warned.map(({ id }) => streamId('User', id)))];
  const untold = before.warned ? await withoutWarning(client, streams, state) : streams;
  return appendToEach(client, untold, entry, at);
}

/** Of people's streams, those that do not tell of a battle's beginning yet. */
async function withoutWarning(
  client: ClientBase,
  streams: readonly string[],
  { id, beginsAt }: BattleState,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'streams-without-warning',
    text: `
      select id from unnest($1::text[]) as asked(id) where not exists (
        select from event e where e.stream = asked.id and e.type = 'BattleStarting' and e.at >= $2
          and e.payload->>'battleId' = $3)`,
    values: [streams, new Date((beginsAt ?? 0) - warningMs), id],
  });
  return rows.map((row) => row.id);
}

/** Tells those who are elsewhere that it is about to begin, or has begun: each once, and not its host, who began it. */
async function notify(client: ClientBase, { state, warned, at }: BattleChange): Promise<void> {
  const { id, title, seconds, host } = state;
  const told = state.status === 'RUNNING' ? state.fighters.map(({ person }) => person) : warned;
  const beginsAt = state.beganAt ?? state.beginsAt ?? at;
  const endsAt = beginsAt + seconds * 1_000;
  const byHost = state.beganAt !== null && (state.beginsAt === null || state.beganAt < state.beginsAt);
  const users = told.map((person) => person.id).filter((userId) => !byHost || userId !== host.id);
  const notice = { kind: 'BATTLE_STARTING', data: { title, beginsAt, endsAt } } as const;
  await queueNotices(client, { users, subject: id, notice, usefulUntil: endsAt }, at);
}

/** Puts the deadlines that a battle has in the place of all others. One that stays is not tried anew at once. */
export async function saveDeadlines(
  client: ClientBase,
  battleId: string,
  deadlines: readonly BattleDeadline[],
): Promise<void> {
  const kinds = deadlines.map(({ kind }) => kind);
  const times = deadlines.map(({ dueAt }) => new Date(dueAt));
  await client.query({
    name: 'save-battle-deadlines',
    text: `
      with gone as (
        delete from deadline where subject = $1 and kind = any($4) and kind <> all($2))
      insert into deadline (kind, subject, due_at)
      select kind, $1, due_at from unnest($2::text[], $3::timestamptz[]) as d(kind, due_at)
      on conflict (kind, subject) do update set due_at = excluded.due_at, attempts = 0, retry_at = null
      where deadline.due_at <> excluded.due_at`,
    values: [battleId, kinds, times, battleDeadlines],
  });
}
