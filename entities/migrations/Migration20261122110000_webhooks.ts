import { Migration } from '@mikro-orm/migrations';

/** Webhooks: where integrators are told of events, and what is told to whom. See docs/decisions/0009. */
export class Migration20261122110000_webhooks extends Migration {
  override up(): void {
    this.addSql(`
      create table webhook (
        id uuid primary key,
        -- Whose it is: a service's, or an admin's.
        service_id uuid references service_token,
        admin_id uuid references users,
        url text not null,
        -- What it wants to hear of, and beside each the log event that says it.
        events text[] not null check (cardinality(events) > 0),
        sources text[] not null,
        -- As it is: signing needs it. The one before still signs for a while.
        secret text not null,
        previous_secret text,
        previous_secret_until timestamptz,
        created_at timestamptz not null,
        disabled_at timestamptz,
        disabled_because text check (disabled_because in ('OWNER', 'GONE', 'TOKEN_ENDED')),
        deleted_at timestamptz,
        -- Until when its server asked to be left alone.
        paused_until timestamptz,
        check ((service_id is null) <> (admin_id is null)),
        check (cardinality(events) = cardinality(sources)),
        check ((disabled_at is null) = (disabled_because is null)),
        check (deleted_at is null or disabled_at is not null)
      );
      create unique index webhook_url on webhook (coalesce(service_id, admin_id), url) where deleted_at is null;

      -- One message to one webhook. No foreign keys: each event would take a lock on the webhook it goes to.
      create table webhook_delivery (
        -- Ordered by time (a version 7 uuid).
        id uuid primary key,
        webhook_id uuid not null,
        stream text not null,
        seq integer not null,
        type text not null,
        -- The log event as it is kept.
        version integer not null,
        payload jsonb not null,
        at timestamptz not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'PARKED')),
        attempts integer not null default 0,
        -- From then on a failure parks it.
        give_up_at timestamptz not null,
        next_attempt_at timestamptz,
        last_attempt_at timestamptz,
        last_status integer,
        last_error text,
        settled_at timestamptz,
        check ((state = 'PENDING') = (settled_at is null))
      );
      create index webhook_delivery_list on webhook_delivery (webhook_id, id);
      create index webhook_delivery_pending on webhook_delivery (webhook_id, stream, seq) where state = 'PENDING';
      create index webhook_delivery_waiting on webhook_delivery (at) where state = 'PENDING';
      create index webhook_delivery_parked on webhook_delivery (webhook_id, id) where state = 'PARKED';
      create index webhook_delivery_settled on webhook_delivery (settled_at) where state <> 'PENDING';

      -- A stream that has something to be sent to a webhook; whoever sends it holds the claim.
      create table webhook_lane (
        webhook_id uuid not null,
        stream text not null,
        -- Grows with whatever is queued, so that a sender knows whether it has seen all.
        revision integer not null default 1,
        -- When to send next; of a claimed one, when the claim ends.
        next_at timestamptz not null,
        claim uuid,
        -- Failures since the last success: they set the pace.
        failures integer not null default 0,
        primary key (webhook_id, stream)
      ) with (fillfactor = 80);
      create index webhook_lane_next on webhook_lane (webhook_id, next_at);
    `);
    this.addSql(`
      -- A version 7 uuid: by time, and within a millisecond by the place in the stream.
      create function webhook_delivery_id(at timestamptz, seq integer) returns uuid language sql volatile as $$
        select encode(overlay(uuid_send(gen_random_uuid()) placing
          substring(int8send((extract(epoch from at) * 1000)::bigint) from 3)
          || substring(int4send(28672 | (seq & 4095)) from 3) from 1 for 8), 'hex')::uuid
      $$;

      -- What is committed is queued for whoever wants to hear of it, in the order of its stream: the transaction holds the
      -- stream's row, so lanes of a stream are written by one at a time. Battles of groups are their members' alone.
      create function queue_webhooks() returns trigger language plpgsql as $$
      begin
        if not exists (select from webhook where disabled_at is null) then
          return null;
        end if;
        with heard as (
          select a.*, split_part(a.stream, ':', 1) || '.' ||
            case when a.type = 'QuestionOpened' and a.payload->>'questionIndex' = '0' then 'QuizStarted' else a.type end
            as source
          from added a),
        queued as (
          insert into webhook_delivery (id, webhook_id, stream, seq, type, version, payload, at, give_up_at)
          select webhook_delivery_id(h.at, h.seq), w.id, h.stream, h.seq, w.events[array_position(w.sources, h.source)],
            h.version, h.payload, h.at, h.at + interval '24 hours'
          from heard h join webhook w on w.disabled_at is null and h.source = any (w.sources)
          where not (h.source like 'Battle.%' and exists (
            select from battle b where b.id = split_part(h.stream, ':', 2)::uuid and b.group_id is not null))
          returning webhook_id, stream, at)
        insert into webhook_lane as l (webhook_id, stream, next_at)
        select webhook_id, stream, max(at) from queued group by webhook_id, stream order by webhook_id, stream
        on conflict (webhook_id, stream) do update set revision = l.revision + 1;
        return null;
      end $$;
      create trigger queue_webhooks after insert on event
        referencing new table as added for each statement execute function queue_webhooks();
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger queue_webhooks on event;
      drop function queue_webhooks;
      drop function webhook_delivery_id;
      drop table webhook_lane, webhook_delivery, webhook;
    `);
  }
}
