import { describe, expect, it } from 'vitest';
import { MemoryDatabase } from '../tests/stream/memoryDatabase.ts';
import { settled, Turnstile } from '../tests/stream/turnstile.ts';
import { EventLog } from './eventLog.ts';

const one = 'Game:0190c3e4-0000-7000-8000-000000000001';
const two = 'Game:0190c3e4-0000-7000-8000-000000000002';

function makeLog() {
  const database = new MemoryDatabase();
  return { database, log: new EventLog(database, () => database.epoch) };
}

describe('extents', () => {
  it('come for every stream, in the order asked, written to or not', async () => {
    const { database, log } = makeLog();
    database.append(one, 3);
    database.trim(one, 2);
    const { epoch } = database;
    expect(await log.extents([two, one])).toEqual([
      { stream: two, epoch, head: 0, tail: 1 },
      { stream: one, epoch, head: 3, tail: 2 },
    ]);
    expect(await log.extent(two)).toEqual({ stream: two, epoch, head: 0, tail: 1 });
    expect(await log.extents([])).toEqual([]);
  });
});

describe('a database that is replaced while it is asked', () => {
  it.each(['extent', 'read'] as const)('is asked again: %s', async (what) => {
    const { database, log } = makeLog();
    database.append(one, 5);
    const turnstile = new Turnstile();
    database.pass = turnstile.pass;
    const asked = what === 'extent' ? log.extent(one) : log.read(one, 0, 10);
    // The old database has answered, and the answer is under way.
    turnstile.release(0);
    await settled();
    database.restore(one, 2, 'fedcba9876543210');
    turnstile.open();
    const answer = await asked;
    if (Array.isArray(answer)) expect(answer.map(({ seq }) => seq)).toEqual([1, 2]);
    else expect(answer).toEqual({ stream: one, epoch: 'fedcba9876543210', head: 2, tail: 1 });
    expect(database.asked[what === 'extent' ? 'stream-extents' : 'stream-read']).toBe(2);
  });
});

describe('reading', () => {
  it('begins after a number and stops at a limit, with times in milliseconds', async () => {
    const { database, log } = makeLog();
    const written = database.append(one, 5);
    expect(await log.read(one, 0, 10)).toEqual(written);
    expect(await log.read(one, 1, 2)).toEqual(written.slice(1, 3));
    expect(await log.read(one, 5, 10)).toEqual([]);
    expect(await log.read(two, 0, 10)).toEqual([]);
  });
});
