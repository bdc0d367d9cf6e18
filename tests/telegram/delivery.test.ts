import { beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../harness/deferred.ts';
import type { ShiftedClock } from '../harness/shiftedClock.ts';
import type { Answer, Call, TestBotApi } from './botApi.ts';
import { openQueue, type TestQueue, type TestReader } from './testQueue.ts';

const hourMs = 3_600_000;
let api: TestBotApi;
let clock: ShiftedClock;
let queue: TestQueue;
beforeEach(async () => void ({ api, clock, queue } = await openQueue()));

const busy = (retryAfter: number): Answer => ({ code: 429, description: 'Too Many Requests', retryAfter });
const broken: Answer = { code: 500, description: 'Internal Server Error' };
const blocked: Answer = { code: 403, description: 'Forbidden: bot was blocked by the user' };

/** Says these to a chat's calls, one to each, then takes what comes. */
function saying({ chat }: TestReader, ...answers: Answer[]): void {
  const next = api.answer;
  api.answer = (call: Call) => (call.chatId === String(chat) ? answers.shift() : next(call));
}

it('sends what waits in each chat in order, once, whoever else sends', async () => {
  const readers = await queue.readers(5);
  const numbers = [1, 2, 3, 4];
  for (const number of numbers) for (const reader of readers) await queue.notify(reader, number);
  const workers = [queue.worker(), queue.worker(), queue.worker()];
  await Promise.all(workers.map((worker) => worker.run()));
  for (const reader of readers) expect(queue.told(reader)).toEqual(numbers);
  expect(workers.flatMap(({ outcomes }) => outcomes)).toHaveLength(20);
  const came = (await queue.rows()).map(({ outcome, attempts }) => `${outcome} ${attempts}`);
  expect(new Set(came)).toEqual(new Set(['SENT 1']));
});

it('keeps to the pace of all and to that of each chat, over workers', async () => {
  const readers = await queue.readers(4);
  for (const number of [1, 2]) for (const reader of readers) await queue.notify(reader, number);
  const times: { at: number; chatId: string }[] = [];
  api.answer = ({ chatId }) => void times.push({ at: performance.now(), chatId });
  const pace = { messagesPerSecond: 20, chatIntervalMs: 400 };
  await Promise.all([queue.worker(pace).run(), queue.worker(pace).run()]);
  expect(times).toHaveLength(8);
  const [first, last] = [times[0]?.at ?? 0, times.at(-1)?.at ?? 0];
  // Seven intervals of 50 ms, but for what a call takes to get there.
  expect(last - first).toBeGreaterThan(7 * 50 - 40);
  for (const { chat } of readers) {
    const [one = 0, two = 0] = times.filter(({ chatId }) => chatId === String(chat)).map(({ at }) => at);
    expect(two - one).toBeGreaterThan(390);
  }
});

describe('when Telegram says', () => {
  it('429, the chat waits as long as it says; others go on', async () => {
    const [ada, ben] = [await queue.reader(), await queue.reader()];
    for (const number of [1, 2]) await queue.notify(ada, number);
    saying(ada, busy(60));
    await queue.worker().run();
    await queue.notify(ben, 1);
    clock.advance(50_000);
    await queue.worker().run();
    expect([queue.told(ada), queue.told(ben)]).toEqual([[], [1]]);
    clock.advance(10_000);
    await queue.worker().run();
    expect(queue.told(ada)).toEqual([1, 2]);
    const [first] = await queue.rows();
    expect(first).toEqual({ outcome: 'SENT', attempts: 2, lastError: '429 Too Many Requests' });
  });

  it('429 to a second chat meanwhile, nobody is written to until it is over', async () => {
    const [ada, ben, cleo] = [await queue.reader(), await queue.reader(), await queue.reader()];
    await queue.notify(ada, 1);
    saying(ada, busy(60));
    await queue.worker().run();
    await queue.notify(ben, 1);
    saying(ben, busy(30));
    const worker = queue.worker();
    await worker.run();
    expect(worker.paused).toHaveLength(1);
    await queue.notify(cleo, 1);
    await queue.worker().run();
    expect(api.taken).toEqual([]);
    clock.advance(30_000);
    await queue.worker().run();
    expect([queue.told(ada), queue.told(ben), queue.told(cleo)]).toEqual([[], [1], [1]]);
    clock.advance(30_000);
    await queue.worker().run();
    expect(queue.told(ada)).toEqual([1]);
  });

  it('429 without measure, a chat is tried again after a day, and nobody else waits for more than an hour', async () => {
    const [ada, ben, cleo] = [await queue.reader(), await queue.reader(), await queue.reader()];
    await queue.notify(ada, 1, 48 * hourMs);
    saying(ada, busy(1e12));
    await queue.worker().run();
    await queue.notify(ben, 1, 48 * hourMs);
    saying(ben, busy(1e12));
    const worker = queue.worker();
    await worker.run();
    expect(worker.paused).toEqual([hourMs]);
    await queue.notify(cleo, 1, 48 * hourMs);
    clock.advance(hourMs);
    await queue.worker().run();
    expect([queue.told(ada), queue.told(ben), queue.told(cleo)]).toEqual([[], [], [1]]);
    clock.advance(23 * hourMs);
    await queue.worker().run();
    expect([queue.told(ada), queue.told(ben)]).toEqual([[1], [1]]);
  });

  it('so, and it was kept as it was said, it is cut down', async () => {
    const [ada, ben] = [await queue.reader(), await queue.reader()];
    for (const reader of [ada, ben]) await queue.notify(reader, 1, 48 * hourMs);
    await queue.pool.query(`update telegram_link set next_at = '33715-01-01' where user_id = $1`, [ada.userId]);
    await queue.pool.query(
      `insert into telegram_pace as p (one, next_at, flooded_id, flooded_until, paused_until)
       values (true, $2, $1, '33715-01-01', '33715-01-01')
       on conflict (one) do update set flooded_id = $1, flooded_until = '33715-01-01', paused_until = '33715-01-01'`,
      [ada.userId, new Date(clock.now())],
    );
    await queue.worker().run();
    expect(api.calls).toEqual([]);
    clock.advance(hourMs);
    await queue.worker().run();
    expect([queue.told(ada), queue.told(ben)]).toEqual([[1], [1]]);
  });

  it.each<[string, Answer]>([
    ['500', broken],
    ['what is no JSON', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['nothing, and hangs', 'HANG'],
    ['nothing, and hangs up', 'CUT'],
  ])('%s, it is tried again after a while, and what is behind it waits', async (_what, answer) => {
    const ada = await queue.reader();
    for (const number of [1, 2]) await queue.notify(ada, number);
    saying(ada, answer);
    await queue.worker({ timeoutMs: 200 }).run();
    expect(queue.told(ada)).toEqual([1, 2]);
    const rows = await queue.rows();
    expect(rows.map(({ outcome, attempts }) => [outcome, attempts])).toEqual([
      ['SENT', 2],
      ['SENT', 1],
    ]);
    expect(rows[0]?.lastError).toMatch(/^(500 Internal Server Error|no answer in time|[A-Z_]+|\w+Error)$/);
  });

  it('that it was blocked, or knows no such chat, the person gets nothing more, and nobody else is held up', async () => {
    const [ada, ben, cleo] = [await queue.reader(), await queue.reader(), await queue.reader()];
    for (const number of [1, 2]) for (const reader of [ada, ben, cleo]) await queue.notify(reader, number);
    saying(ada, blocked);
    saying(ben, { code: 400, description: 'Bad Request: chat not found' });
    const worker = queue.worker();
    await worker.run();
    expect([queue.told(ada), queue.told(ben), queue.told(cleo)]).toEqual([[], [], [1, 2]]);
    expect(worker.outcomes.toSorted()).toEqual(['BLOCKED', 'BLOCKED', 'BLOCKED', 'BLOCKED', 'SENT', 'SENT']);
    const { rows } = await queue.pool.query('select from telegram_link where blocked_at is not null');
    expect(rows).toHaveLength(2);
    expect(api.calls).toHaveLength(4);
  });

  it('that the message is none, that one ends and the next goes out', async () => {
    const ada = await queue.reader();
    for (const number of [1, 2]) await queue.notify(ada, number);
    saying(ada, { code: 400, description: 'Bad Request: message text is empty' });
    await queue.worker().run();
    expect(queue.told(ada)).toEqual([2]);
    expect((await queue.rows())[0]).toMatchObject({
      outcome: 'REFUSED',
      lastError: expect.stringContaining('text is empty'),
    });
  });

  it('that it knows no such bot, nobody is written to for a minute, and nothing is lost', async () => {
    const ada = await queue.reader();
    await queue.notify(ada, 1);
    saying(ada, { code: 401, description: 'Unauthorized' });
    const worker = queue.worker();
    await worker.run();
    expect(worker.paused).toEqual([60_000]);
    await queue.worker().run();
    expect(api.calls).toHaveLength(1);
    clock.advance(60_000);
    await queue.worker().run();
    expect(queue.told(ada)).toEqual([1]);
  });

  it('nothing to ten in a row, nobody is written to for a while; nothing is lost', async () => {
    const readers = await queue.readers(12);
    for (const reader of readers) await queue.notify(reader, 1);
    let away = true;
    api.answer = () => (away ? 'CUT' : undefined);
    const worker = queue.worker({ chance: () => 1 });
    const running = worker.run();
    await eventually(
      'A pause',
      () => worker.paused.length,
      (count) => count > 0,
    );
    away = false;
    clock.advance(hourMs);
    await running;
    await worker.stop();
    // Calls that were cut meanwhile are tried again a while from when they were.
    clock.advance(hourMs);
    await queue.worker().run();
    expect(readers.map((reader) => queue.told(reader))).toEqual(readers.map(() => [1]));
  });
});

it('what is of no more use, or was tried for a day, ends with its reason and is not sent', async () => {
  const [ada, ben] = [await queue.reader(), await queue.reader()];
  await queue.notify(ada, 1);
  saying(ada, busy(25 * 3_600));
  await queue.worker().run();
  await queue.notify(ben, 1, 1);
  clock.advance(24 * hourMs);
  await queue.notify(ben, 2);
  const worker = queue.worker();
  await worker.run();
  expect([queue.told(ada), queue.told(ben)]).toEqual([[], [2]]);
  clock.advance(hourMs);
  await queue.worker().run();
  expect((await queue.rows()).map(({ outcome, lastError }) => [outcome, lastError])).toEqual([
    ['GAVE_UP', '429 Too Many Requests'],
    ['GAVE_UP', null],
    ['SENT', null],
  ]);
});

it('what has the least time left goes first, though each chat gets its own in order', async () => {
  const [ada, ben, cleo] = [await queue.reader(), await queue.reader(), await queue.reader()];
  await queue.notify(ada, 1);
  await queue.notify(ben, 1, 20_000);
  await queue.notify(cleo, 1);
  await queue.notify(cleo, 2, 10_000);
  const pace = { messagesPerSecond: 8 };
  await queue.worker(pace).run();
  expect(api.taken.slice(0, 2).map(({ chatId }) => chatId)).toEqual([cleo, ben].map(({ chat }) => String(chat)));
  expect(queue.told(cleo)).toEqual([1, 2]);
});
