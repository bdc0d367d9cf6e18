import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { expect, it } from 'vitest';
import { purge } from '../../jobs/purge.ts';
import { openTestPool } from './testPool.ts';

const now = Date.UTC(2026, 10, 21, 12);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const ago = (ms: number) => new Date(now - ms);

async function addUser(pool: Pool): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into users (id, handle, display_name, guest, created_at) values ($1::uuid, $1::text, 'Ada', false, $2)`,
    [id, ago(90 * dayMs)],
  );
  return id;
}

it('forgets sessions seven days after they ended or expired, with their tokens, and no others', async () => {
  const pool = await openTestPool();
  const user = await addUser(pool);
  const sessions: [name: string, expiresAt: Date, endedAt: Date | null][] = [
    ['running', ago(-dayMs), null],
    ['expired long ago', ago(7 * dayMs + 1), null],
    ['expired just now', ago(7 * dayMs - hourMs), null],
    ['ended long ago', ago(-dayMs), ago(7 * dayMs + 1)],
    ['ended just now', ago(-dayMs), ago(7 * dayMs - hourMs)],
  ];
  for (const [name, expiresAt, endedAt] of sessions) {
    const id = randomUUID();
    await pool.query(
      `insert into session (id, user_id, created_at, expires_at, ended_at, ended_because) values ($1, $2, $3, $4, $5, $6)`,
      [id, user, ago(60 * dayMs), expiresAt, endedAt, name],
    );
    await pool.query('insert into refresh_token (hash, session_id, issued_at) values ($1, $2, $3)', [
      name,
      id,
      ago(60 * dayMs),
    ]);
  }
  const job = purge({ pool, now: () => now });
  await job.run();
  await job.run();
  const kept = ['ended just now', 'expired just now', 'running'];
  const { rows } = await pool.query<{ name: string }>('select ended_because as name from session order by 1');
  expect(rows.map(({ name }) => name)).toEqual(kept);
  const { rows: tokens } = await pool.query<{ hash: string }>('select hash from refresh_token order by 1');
  expect(tokens.map(({ hash }) => hash)).toEqual(kept);
});

it('forgets pairs of days gone by, and keeps today’s and yesterday’s, and all gains', async () => {
  const pool = await openTestPool();
  const [lesser, greater] = [await addUser(pool), await addUser(pool)].toSorted();
  for (const days of [0, 1, 3, 30]) {
    const day = ago(days * dayMs)
      .toISOString()
      .slice(0, 10);
    await pool.query('insert into level_pair (day, lesser_id, greater_id) values ($1, $2, $3)', [day, lesser, greater]);
    await pool.query('insert into level_gain (source, user_id, level, day) values ($1::text, $2, 2, $1::date)', [
      day,
      lesser,
    ]);
  }
  await purge({ pool, now: () => now }).run();
  const { rows } = await pool.query<{ day: string }>('select day::text from level_pair order by 1');
  expect(rows.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21']);
  expect((await pool.query('select from level_gain')).rowCount).toBe(4);
});

it('forgets codes of links that have expired, and notifications seven days after they were made', async () => {
  const pool = await openTestPool();
  const [ada, ben] = [await addUser(pool), await addUser(pool)];
  await pool.query(`insert into telegram_code (user_id, hash, expires_at) values ($1, 'over', $3), ($2, 'good', $4)`, [
    ada,
    ben,
    ago(1),
    ago(-1),
  ]);
  await pool.query(`insert into telegram_link (user_id, kinds) values ($1, '{}')`, [ada]);
  for (const [error, madeAt] of [
    ['long ago', ago(7 * dayMs + 1)],
    ['just now', ago(7 * dayMs - hourMs)],
  ] as const) {
    await pool.query(
      `insert into telegram_notification (user_id, kind, subject, data, made_at, expires_at, last_error, outcome, settled_at)
       values ($1, 'TOURNAMENT_RESULT', $2, '{}', $3, $3, $4, 'GAVE_UP', $3)`,
      [ada, randomUUID(), madeAt, error],
    );
  }
  await purge({ pool, now: () => now }).run();
  expect((await pool.query('select hash from telegram_code')).rows).toEqual([{ hash: 'good' }]);
  expect((await pool.query('select last_error from telegram_notification')).rows).toEqual([{ last_error: 'just now' }]);
});

it('forgets jobs that failed for good long ago, and none that may run again', async () => {
  const pool = await openTestPool();
  const jobs: [name: string, repeats: string | null, nextRunAt: Date | null, failedAt: Date | null][] = [
    ['failed long ago', null, null, ago(7 * dayMs + 1)],
    ['failed just now', null, null, ago(7 * dayMs - hourMs)],
    ['failed, to be tried again', null, ago(-hourMs), ago(8 * dayMs)],
    ['recurring, failed long ago', '1 hour', null, ago(8 * dayMs)],
    ['to be run', null, ago(-hourMs), null],
  ];
  for (const job of jobs) {
    await pool.query(
      'insert into agenda_jobs (name, repeat_interval, next_run_at, failed_at) values ($1, $2, $3, $4)',
      job,
    );
  }
  await purge({ pool, now: () => now }).run();
  const { rows } = await pool.query<{ name: string }>('select name from agenda_jobs');
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    jobs
      .map(([name]) => name)
      .slice(1)
      .toSorted(),
  );
});

it('forgets messages to webhooks a week after they arrived, a month after they were parked, and with their webhook', async () => {
  const pool = await openTestPool();
  const owner = await addUser(pool);
  const addWebhook = async (deletedAt: Date | null) => {
    const id = randomUUID();
    await pool.query(
      `insert into webhook (id, admin_id, url, events, sources, secret, created_at, disabled_at, disabled_because, deleted_at)
       values ($1, $2, $3, '{game.started}', '{Game.GameStarted}', 'whsec_', $4, $5::timestamptz, case when $5 is not null then 'OWNER' end, $5)`,
      [id, owner, `https://hooks.example.com/${id}`, ago(90 * dayMs), deletedAt],
    );
    return id;
  };
  const webhooks = [await addWebhook(null), await addWebhook(ago(dayMs)), await addWebhook(ago(30 * dayMs + 1))];
  const [live = '', ...deleted] = webhooks;
  const messages: [webhook: string, state: string, settledAt: Date | null][] = [
    [live, 'DELIVERED', ago(7 * dayMs + 1)],
    [live, 'DELIVERED', ago(7 * dayMs - hourMs)],
    [live, 'PARKED', ago(30 * dayMs + 1)],
    [live, 'PARKED', ago(30 * dayMs - hourMs)],
    [live, 'PENDING', null],
    ...deleted.map((id): [string, string, null] => [id, 'PENDING', null]),
  ];
  for (const [index, [webhook, state, settledAt]] of messages.entries()) {
    await pool.query(
      `insert into webhook_delivery (id, webhook_id, stream, seq, type, version, payload, at, state, give_up_at, settled_at)
       values ($1, $2, 'Game:a', $3, 'game.started', 1, '{}', $4, $5, $4, $6)`,
      [randomUUID(), webhook, index, ago(60 * dayMs), state, settledAt],
    );
  }
  for (const id of webhooks) {
    await pool.query(`insert into webhook_lane (webhook_id, stream, next_at) values ($1, 'Game:a', $2)`, [id, ago(0)]);
  }
  const job = purge({ pool, now: () => now });
  await job.run();
  await job.run();
  const { rows } = await pool.query<{ seq: number }>('select seq from webhook_delivery order by seq');
  expect(rows.map(({ seq }) => messages[seq])).toEqual([messages[1], messages[3], messages[4]]);
  const { rows: lanes } = await pool.query<{ id: string }>('select webhook_id as id from webhook_lane');
  expect(lanes.map(({ id }) => id)).toEqual([live]);
  // The one that was deleted a day ago may be deleted again.
  const { rows: left } = await pool.query<{ id: string }>('select id from webhook');
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set(webhooks.slice(0, 2)));
});
