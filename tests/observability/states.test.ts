import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { expect, it } from 'vitest';
import { Meter } from '../../server/metrics/meter.ts';
import { stateMetrics } from '../../server/metrics/stateMetrics.ts';
import { openTestPool } from '../jobs/testPool.ts';

const now = Date.UTC(2026, 0, 2, 12);
const ago = (seconds: number) => new Date(now - seconds * 1_000);

it('counts what waits and how long, and leaves out what is settled', async () => {
  const pool = await openTestPool();
  await pool.query(
    `insert into deadline (kind, subject, due_at) select 'RESET', gen_random_uuid(), unnest($1::timestamptz[])`,
    [[ago(40), ago(5), ago(-60)]],
  );
  await notify(pool, ago(900), null);
  await notify(pool, ago(30), null);
  await notify(pool, ago(3_600), ago(3_599));
  await deliver(pool, 'PARKED', 2);
  await deliver(pool, 'PENDING', 3);
  await deliver(pool, 'DELIVERED', 4);

  const meter = new Meter();
  stateMetrics(meter, { pool, now: () => now });

  const lines = (await meter.registry.metrics()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'cupbearer_deadlines_open{kind="RESET"} 3',
      'cupbearer_deadlines_overdue{kind="RESET"} 2',
      'cupbearer_deadline_overdue_seconds 40',
      'cupbearer_notifications_waiting 2',
      'cupbearer_notification_age_seconds 900',
      'cupbearer_webhook_parked 2',
    ]),
  );
});

async function notify(pool: Pool, madeAt: Date, settledAt: Date | null): Promise<void> {
  const userId = randomUUID();
  await pool.query(
    `insert into users (id, handle, display_name, guest, created_at) values ($1::uuid, $1::text, 'Ada', false, $2)`,
    [userId, madeAt],
  );
  await pool.query(`insert into telegram_link (user_id, kinds) values ($1, '{TOURNAMENT_RESULT}')`, [userId]);
  await pool.query(
    `insert into telegram_notification (user_id, kind, subject, data, made_at, expires_at, outcome, settled_at)
     values ($1, 'TOURNAMENT_RESULT', $1, '{}', $2, $2, $3, $4)`,
    [userId, madeAt, settledAt && 'SENT', settledAt],
  );
}

async function deliver(pool: Pool, state: string, count: number): Promise<void> {
  await pool.query(
    `insert into webhook_delivery (id, webhook_id, stream, seq, type, version, payload, at, state, give_up_at, settled_at)
     select gen_random_uuid(), $1, 'Game:1', seq, 'game.started', 1, '{}', $2, $3::text, $2,
       case when $3::text <> 'PENDING' then $2::timestamptz end
     from generate_series(1, $4::int) seq`,
    [randomUUID(), ago(10), state, count],
  );
}
