import { Migration } from '@mikro-orm/migrations';
import { migrations } from '../../entities/migrations/index.ts';

/** Tables such as nobody has made yet, with everything that is awkward to move. */
class Migration29990101000000_odd_tables extends Migration {
  override up(): void {
    this.addSql(`
      create type odd_mood as enum ('calm', 'it''s "odd"');
      create table "Odd ""table""" (
        id integer primary key generated always as identity,
        "a column" text,
        bytes bytea,
        json jsonb,
        words text[],
        amount numeric,
        real_one double precision,
        span interval,
        moment timestamptz,
        day date,
        days daterange,
        mood odd_mood,
        short varchar(3),
        doubled numeric generated always as (amount * 2) stored,
        xid xid8 default pg_current_xact_id()
      );
      create table odd_tree (id serial primary key, parent integer references odd_tree);
      create table odd_egg (id integer primary key, hen integer not null);
      create table odd_hen (id integer primary key, egg integer references odd_egg deferrable);
      alter table odd_egg add constraint egg_of_hen foreign key (hen) references odd_hen;
      create table odd_count (id integer primary key, grown integer not null);
      insert into odd_count values (1, 0);
      create function odd_grow() returns trigger language plpgsql as $$
      begin
        update odd_count set grown = grown + 1;
        return new;
      end $$;
      create trigger odd_grow after insert on odd_tree for each row execute function odd_grow();
      create sequence odd_unused;
      create table odd_empty ();
      insert into odd_hen values (1, null);
      insert into odd_egg values (1, 1);
    `);
  }
}

/** A migration that comes later still. */
class Migration29990102000000_odder extends Migration {
  override up(): void {
    this.addSql(`alter table odd_tree add column depth integer; update odd_tree set depth = 0 where parent is null`);
  }
}

const odd = [...migrations, { name: 'Migration29990101000000_odd_tables', class: Migration29990101000000_odd_tables }];
export const versions = {
  odd,
  odder: [...odd, { name: 'Migration29990102000000_odder', class: Migration29990102000000_odder }],
};

/** Rows for them, more than one batch among them. */
export const oddRows = `
  insert into "Odd ""table""" ("a column", bytes, json, words, amount, real_one, span, moment, day, days, mood, short)
  values
    (E'tab\\t new\\nline \\u2028 \\\\ "quoted" \\'too\\' é 🏺', '\\x00ff0a', 'null', array['a,b', null, '{}'], 1e-30, 'NaN',
      '1 mon -3 days 04:05:06.789', '2026-01-01 00:00:00.123456+05', '0044-03-15 BC', '[2026-01-01,2026-02-01)',
      'it''s "odd"', 'abc'),
    ('', '', '{"a": [1.10, {"b": null}], "c": "\\u2029"}', '{}', 123456789012345678901234567890.5, 1.1e-7, null, 'infinity',
      'infinity', 'empty', 'calm', ''),
    (null, null, null, null, null, null, null, null, null, null, null, null);
  insert into odd_tree (parent) select nullif(1202 - n, 1201) from generate_series(1, 1200) n;
  alter table odd_egg alter constraint egg_of_hen deferrable initially deferred;
  insert into odd_egg select n, 1202 - n from generate_series(2, 1200) n;
  insert into odd_hen select n, n from generate_series(2, 1200) n;
  set constraints all immediate;
  alter table odd_egg alter constraint egg_of_hen not deferrable`;
