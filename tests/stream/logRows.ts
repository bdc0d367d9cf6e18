import pg from 'pg';
import type { App } from '../harness/app.ts';

/** A stream's id is the game's global id. */
async function inDatabase(app: App, sql: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** Appends `count` events to a game's stream that no node announces, as one that died after its commit would. */
export async function appendUnannounced(
  app: App,
  gameId: string,
  count: number,
  changes: { type?: string; width?: number } = {},
) {
  const { type = 'PlayerJoined', width = 1 } = changes;
  await inDatabase(
    app,
    `with grown as (update stream set head = head + $2::int where id = $1 returning head)
     insert into event (stream, seq, type, version, payload, at)
     select $1, grown.head - $2::int + n, $3, 1,
       jsonb_build_object('seat', n, 'player', jsonb_build_object('id', gen_random_uuid(), 'handle', 'h' || n, 'displayName', repeat('x', $4::int))),
       now()
     from grown, generate_series(1, $2::int) n`,
    [gameId, count, type, width],
  );
}

/** As retention does: everything before `tail` is gone, and the stream says so. */
export async function trimStream(app: App, gameId: string, tail: number): Promise<void> {
  await inDatabase(
    app,
    `with moved as (update stream set tail = $2::int where id = $1) delete from event where stream = $1 and seq < $2::int`,
    [gameId, tail],
  );
}
