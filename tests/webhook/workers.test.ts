import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { WebhookSender } from '../../jobs/webhookSender.ts';
import type { PendingDelivery } from '../../resolvers/webhook/deliveryQueue.ts';
import { appendEvents } from '../../resolvers/stream/appendEvents.ts';
import { inTransaction } from '../../resolvers/transaction.ts';
import type { Attempt } from '../../rules/webhook.ts';
import { eventually } from '../harness/deferred.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { openTestPool } from '../jobs/testPool.ts';

type Send = (url: string, delivery: PendingDelivery & { stream: string }) => Promise<Attempt>;
const delivered = { status: 204, error: null, retryAfterMs: null };
const down = { status: 503, error: 'Answered 503.', retryAfterMs: null };
const hourMs = 3_600_000;

/** A webhook of an admin's, and what happens that it wants to hear of. */
async function scene(pool: pg.Pool, clock: ManualClock) {
  const [webhookId, adminId] = [randomUUID(), randomUUID()];
  const now = () => new Date(clock.now());
  await pool.query(
    `insert into users (id, handle, display_name, guest, created_at) values ($1::uuid, $1::text, 'Ada', false, $2)`,
    [adminId, now()],
  );
  await pool.query(
    `insert into webhook (id, admin_id, url, events, sources, secret, created_at)
     values ($1, $2, 'https://hooks.example.com/', array['game.started'], array['Game.GameStarted'], 'whsec_', $3)`,
    [webhookId, adminId, now()],
  );
  return {
    webhookId,
    async happen(stream: string, count = 1) {
      for (let index = 0; index < count; index += 1) {
        const entry = { type: 'GameStarted', version: 1, payload: { startedAt: clock.now() } };
        await inTransaction(pool, (client) => appendEvents(client, stream, [entry], clock.now()));
      }
    },
    async states() {
      const { rows } = await pool.query<{ state: string; count: number }>(
        'select state, count(*)::int from webhook_delivery group by state order by state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    lanes: async () => (await pool.query('select from webhook_lane')).rowCount,
  };
}

/** A worker's sender; `kill` leaves its claims behind, and it hears of nothing any more. */
function worker(pool: pg.Pool, clock: ManualClock, send: Send) {
  let dead = false;
  const errors: unknown[] = [];
  const mortal = new Proxy(pool, {
    get: (target, name) =>
      name === 'query'
        ? (...asked: [pg.QueryConfig]) => (dead ? Promise.reject(new Error('dead')) : target.query(...asked))
        : Reflect.get(target, name),
  });
  const sender = new WebhookSender({
    pool: mortal,
    clock,
    send: ({ url, stream }, delivery) => send(url, { ...delivery, stream }),
    observer: {
      tried: () => undefined,
      dropped: () => undefined,
      waits: () => undefined,
      failed: (error) => dead || errors.push(error),
    },
  });
  sender.start();
  onTestFinished(async () => {
    await sender.stop();
    expect(errors).toEqual([]);
  });
  return { sender, kill: () => (dead = true) };
}

it('two workers share what there is: each message once, in the order of its stream', async () => {
  const [pool, clock] = [await openTestPool(), new ManualClock()];
  const world = await scene(pool, clock);
  const sent: string[] = [];
  const busy = new Set<string>();
  const by = [0, 0];
  const sending =
    (who: number): Send =>
    async (_url, { stream, seq }) => {
      expect(busy.has(stream)).toBe(false);
      busy.add(stream);
      by[who] = (by[who] ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, 2));
      sent.push(`${stream} ${seq}`);
      busy.delete(stream);
      return delivered;
    };
  for (const who of [0, 1]) worker(pool, clock, sending(who));
  const streams = Array.from({ length: 12 }, (_, index) => `Game:${index}`);
  await Promise.all(streams.map((stream) => world.happen(stream, 25)));
  await eventually('All are sent', world.states, ({ DELIVERED }) => DELIVERED === 300, 30_000);
  for (const stream of streams) {
    const seqs = sent.filter((one) => one.startsWith(`${stream} `)).map((one) => Number(one.split(' ')[1]));
    expect(seqs).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  }
  expect(Math.min(...by)).toBeGreaterThan(0);
  await eventually('No lane is left', world.lanes, (count) => count === 0);
});

it('what a dead worker was sending, another sends again, and not before its claim is over', async () => {
  const [pool, clock] = [await openTestPool(), new ManualClock()];
  const world = await scene(pool, clock);
  const begun: PendingDelivery[] = [];
  const first = worker(pool, clock, async (_url, delivery) => {
    begun.push(delivery);
    if (delivery.seq === 1) return delivered;
    first.kill();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return delivered;
  });
  await world.happen('Game:1', 4);
  await eventually(
    'The first is dead',
    () => begun.length,
    (count) => count === 2,
  );
  const again: PendingDelivery[] = [];
  worker(pool, clock, (_url, delivery) => {
    again.push(delivery);
    return Promise.resolve(delivered);
  });
  await world.happen('Game:2');
  await eventually(
    'The second works',
    () => again.length,
    (count) => count === 1,
  );
  clock.advance(5_900);
  await world.happen('Game:2');
  await eventually(
    'The second works on',
    () => again.length,
    (count) => count === 2,
  );
  expect(again.map(({ seq }) => seq)).toEqual([1, 2]);
  clock.advance(200);
  await eventually('All are sent', world.states, ({ DELIVERED }) => DELIVERED === 6);
  expect(again.slice(2).map(({ seq }) => seq)).toEqual([2, 3, 4]);
  expect(again[2]?.id).toBe(begun[1]?.id);
});

it('what fails for a day is parked, and its stream goes on', async () => {
  const [pool, clock] = [await openTestPool(), new ManualClock()];
  const world = await scene(pool, clock);
  const tries: number[] = [];
  let up = false;
  worker(pool, clock, (_url, { seq }) => {
    tries.push(seq);
    return Promise.resolve(up ? delivered : down);
  });
  const idle = async () => (await pool.query('select from webhook_lane where claim is not null')).rowCount === 0;
  const tried = async (...seqs: number[]) => {
    await eventually(
      `Tries of ${String(seqs)}`,
      () => tries.length,
      (count) => count >= seqs.length,
    );
    await eventually('A rest', idle, Boolean);
    expect(tries).toEqual(seqs);
  };
  await world.happen('Game:1', 2);
  await tried(1);
  clock.advance(12 * hourMs);
  await tried(1, 1);
  await world.happen('Game:1');
  clock.advance(12 * hourMs);
  // The second has waited for a day, too; the third has not.
  await tried(1, 1, 1, 2, 3);
  expect(await world.states()).toEqual({ PARKED: 2, PENDING: 1 });
  up = true;
  clock.advance(3 * hourMs);
  await eventually('The last is delivered', world.states, ({ DELIVERED }) => DELIVERED === 1);
  await eventually('No lane is left', world.lanes, (count) => count === 0);
});

it('webhooks that hang keep no other waiting, in whatever number an owner has them', async () => {
  const [pool, clock] = [await openTestPool(), new ManualClock()];
  const dead = await scene(pool, clock);
  await pool.query(
    `insert into webhook (id, admin_id, url, events, sources, secret, created_at)
     select gen_random_uuid(), admin_id, 'https://dead.example.com/' || n, events, sources, secret, created_at
     from webhook, generate_series(1, 19) n`,
  );
  await pool.query(`update webhook set url = 'https://dead.example.com/' where id = $1`, [dead.webhookId]);
  const alive = await scene(pool, clock);
  const hanging = new Map<string, () => void>();
  const reached: string[] = [];
  worker(pool, clock, async (url, { id, stream }) => {
    if (url.includes('hooks')) {
      reached.push(stream);
      return delivered;
    }
    await new Promise<void>((resolve) => hanging.set(id, resolve));
    return down;
  });
  onTestFinished(() => hanging.forEach((end) => end()));
  const reaches = (count: number) =>
    eventually(
      `${count} of the living`,
      () => reached.length,
      (reached) => reached === count,
    );
  for (let index = 0; index < 40; index += 1) await dead.happen(`Game:${index}`);
  await reaches(40);
  expect(hanging.size).toBe(8);
  // As many others of theirs take their place.
  const first = [...hanging.values()];
  hanging.clear();
  for (const end of first) end();
  await eventually(
    'More tries',
    () => hanging.size,
    (count) => count === 8,
  );
  await alive.happen('Game:more');
  await reaches(41);
  expect(hanging.size).toBe(8);
});

it('a webhook has one message on its way until it answers, then more each time', async () => {
  const [pool, clock] = [await openTestPool(), new ManualClock()];
  const world = await scene(pool, clock);
  const waiting: ((attempt: Attempt) => void)[] = [];
  worker(pool, clock, () => new Promise((resolve) => waiting.push(resolve)));
  onTestFinished(() => waiting.forEach((end) => end(delivered)));
  for (let index = 0; index < 30; index += 1) await world.happen(`Game:${index}`);
  const onTheirWay = (count: number) =>
    eventually(
      `${count} on their way`,
      () => waiting.length,
      (length) => length === count,
    );
  for (const count of [1, 2, 4, 8]) {
    await onTheirWay(count);
    waiting.shift()?.(delivered);
  }
  await onTheirWay(8);
  for (const end of waiting.splice(0)) end(down);
  await onTheirWay(1);
});
