import { Migration } from '@mikro-orm/migrations';

/** Service tokens, scoreboards with their ledger and standings, the coin ledger, reservations and tournaments. */
export class Migration20261121180000_scores_coins_tournaments extends Migration {
  override up(): void {
    this.addSql(`
      create table service_token (
        id uuid primary key,
        name text not null,
        scopes text[] not null,
        hash text not null unique,
        created_by_id uuid not null references users,
        created_at timestamptz not null,
        expires_at timestamptz,
        revoked_at timestamptz
      );
      create index service_token_revoked on service_token (revoked_at) where revoked_at is not null;
    `);
    this.addSql(`
      create table scoreboard (
        id uuid primary key,
        key text not null unique,
        kind text not null check (kind in ('CUSTOM', 'GLOBAL', 'GAME', 'TOURNAMENT_GROUP')),
        title text not null,
        operator text not null check (operator in ('INCREMENT', 'BEST', 'SET')),
        sort_order text not null check (sort_order in ('HIGHEST_FIRST', 'LOWEST_FIRST')),
        submission text not null default 'SERVICE' check (submission in ('SERVICE', 'PLAYER')),
        most_player_points integer not null default 1000 check (most_player_points > 0),
        reset_schedule text,
        season integer not null default 1,
        resets_at timestamptz,
        created_at timestamptz not null,
        check ((reset_schedule is null) = (resets_at is null))
      );
      create index scoreboard_listed on scoreboard (id) where kind in ('CUSTOM', 'GLOBAL');

      create table scoreboard_season (
        scoreboard_id uuid not null references scoreboard,
        number integer not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        primary key (scoreboard_id, number)
      );

      -- What was scored, for ever. A board's current state follows from it.
      create table score_entry (
        scoreboard_id uuid not null references scoreboard,
        idempotency_key text not null,
        season integer not null,
        user_id uuid not null references users,
        points integer not null,
        action text,
        source text not null,
        at timestamptz not null,
        primary key (scoreboard_id, idempotency_key)
      );
      create index score_entry_user on score_entry (user_id, at);

      -- Where everyone stands. A revision is new whenever a score changes, so of equals the one with the lesser
      -- revision got there first; xid finds what a snapshot had not yet seen.
      create sequence standing_revision;
      create table standing (
        scoreboard_id uuid not null references scoreboard,
        season integer not null,
        user_id uuid not null references users,
        score integer not null,
        rank_key integer not null,
        revision bigint not null default nextval('standing_revision'),
        achieved_at timestamptz not null,
        xid xid8 not null default pg_current_xact_id(),
        primary key (scoreboard_id, season, user_id)
      ) with (fillfactor = 80);
      create unique index standing_rank on standing (scoreboard_id, season, rank_key, revision);
      create index standing_changed on standing (scoreboard_id, season, xid);

      insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
      values ('00000000-0000-4000-8000-000000000001', 'global', 'GLOBAL', 'Levels', 'SET', 'HIGHEST_FIRST', now());
      insert into scoreboard_season (scoreboard_id, number, started_at)
      values ('00000000-0000-4000-8000-000000000001', 1, now());
      insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
      select '00000000-0000-4000-8000-000000000001', 1, id, level * 100, -level * 100, now() from users
      where level > 1 order by id;
      insert into scoreboard (id, key, kind, title, operator, sort_order, created_at)
      select id, 'game:' || id, 'GAME', 'Game', 'INCREMENT', 'HIGHEST_FIRST', created_at from game;
      insert into standing (scoreboard_id, season, user_id, score, rank_key, achieved_at)
      select g.id, 1, p.user_id, p.score, -p.score, now() from game g join player p on p.game_id = g.id
      where g.started_at is not null order by g.id, p.seat;
      insert into score_entry (scoreboard_id, idempotency_key, season, user_id, points, action, source, at)
      select g.id, 'before:' || p.user_id, 1, p.user_id, p.score, null, 'Game:' || g.id, now()
      from game g join player p on p.game_id = g.id where g.started_at is not null and p.score <> 0;
    `);
    this.addSql(`
      -- Gains were of one level each until now.
      alter table level_gain add column levels integer not null default 1;
    `);
    this.addSql(`
      -- Two legs a movement, which cancel out: a person's account and one of the house.
      create table coin_entry (
        reference text not null,
        account text not null,
        amount integer not null check (amount <> 0),
        reason text not null,
        at timestamptz not null,
        primary key (reference, account)
      );
      create index coin_entry_account on coin_entry (account, at);
      insert into coin_entry (reference, account, amount, reason, at)
      select 'Welcome:' || id, leg.account, leg.amount, 'WELCOME', created_at
      from users, lateral (values ('User:' || id, coins), ('House:WELCOME', -coins)) leg(account, amount)
      where coins <> 0;

      create table reservation (
        id uuid primary key,
        key text not null unique,
        user_id uuid not null references users,
        amount integer not null check (amount > 0),
        purpose text not null,
        status text not null check (status in ('RESERVED', 'CONFIRMED', 'ROLLED_BACK', 'EXPIRED')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        settled_at timestamptz,
        check ((status = 'RESERVED') = (settled_at is null))
      );

      create table tournament (
        id uuid primary key,
        name text not null,
        daily_date date unique,
        starts_at timestamptz not null,
        entry_closes_at timestamptz not null,
        ends_at timestamptz not null,
        min_level integer not null check (min_level >= 1),
        entry_fee integer not null check (entry_fee >= 0),
        group_size integer not null check (group_size >= 1),
        grouping_rule text not null check (grouping_rule in ('ORDER', 'LEVEL')),
        rewards jsonb not null,
        opened_at timestamptz,
        closed_at timestamptz,
        finished_at timestamptz,
        cancelled_at timestamptz,
        created_at timestamptz not null,
        unique (name, starts_at),
        check (starts_at < entry_closes_at and entry_closes_at <= ends_at)
      );
      create index tournament_unfinished on tournament (ends_at) where finished_at is null;

      -- A group's scoreboard has the group's id.
      create table tournament_group (
        id uuid primary key references scoreboard,
        tournament_id uuid not null references tournament,
        number integer not null,
        band text not null,
        size integer not null default 0,
        finished_at timestamptz,
        unique (tournament_id, number)
      );

      create table tournament_entry (
        id uuid primary key,
        tournament_id uuid not null references tournament,
        group_id uuid not null references tournament_group,
        user_id uuid not null references users,
        entered_at timestamptz not null,
        final_rank integer,
        reward integer,
        claimed_at timestamptz,
        unique (tournament_id, user_id)
      );
      create index tournament_entry_user on tournament_entry (user_id, id);
      create index tournament_entry_group on tournament_entry (group_id);
      create index tournament_entry_unclaimed on tournament_entry (tournament_id) where reward > 0 and claimed_at is null;
    `);
  }

  override down(): void {
    this.addSql(`
      drop table tournament_entry, tournament_group, tournament, reservation, coin_entry, standing, score_entry,
        scoreboard_season, scoreboard, service_token;
      drop sequence standing_revision;
      alter table level_gain drop column levels;
      delete from deadline where kind in ('RESET', 'RESERVATION', 'OPENING', 'ENTRY', 'FINISH');
    `);
  }
}
