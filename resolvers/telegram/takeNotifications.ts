import type { ClientBase, Pool } from 'pg';
import { longestChatWaitMs, longestFloodMs, paced } from '../../rules/delivery.ts';
import { expiredAs, type Notice } from '../../rules/notice.ts';
import { inTransaction } from '../transaction.ts';

/** A notification that is to be sent now, and whose chat is left alone by others until its lease ends. */
export interface TakenNotification {
  id: string;
  userId: string;
  chatId: string;
  notice: Notice;
  /** This one among them. */
  attempts: number;
  leasedUntil: Date;
  /** When it goes out, by the pace of them all. */
  sendAt: number;
  /** It is of no use any more, or not wanted: it ends so, unsent. */
  ends: 'LATE' | 'GAVE_UP' | 'UNWANTED' | null;
}

export interface TakeOptions {
  now: number;
  /** Chats to take. */
  most: number;
  /** How long a chat waits for a worker that died. */
  leaseMs: number;
  /** Between two messages, over all chats and workers. */
  intervalMs: number;
}

/** Messages are taken this long before it is their turn. */
const aheadMs = 250;
/** A chat that waits for longer than any may is tried now; other nodes' clocks may be so far ahead. */
const clocksApartMs = 60_000;
/** As many of the most urgent are looked at; of chats that have several among them only the first is taken. */
const lookedAt = 500;

/**
 * Takes the first notification of each of some chats, of those first that soonest cease to be of use. Any number of
 * workers may: a chat is taken by one, and all keep one pace. Nobody is written to before `pausedUntil`.
 */
export async function takeNotifications(
  pool: Pool,
  { now, most, leaseMs, intervalMs }: TakeOptions,
): Promise<{ taken: TakenNotification[]; pausedUntil: number }> {
  return inTransaction(pool, async (client) => {
    const { nextAt, pausedUntil } = await lockPace(client, now);
    const turns = Math.floor((now + aheadMs - Math.max(nextAt, now)) / intervalMs) + 1;
    if (pausedUntil > now || turns <= 0) return { taken: [], pausedUntil };
    const users = await lockChats(client, now, Math.min(most, turns));
    if (users.length === 0) return { taken: [], pausedUntil };
    const heads = await takeHeads(client, { users, now, leasedUntil: new Date(now + leaseMs) });
    const sent = heads.filter(({ ends }) => ends === null).length;
    const { at, next } = paced(nextAt, now, sent, intervalMs);
    if (sent > 0) await client.query('update telegram_pace set next_at = $1', [new Date(next)]);
    let turn = 0;
    return { taken: heads.map((head) => ({ ...head, sendAt: head.ends ? now : (at[turn++] ?? now) })), pausedUntil };
  });
}

/** Whoever takes, takes alone; what follows sees all that was taken and settled before. No pause is longer than any may be. */
async function lockPace(client: ClientBase, now: number): Promise<{ nextAt: number; pausedUntil: number }> {
  const { rows } = await client.query<{ nextAt: Date; pausedUntil: Date | null }>({
    name: 'lock-telegram-pace',
    text: `
      insert into telegram_pace as p (one, next_at) values (true, $1)
      on conflict (one) do update set
        paused_until = case when p.paused_until > $2 then $2 else p.paused_until end,
        flooded_until = case when p.flooded_until > $2 then $2 else p.flooded_until end
      returning next_at as "nextAt", paused_until as "pausedUntil"`,
    values: [new Date(now), new Date(now + longestFloodMs)],
  });
  return { nextAt: rows[0]?.nextAt.getTime() ?? now, pausedUntil: rows[0]?.pausedUntil?.getTime() ?? 0 };
}

async function lockChats(client: ClientBase, now: number, most: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'lock-chats',
    text: `
      select l.user_id as id from telegram_link l
      join (
        select user_id, min(place) as place from (
          select n.user_id, row_number() over (order by n.expires_at, n.id) as place
          from telegram_notification n join telegram_link o on o.user_id = n.user_id
          where n.settled_at is null and o.chat_id is not null and o.blocked_at is null
            and (o.next_at is null or o.next_at <= $1 or o.next_at > $3)
          order by n.expires_at, n.id limit ${lookedAt}) urgent
        group by user_id) first on first.user_id = l.user_id
      where l.next_at is null or l.next_at <= $1 or l.next_at > $3
      order by first.place limit $2 for no key update of l skip locked`,
    values: [new Date(now), most, new Date(now + longestChatWaitMs + clocksApartMs)],
  });
  return rows.map(({ id }) => id);
}

interface Head extends Omit<TakenNotification, 'sendAt' | 'ends' | 'notice'> {
  kind: Notice['kind'];
  data: Notice['data'];
  wanted: boolean;
  ofUse: boolean;
}

/** A statement of its own: whoever settled something of these chats before they were locked is seen to have. */
async function takeHeads(
  client: ClientBase,
  { users, now, leasedUntil }: { users: readonly string[]; now: number; leasedUntil: Date },
): Promise<Omit<TakenNotification, 'sendAt'>[]> {
  const { rows } = await client.query<Head>({
    name: 'take-notifications',
    text: `
      with head as (
        select n.*, u.place from unnest($1::uuid[]) with ordinality u(id, place) cross join lateral (
          select * from telegram_notification n where n.user_id = u.id and n.settled_at is null order by n.id limit 1) n),
      leased as (
        update telegram_link l set next_at = $3 from head where l.user_id = head.user_id
        returning l.user_id, l.chat_id, l.kinds),
      tried as (update telegram_notification n set attempts = n.attempts + 1 from head where n.id = head.id)
      select head.id::text, head.user_id as "userId", leased.chat_id::text as "chatId", head.kind, head.data,
        head.attempts + 1 as attempts, head.kind = any(leased.kinds) as wanted,
        head.expires_at > $2 and case head.kind
          when 'THROW_CHALLENGED' then exists (
            select from throw t where t.id = head.subject and t.status = 'CHALLENGED')
          when 'BATTLE_STARTING' then exists (
            select from battle b join fighter f on f.battle_id = b.id and f.user_id = head.user_id
            where b.id = head.subject and b.status in ('WAITING', 'RUNNING'))
          else true end as "ofUse"
      from head join leased on leased.user_id = head.user_id order by head.place`,
    values: [users, new Date(now), leasedUntil],
  });
  return rows.map(({ kind, data, wanted, ofUse, ...head }) => ({
    ...head,
    leasedUntil,
    notice: { kind, data } as Notice,
    ends: wanted ? (ofUse ? null : expiredAs(kind)) : 'UNWANTED',
  }));
}
