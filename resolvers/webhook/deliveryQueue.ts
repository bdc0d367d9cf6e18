import type { Pool } from 'pg';
import type { DeliveryState, DisabledReason } from '../../entities/webhook.ts';
import type { Attempt } from '../../rules/webhook.ts';
import type { Shares } from '../../rules/webhookShares.ts';

/** A stream that has something to be sent to a webhook, claimed by one sender, with what it needs to know for it. */
export interface Lane {
  webhookId: string;
  /** The service's token, or the admin, whose webhook it is. */
  ownerId: string;
  stream: string;
  /** Grows with whatever is queued. */
  revision: number;
  /** Since the last success. */
  failures: number;
  url: string;
  /** The newest first. */
  secrets: string[];
  /** Nothing is to be sent: why. */
  closed: 'DISABLED' | 'DELETED' | 'TOKEN_ENDED' | null;
}
type LaneKey = Pick<Lane, 'webhookId' | 'stream'>;

export interface PendingDelivery {
  id: string;
  seq: number;
  type: string;
  version: number;
  payload: unknown;
  /** Unix times in milliseconds. */
  at: number;
  giveUpAt: number;
}

/** Webhooks with streams that are due and that nobody holds, in no order; of each as many streams as `mostEach` at most. */
export async function dueWebhooks(pool: Pool, now: number, mostEach: number): Promise<Shares['due']> {
  const { rows } = await pool.query<Shares['due'][number]>({
    name: 'webhook-due',
    text: `
      select w.id as "webhookId", coalesce(w.service_id, w.admin_id) as "ownerId", d.streams from webhook w
      cross join lateral (
        select count(*)::int as streams from (
          select from webhook_lane l where l.webhook_id = w.id and l.next_at <= $1 limit $2) l) d
      where d.streams > 0 and (w.paused_until is null or w.paused_until <= $1) order by random()`,
    values: [new Date(now), mostEach],
  });
  return rows;
}

export interface Claim {
  /** Of the sender. */
  claim: string;
  now: number;
  /** When others may take what it claimed, unless it is renewed. */
  until: number;
  /** How many lanes of which webhooks. */
  shares: ReadonlyMap<string, number>;
}

/** Claims lanes that are due and that nobody holds. */
export async function claimLanes(pool: Pool, { claim, now, until, shares }: Claim): Promise<Lane[]> {
  const { rows } = await pool.query<Lane>({
    name: 'webhook-claim',
    text: `
      with due as (
        select l.webhook_id, l.stream from unnest($4::uuid[], $5::int[]) as s(webhook_id, most)
        cross join lateral (
          select webhook_id, stream from webhook_lane o where o.webhook_id = s.webhook_id and o.next_at <= $2
          order by o.next_at limit s.most for no key update skip locked) l)
      update webhook_lane l set claim = $1, next_at = $3
      from due, webhook w left join service_token t on t.id = w.service_id
      where l.webhook_id = due.webhook_id and l.stream = due.stream and w.id = due.webhook_id
      returning l.webhook_id as "webhookId", coalesce(w.service_id, w.admin_id) as "ownerId", l.stream, l.revision,
        l.failures, w.url,
        case when w.previous_secret_until > $2 then array[w.secret, w.previous_secret] else array[w.secret] end as secrets,
        case when w.deleted_at is not null then 'DELETED' when w.disabled_at is not null then 'DISABLED'
          when t.revoked_at is not null or t.expires_at <= $2 then 'TOKEN_ENDED' end as closed`,
    values: [claim, new Date(now), new Date(until), [...shares.keys()], [...shares.values()]],
  });
  return rows;
}

/**
 * Renews the claim to these lanes. Which it did: those that somebody writes to at the moment are left for the next time,
 * and some may not be the claim's any more.
 */
export async function renewLanes(
  pool: Pool,
  claim: string,
  lanes: readonly LaneKey[],
  until: number,
): Promise<LaneKey[]> {
  const { rows } = await pool.query<LaneKey>({
    name: 'webhook-renew',
    text: `
      with held as (
        select l.webhook_id, l.stream from webhook_lane l
        join unnest($2::uuid[], $3::text[]) as h(webhook_id, stream) using (webhook_id, stream)
        where l.claim = $1 for no key update of l skip locked)
      update webhook_lane l set next_at = $4 from held where l.webhook_id = held.webhook_id and l.stream = held.stream
      returning l.webhook_id as "webhookId", l.stream`,
    values: [claim, lanes.map(({ webhookId }) => webhookId), lanes.map(({ stream }) => stream), new Date(until)],
  });
  return rows;
}

