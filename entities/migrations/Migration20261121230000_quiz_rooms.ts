import { Migration } from '@mikro-orm/migrations';

/** Rooms that quizzes are played in: their members, answers and who is there. */
export class Migration20261121230000_quiz_rooms extends Migration {
  override up(): void {
    this.addSql(`
      alter table scoreboard drop constraint scoreboard_kind_check;
      alter table scoreboard add constraint scoreboard_kind_check
        check (kind in ('CUSTOM', 'GLOBAL', 'GAME', 'TOURNAMENT_GROUP', 'QUIZ_ROOM'));

      create table quiz_room (
        -- The room's scoreboard has the room's id.
        id uuid primary key references scoreboard,
        quiz_id uuid not null references quiz,
        opened_by_id uuid not null references users,
        -- The opener's own name for it: the same again is the same room.
        key text,
        pin text check (pin ~ '^[0-9]{6}$'),
        invite_code text not null,
        settings jsonb not null,
        title text not null,
        questions jsonb not null,
        phase text not null check (phase in ('LOBBY', 'QUESTION', 'REVEAL', 'PAUSED', 'ENDED')),
        question_index integer,
        ends_at timestamptz,
        paused_from text check (paused_from in ('QUESTION', 'REVEAL')),
        remaining_ms integer,
        answered integer not null default 0,
        host_id uuid not null references users,
        held_for_id uuid references users,
        cohost_ids uuid[] not null default '{}',
        host_gone_by timestamptz,
        empty_since timestamptz,
        -- Another one after each change of the room or its members: whoever holds them knows whether they are still so.
        version uuid not null,
        -- When joins, presence and counts were last told.
        told_at timestamptz,
        created_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        unique (opened_by_id, key),
        check (pin is null or phase <> 'ENDED')
      );
      -- Partial, both: a change of what a foreign key could point at would wait for every answer being inserted.
      create unique index quiz_room_pin on quiz_room (pin) where pin is not null;
      create unique index quiz_room_invite_code on quiz_room (invite_code) where phase <> 'ENDED';
      create index quiz_room_quiz on quiz_room (quiz_id);

      create table quiz_member (
        room_id uuid not null references quiz_room,
        user_id uuid not null references users,
        display_name text not null,
        name_key text not null,
        seat integer not null,
        status text not null check (status in ('IN', 'LEFT', 'KICKED')),
        announced boolean not null,
        plays boolean not null,
        online boolean not null,
        score integer not null,
        streak integer not null,
        scored_at timestamptz,
        joined_at timestamptz not null,
        kicked_by_id uuid references users,
        kick_reason text,
        kicked_at timestamptz,
        primary key (room_id, user_id),
        check ((status = 'KICKED') = (kicked_at is not null))
      ) with (fillfactor = 80);
      create unique index quiz_member_seat on quiz_member (room_id, seat);
      create unique index quiz_member_name on quiz_member (room_id, name_key);
      create index quiz_member_user on quiz_member (user_id);
      create index quiz_member_unannounced on quiz_member (room_id) where not announced;
      create index quiz_member_online on quiz_member (room_id, user_id) where online;

      create table quiz_answer (
        room_id uuid not null,
        question_index integer not null,
        user_id uuid not null,
        options jsonb not null,
        answered_at timestamptz not null,
        elapsed_ms integer not null check (elapsed_ms >= 0),
        correct boolean,
        points integer,
        bonus integer,
        primary key (room_id, question_index, user_id),
        foreign key (room_id, user_id) references quiz_member
      ) with (fillfactor = 80);
    `);
    this.addSql(`
      -- Nodes that hold sockets, and which of them has somebody of a room.
      create table live_node (
        id uuid primary key,
        seen_at timestamptz not null
      );
      create table quiz_presence (
        room_id uuid not null,
        user_id uuid not null,
        node_id uuid not null references live_node on delete cascade,
        primary key (room_id, user_id, node_id)
      );
      create index quiz_presence_node on quiz_presence (node_id);
    `);
  }

  override down(): void {
    this.addSql(`
      drop table quiz_presence, live_node, quiz_answer, quiz_member, quiz_room;
      delete from score_entry using scoreboard b where b.id = scoreboard_id and b.kind = 'QUIZ_ROOM';
      delete from standing using scoreboard b where b.id = scoreboard_id and b.kind = 'QUIZ_ROOM';
      delete from scoreboard where kind = 'QUIZ_ROOM';
      alter table scoreboard drop constraint scoreboard_kind_check;
      alter table scoreboard add constraint scoreboard_kind_check
        check (kind in ('CUSTOM', 'GLOBAL', 'GAME', 'TOURNAMENT_GROUP'));
    `);
  }
}
