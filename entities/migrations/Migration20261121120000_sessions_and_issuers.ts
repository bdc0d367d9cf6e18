import { Migration } from '@mikro-orm/migrations';

/** Until when a session's newest access token lives, and people whom other issuers vouch for. */
export class Migration20261121120000_sessions_and_issuers extends Migration {
  override up(): void {
    this.addSql(`
      alter table session add column access_until timestamptz;
      create index session_ended on session (ended_at) where ended_at is not null;
      alter table users add column issuer text, add column subject text,
        add constraint users_outside check ((issuer is null) = (subject is null));
      create unique index users_outside_unique on users (issuer, subject) where issuer is not null;
    `);
  }

  override down(): void {
    this.addSql(`
      drop index users_outside_unique;
      alter table users drop constraint users_outside, drop column issuer, drop column subject;
      drop index session_ended;
      alter table session drop column access_until;
    `);
  }
}