/** What waits in a lane, in order. */
export async function pendingOf(pool: Pool, { webhookId, stream }: LaneKey, limit: number): Promise<PendingDelivery[]> {
  const { rows } = await pool.query<PendingDelivery & { at: Date; giveUpAt: Date }>({
    name: 'webhook-pending',
    text: `
      select id, seq, type, version, payload, at, give_up_at as "giveUpAt" from webhook_delivery
      where webhook_id = $1 and stream = $2 and state = 'PENDING' order by seq limit $3`,
    values: [webhookId, stream, limit],
  });
  return rows.map((row) => ({ ...row, at: row.at.getTime(), giveUpAt: row.giveUpAt.getTime() }));
}

export interface TriedDelivery {
  id: string;
  state: DeliveryState;
  attempt: Attempt;
  now: number;
  nextAt: number | null;
}

/** Writes down a try. False when the lane is not the claim's any more: somebody else sends it now. */
export async function recordAttempt(
  pool: Pool,
  claim: string,
  { webhookId, stream }: LaneKey,
  { id, state, attempt, now, nextAt }: TriedDelivery,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'webhook-attempt',
    text: `
      update webhook_delivery set state = $5, attempts = attempts + 1, last_attempt_at = $6, last_status = $7,
        last_error = $8, next_attempt_at = $9, settled_at = case when $5 = 'PENDING' then null else $6::timestamptz end
      where id = $4 and state = 'PENDING'
        and exists (select from webhook_lane where webhook_id = $1 and stream = $2 and claim = $3)`,
    values: [
      webhookId,
      stream,
      claim,
      id,
      state,
      new Date(now),
      attempt.status,
      attempt.error,
      nextAt === null ? null : new Date(nextAt),
    ],
  });
  return rowCount === 1;
}

/** Gives a lane back, to be taken up at `nextAt`. */
export async function releaseLane(
  pool: Pool,
  claim: string,
  { webhookId, stream, failures }: Pick<Lane, 'webhookId' | 'stream' | 'failures'>,
  nextAt: number,
): Promise<void> {
  await pool.query({
    name: 'webhook-release',
    text: `update webhook_lane set claim = null, next_at = $4, failures = $5
      where webhook_id = $1 and stream = $2 and claim = $3`,
    values: [webhookId, stream, claim, new Date(nextAt), failures],
  });
}

/** Ends a lane of which all was sent. False when something was queued meanwhile. */
export async function endLane(
  pool: Pool,
  claim: string,
  { webhookId, stream, revision }: Pick<Lane, 'webhookId' | 'stream' | 'revision'>,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'webhook-end',
    text: 'delete from webhook_lane where webhook_id = $1 and stream = $2 and claim = $3 and revision = $4',
    values: [webhookId, stream, claim, revision],
  });
  return rowCount === 1;
}

/** Parks what waits in a lane that nothing is sent from. */
export async function parkLane(pool: Pool, { webhookId, stream }: LaneKey, why: string, now: number): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'webhook-park',
    text: `
      update webhook_delivery set state = 'PARKED', settled_at = $4, next_attempt_at = null, last_error = $3
      where webhook_id = $1 and stream = $2 and state = 'PENDING'`,
    values: [webhookId, stream, why, new Date(now)],
  });
  return rowCount ?? 0;
}

/** Sends nothing more to a webhook until somebody enables it. */
export async function disableWebhook(pool: Pool, id: string, because: DisabledReason, now: number): Promise<void> {
  await pool.query('update webhook set disabled_at = $2, disabled_because = $3 where id = $1 and disabled_at is null', [
    id,
    new Date(now),
    because,
  ]);
}

/** Sends nothing to a webhook until then: its server asked for it. */
export async function pauseWebhook(pool: Pool, id: string, until: number): Promise<void> {
  await pool.query('update webhook set paused_until = greatest(coalesce(paused_until, $2), $2) where id = $1', [
    id,
    new Date(until),
  ]);
}

/** How many messages wait, as far as `most`, and since when the first of them has. */
export async function queueLength(pool: Pool, most: number): Promise<{ waiting: number; since: number | null }> {
  const { rows } = await pool.query<{ waiting: number; since: Date | null }>(
    `select (select count(*)::int from (select from webhook_delivery where state = 'PENDING' limit $1) p) as waiting,
       (select min(at) from webhook_delivery where state = 'PENDING') as since`,
    [most],
  );
  return { waiting: rows[0]?.waiting ?? 0, since: rows[0]?.since?.getTime() ?? null };
}
