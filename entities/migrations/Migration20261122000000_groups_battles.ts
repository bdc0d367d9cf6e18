import { Migration } from '@mikro-orm/migrations';

/** Groups and battles, and the boards that follow from what people score elsewhere. */
export class Migration20261122000000_groups_battles extends Migration {
  override up(): void {
    this.addSql(`
      alter table scoreboard drop constraint scoreboard_kind_check;
      alter table scoreboard add constraint scoreboard_kind_check
        check (kind in ('CUSTOM', 'GLOBAL', 'GAME', 'TOURNAMENT_GROUP', 'QUIZ_ROOM', 'GROUP', 'BATTLE'));

      create table groups (
        -- The group's scoreboard has the group's id.
        id uuid primary key references scoreboard,
        -- Who made it, and their own name for it: the same again is the same group.
        created_by_id uuid not null references users,
        key text,
        name text not null,
        description text,
        -- Whether anyone may join, or only who has the invitation code.
        open boolean not null,
        invite_code text not null unique,
        max_members integer not null check (max_members between 2 and 1000),
        owner_id uuid not null references users,
        created_at timestamptz not null,
        -- When its last member left.
        ended_at timestamptz,
        unique (created_by_id, key)
      );
      create index groups_open on groups (id) where open and ended_at is null;

      create table group_member (
        group_id uuid not null references groups,
        user_id uuid not null references users,
        role text not null check (role in ('OWNER', 'MODERATOR', 'MEMBER')),
        status text not null check (status in ('IN', 'LEFT', 'BANNED')),
        joined_at timestamptz not null,
        banned_by_id uuid references users,
        ban_reason text,
        banned_at timestamptz,
        primary key (group_id, user_id),
        check ((status = 'BANNED') = (banned_at is not null)),
        check (status = 'IN' or role = 'MEMBER')
      );
      create index group_member_user on group_member (user_id) where status = 'IN';
      -- Who is in, in the order in which they came.
      create index group_member_in on group_member (group_id, joined_at, user_id) where status = 'IN';
      create unique index group_member_owner on group_member (group_id) where role = 'OWNER';

      -- Who was last invited to what, and when: the same again within a day tells them nothing.
      create table group_invitation (
        group_id uuid not null references groups,
        user_id uuid not null references users,
        invite_code text not null,
        invited_at timestamptz not null,
        primary key (group_id, user_id)
      );

      create table battle (
        -- The battle's scoreboard has the battle's id.
        id uuid primary key references scoreboard,
        created_by_id uuid not null references users,
        key text,
        title text not null,
        group_id uuid references groups,
        host_id uuid not null references users,
        status text not null check (status in ('WAITING', 'RUNNING', 'FINISHED', 'CANCELLED')),
        cancelled_because text check (cancelled_because in ('HOST', 'TOO_FEW', 'STALE', 'EMPTY')),
        seconds integer not null check (seconds > 0),
        min_fighters integer not null,
        max_fighters integer not null,
        begins_at timestamptz,
        began_at timestamptz,
        ends_at timestamptz,
        finished_at timestamptz,
        winner_id uuid references users,
        -- Whether its fighters were told that it is about to begin, or nobody has to be.
        warned boolean not null,
        -- When joins and scores were last told, and which scores that snapshot had seen; those who have not scored since
        -- it began have a revision up to this one.
        told_at timestamptz,
        told_snapshot pg_snapshot,
        began_revision bigint,
        -- Whether what was scored while its beginning was being written is counted, too.
        recounted boolean not null default false,
        created_at timestamptz not null,
        unique (created_by_id, key),
        check ((status in ('RUNNING', 'FINISHED')) = (ends_at is not null)),
        check ((status = 'CANCELLED') = (cancelled_because is not null)),
        check (min_fighters between 2 and max_fighters and max_fighters <= 1000)
      );
      create index battle_status on battle (status, id);
      create index battle_group on battle (group_id, id) where group_id is not null;

      create table fighter (
        battle_id uuid not null references battle,
        user_id uuid not null references users,
        seat integer not null,
        joined_at timestamptz not null,
        -- Whether their coming was told.
        announced boolean not null,
        final_score integer,
        final_rank integer,
        primary key (battle_id, user_id)
      ) with (fillfactor = 80);
      create unique index fighter_seat on fighter (battle_id, seat);
      create index fighter_untold on fighter (battle_id) where not announced;
      create index fighter_user on fighter (user_id);
    `);
    this.addSql(`
      -- Whose points count on which derived board, from when, and until when.
      create table score_feed (
        user_id uuid not null references users,
        scoreboard_id uuid not null references scoreboard,
        since timestamptz not null,
        until timestamptz,
        primary key (user_id, scoreboard_id)
      );
      create index score_feed_board on score_feed (scoreboard_id);

      -- The one rule of derived boards (groups, battles): what is added to the ledger of any board that adds up, the
      -- highest first, counts on every board that its scorer feeds at that time. It writes no ledger of its own.
      create function feed_derived_boards() returns trigger language plpgsql as $$
      begin
        insert into standing as s (scoreboard_id, season, user_id, score, rank_key, revision, achieved_at)
        select fed.scoreboard_id, 1, fed.user_id, fed.points, -fed.points, nextval('standing_revision'), fed.at
        from (
          select f.scoreboard_id, e.user_id, max(e.at) as at,
            least(greatest(sum(e.points), -2147483647), 2147483647)::int as points
          from added e
          join score_feed f on f.user_id = e.user_id and f.since <= e.at and (f.until is null or e.at < f.until)
          join scoreboard b on b.id = e.scoreboard_id and b.operator = 'INCREMENT' and b.sort_order = 'HIGHEST_FIRST'
          where e.points <> 0
          group by f.scoreboard_id, e.user_id
          having sum(e.points) <> 0
          order by f.scoreboard_id, e.user_id
        ) fed
        on conflict (scoreboard_id, season, user_id) do update
        set score = least(greatest(s.score::bigint + excluded.score, -2147483647), 2147483647)::int,
          rank_key = -least(greatest(s.score::bigint + excluded.score, -2147483647), 2147483647)::int,
          revision = case when excluded.revision > s.revision then excluded.revision else nextval('standing_revision') end,
          achieved_at = greatest(excluded.achieved_at, s.achieved_at), xid = excluded.xid;
        return null;
      end $$;
      create trigger feed_derived_boards after insert on score_entry
        referencing new table as added for each statement execute function feed_derived_boards();
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger feed_derived_boards on score_entry;
      drop function feed_derived_boards;
      drop table score_feed, fighter, battle, group_invitation, group_member, groups;
      delete from standing using scoreboard b where b.id = scoreboard_id and b.kind in ('GROUP', 'BATTLE');
      delete from scoreboard where kind in ('GROUP', 'BATTLE');
      alter table scoreboard drop constraint scoreboard_kind_check;
      alter table scoreboard add constraint scoreboard_kind_check
        check (kind in ('CUSTOM', 'GLOBAL', 'GAME', 'TOURNAMENT_GROUP', 'QUIZ_ROOM'));
    `);
  }
}
