import { Migration } from '@mikro-orm/migrations';

/** What an operator sees, and a log of what operators do. */
export class Migration20261122120000_operator extends Migration {
  override up(): void {
    this.addSql(`
      create table audit_entry (
        id uuid primary key,
        at timestamptz not null,
        -- Whoever did it, one of them. Not bound to their rows: it stays said whatever becomes of those.
        by_user_id uuid,
        by_service_id uuid,
        -- The mutation's name.
        action text not null,
        -- Global id of what it was done to.
        subject text not null,
        reason text,
        -- Texts by name; of people no more than ids.
        details jsonb not null,
        check (num_nonnulls(by_user_id, by_service_id) = 1)
      );
      create index audit_entry_user on audit_entry (by_user_id, id) where by_user_id is not null;
      create index audit_entry_service on audit_entry (by_service_id, id) where by_service_id is not null;
      create index audit_entry_action on audit_entry (action, id);
      create index audit_entry_subject on audit_entry (subject, id);

      create function keep_audit_entry() returns trigger language plpgsql as $$
      begin
        raise exception 'the audit log is only added to' using errcode = 'restrict_violation';
      end $$;
      create trigger keep_audit_entry before update or delete on audit_entry
        for each row execute function keep_audit_entry();
      create trigger keep_audit_log before truncate on audit_entry
        for each statement execute function keep_audit_entry();
    `);
    this.addSql(`
      -- What a node says of itself as it says that it lives; null of nodes of an older version.
      alter table live_node
        add column version text,
        add column roles text[],
        add column started_at timestamptz,
        add column sockets integer,
        add column subscriptions integer,
        add column event_loop_delay_ms double precision;

      -- Why settling it failed last, and when; of no meaning once attempts are 0 again.
      alter table deadline add column last_error text, add column failed_at timestamptz;
      create index deadline_failing on deadline ((coalesce(retry_at, due_at)), kind, subject)
        where failed_at is not null;

      create index quiz_room_open on quiz_room (id) where phase <> 'ENDED';
      create index agenda_jobs_failing on agenda_jobs (id) where fail_count > 0;
    `);
  }

  override down(): void {
    this.addSql(`
      drop index agenda_jobs_failing, quiz_room_open, deadline_failing;
      alter table deadline drop column last_error, drop column failed_at;
      alter table live_node drop column version, drop column roles, drop column started_at, drop column sockets,
        drop column subscriptions, drop column event_loop_delay_ms;
      drop table audit_entry;
      drop function keep_audit_entry;
    `);
  }
}
