import { Migration } from '@mikro-orm/migrations';

/**
 * People, sessions, keys, games, throws, the event log, deadlines, and Agenda's own table (agenda 6.2: its DDL races
 * when several nodes start at once, so it is ours to run).
 */
export class Migration20261121000000_foundation extends Migration {
  override up(): void {
    this.addSql(`
      create table users (
        id uuid primary key,
        handle text not null,
        display_name text not null,
        password_hash text,
        guest boolean not null,
        roles text[] not null default '{}',
        level integer not null default 1 check (level >= 1),
        coins integer not null default 1000 check (coins >= 0),
        created_at timestamptz not null
      );
      create unique index users_handle_unique on users (lower(handle));

      create table session (
        id uuid primary key,
        user_id uuid not null references users,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text
      );
      create index session_of_user on session (user_id);
      create index session_expires on session (expires_at);
      create table refresh_token (
        hash text primary key,
        session_id uuid not null references session on delete cascade,
        issued_at timestamptz not null,
        used_at timestamptz
      );
      create index refresh_token_session on refresh_token (session_id);

      create table server_key (
        kid text primary key,
        use text not null check (use in ('sig', 'enc', 'feed', 'throw-secret')),
        jwk jsonb not null,
        created_at timestamptz not null default now(),
        retired_at timestamptz
      );
      create unique index server_key_current on server_key (use) where retired_at is null;
    `);
    this.addSql(`
      create table game (
        id uuid primary key,
        status text not null check (status in ('LOBBY', 'ACTIVE', 'FINISHED', 'ABANDONED')),
        host_id uuid not null references users,
        winner_id uuid references users,
        max_players integer not null check (max_players between 2 and 8),
        cups_per_player integer not null check (cups_per_player between 1 and 10),
        challenges_per_player integer not null check (challenges_per_player between 0 and 10),
        challenge_window_ms integer not null check (challenge_window_ms between 1000 and 120000),
        answer_window_ms integer not null check (answer_window_ms between 1000 and 120000),
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz
      );
      create index game_open on game (created_at, id) where status = 'LOBBY';

      create table player (
        game_id uuid not null references game,
        user_id uuid not null references users,
        seat integer not null,
        score integer not null default 0,
        challenges_left integer not null check (challenges_left >= 0),
        sitting_out_until timestamptz,
        left_at timestamptz,
        primary key (game_id, user_id)
      );
      create index player_user on player (user_id, game_id);

      create table cup (
        id uuid primary key,
        game_id uuid not null references game,
        owner_id uuid not null references users,
        position integer not null,
        standing boolean not null default true,
        unique (game_id, owner_id, position)
      );

      create table throw (
        id uuid primary key,
        game_id uuid not null references game,
        thrower_id uuid not null references users,
        cup_id uuid references cup on delete set null,
        aimed_at text not null,
        status text not null,
        rejected_for text,
        nonce text not null,
        commitment text not null,
        server_secret boolean not null,
        thrown_at timestamptz not null,
        received_at timestamptz not null,
        challenge_by timestamptz,
        settled_at timestamptz,
        hops jsonb not null default '[]',
        receipt text,
        check ((status = 'REJECTED') = (rejected_for is not null)),
        check ((status = 'LANDED') = (receipt is not null)),
        check ((status in ('IN_FLIGHT', 'CHALLENGED')) = (settled_at is null))
      );
      create index throw_game on throw (game_id, id);
      create index throw_open on throw (game_id) where settled_at is null;
      create unique index throw_one_ball_per_cup on throw (cup_id) where settled_at is null;
      create unique index throw_lands_once on throw (cup_id) where status = 'LANDED';
      create unique index throw_nonce on throw (thrower_id, nonce) where rejected_for is distinct from 'REPLAYED';
      create index throw_replays on throw (thrower_id, nonce) where rejected_for = 'REPLAYED';

      create table challenge (
        id uuid primary key,
        throw_id uuid not null unique references throw,
        challenger_id uuid not null references users,
        challenged_at timestamptz not null,
        answer_by timestamptz not null,
        answered_at timestamptz,
        upheld boolean
      );

      create table level_gain (
        source text primary key,
        user_id uuid not null references users,
        level integer not null,
        day date not null
      );
      create index level_gain_user_day on level_gain (user_id, day);
      create table level_pair (
        day date not null,
        lesser_id uuid not null references users,
        greater_id uuid not null references users,
        primary key (day, lesser_id, greater_id),
        check (lesser_id < greater_id)
      );
    `);
    this.addSql(`
      create table stream (
        id text primary key,
        head integer not null default 0,
        tail integer not null default 1
      ) with (fillfactor = 70);
      create table event (
        stream text not null,
        seq integer not null,
        type text not null,
        version integer not null,
        payload jsonb not null,
        at timestamptz not null,
        primary key (stream, seq, at)
      ) partition by range (at);
      create table event_default partition of event default;

      create table deadline (
        kind text not null,
        subject uuid not null,
        game_id uuid references game,
        due_at timestamptz not null,
        attempts integer not null default 0,
        retry_at timestamptz,
        primary key (kind, subject)
      );
      create index deadline_next on deadline ((coalesce(retry_at, due_at)));
    `);
    this.addSql(`
      create table agenda_jobs (
        id uuid primary key default gen_random_uuid(),
        name varchar(255) not null,
        priority integer not null default 0,
        next_run_at timestamptz,
        type varchar(10) not null default 'normal' check (type in ('normal', 'single')),
        locked_at timestamptz,
        last_finished_at timestamptz,
        failed_at timestamptz,
        fail_count integer default null,
        fail_reason text,
        repeat_timezone varchar(100),
        last_run_at timestamptz,
        repeat_interval varchar(255),
        data jsonb default '{}'::jsonb,
        repeat_at varchar(255),
        disabled boolean default false,
        progress real,
        fork boolean default false,
        last_modified_by varchar(255),
        debounce_started_at timestamptz,
        start_date timestamptz,
        end_date timestamptz,
        skip_days jsonb,
        created_at timestamptz default now(),
        updated_at timestamptz default now()
      );
      create index agenda_jobs_find_and_lock_idx
        on agenda_jobs (name, next_run_at, priority desc, locked_at, disabled) where disabled = false;
      create unique index agenda_jobs_single_job_idx on agenda_jobs (name) where type = 'single';
      create index agenda_jobs_locked_at_idx on agenda_jobs (locked_at) where locked_at is not null;
      create index agenda_jobs_next_run_at_idx on agenda_jobs (next_run_at) where next_run_at is not null;
    `);
  }

  override down(): void {
    this.addSql(`
      drop table if exists agenda_jobs, deadline, event, stream, level_pair, level_gain, challenge, throw, cup, player,
        game, server_key, refresh_token, session, users cascade;
    `);
  }
}
