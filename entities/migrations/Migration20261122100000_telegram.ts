import { Migration } from '@mikro-orm/migrations';

/** Messages over Telegram: who reads them where, and the queue they wait in. */
export class Migration20261122100000_telegram extends Migration {
  override up(): void {
    this.addSql(`
      create table telegram_link (
        user_id uuid primary key references users,
        -- The chat they are written to; null while there is none. Their choices are kept all the same.
        chat_id bigint unique,
        -- What they want to be told of.
        kinds text[] not null,
        linked_at timestamptz,
        -- Since when the chat takes no messages, as its person blocked the bot or is gone.
        blocked_at timestamptz,
        -- No message goes to the chat before: it had one just now, has one on its way, or is to be left alone for a while.
        next_at timestamptz,
        check ((chat_id is null) = (linked_at is null)),
        check (blocked_at is null or chat_id is not null)
      );

      -- Codes of deep links, by their hash; one for each person.
      create table telegram_code (
        user_id uuid primary key references users,
        hash text not null unique,
        expires_at timestamptz not null,
        -- The chat that has used it: good there once more, should Telegram deliver the command twice.
        used_by bigint
      );
      create index telegram_code_expiry on telegram_code (expires_at);

      create sequence telegram_notification_id;
      create table telegram_notification (
        -- The order in which a chat gets them.
        id bigint primary key default nextval('telegram_notification_id'),
        user_id uuid not null references telegram_link,
        kind text not null check (kind in ('BATTLE_STARTING', 'THROW_CHALLENGED', 'TOURNAMENT_RESULT')),
        -- The battle, throw or tournament.
        subject uuid not null,
        -- What the message says.
        data jsonb not null,
        made_at timestamptz not null,
        -- From then on it is of no use, or was tried for long enough.
        expires_at timestamptz not null,
        attempts integer not null default 0,
        last_error text,
        outcome text check (outcome in ('SENT', 'LATE', 'UNWANTED', 'BLOCKED', 'REFUSED', 'GAVE_UP')),
        settled_at timestamptz,
        -- Whatever happens is told once.
        unique (user_id, kind, subject),
        check ((outcome is null) = (settled_at is null))
      );
      create index telegram_notification_chat on telegram_notification (user_id, id) where settled_at is null;
      create index telegram_notification_expiry on telegram_notification (expires_at, id) where settled_at is null;
      create index telegram_notification_age on telegram_notification (made_at) where settled_at is null;
      create index telegram_notification_made on telegram_notification using brin (made_at);

      -- The pace of all messages together, over all workers. One row.
      create table telegram_pace (
        one boolean primary key check (one),
        -- The next message goes out then, at the earliest.
        next_at timestamptz not null,
        -- None goes out before.
        paused_until timestamptz,
        -- Which chat Telegram last said to leave alone, and until when.
        flooded_id uuid,
        flooded_until timestamptz
      );
    `);
  }

  override down(): void {
    this.addSql(`
      drop table telegram_pace, telegram_notification, telegram_code, telegram_link;
      drop sequence telegram_notification_id;
    `);
  }
}
