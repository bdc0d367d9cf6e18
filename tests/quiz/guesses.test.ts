import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { RateGuard } from '../../resolvers/services.ts';
import { rateLimits } from '../../server/limits.ts';
import { RateLimiter } from '../../server/rateLimiter.ts';
import { type App, startApp as start } from '../harness/app.ts';
import { expectPayload, execute, send } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './roomDocuments.ts';
import { seedRoom } from './seedRoom.ts';

const redisUrl = inject('redisUrl');
/** Alone: where Redis answers too late, a node lets guesses through that Redis has counted. */
const startApp = (env: Record<string, string> = {}) =>
  start({ env: { ...env, REDIS_URL: '' }, alone: 'what a node counts without Redis' });

const limited = { extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number), http: { status: 429 } } };
const right = () => Promise.resolve('room');
const wrong = () => Promise.resolve(undefined);

/** How many of so many guesses at once, at any of the nodes, were looked at; the others were refused. */
async function looked(nodes: readonly RateGuard[], count: number, key: string): Promise<number> {
  let looks = 0;
  const look = () => {
    looks += 1;
    return wrong();
  };
  const guesses = Array.from({ length: count }, (_, index) => nodes[index % nodes.length]?.guess(key, look));
  const answers = await Promise.allSettled(guesses);
  const refused = answers.filter((answer) => answer.status === 'rejected');
  for (const { reason } of refused) expect(reason).toMatchObject(limited);
  expect(looks).toBe(count - refused.length);
  return looks;
}

describe('wrong PINs', () => {
  it('are three in half a minute, at once or one by one, and never the right ones', async () => {
    const { limits } = (await startApp()).services;
    const [ada, bob] = [randomUUID(), randomUUID()];
    for (let count = 0; count < 5; count += 1) expect(await limits.guess(ada, right)).toBe('room');
    expect(await looked([limits], 40, ada)).toBe(3);
    expect(await looked([limits], 40, ada)).toBe(0);
    await expect(limits.guess(ada, right)).rejects.toMatchObject(limited);
    const answers = await Promise.all(Array.from({ length: 40 }, () => limits.guess(bob, right)));
    expect(new Set(answers)).toEqual(new Set(['room']));
  });

  it.each(['pinGuesses=1/60', 'pinGuessesPerHour=1/60', 'pinGuessesPerDay=1/60'])('keep to %s', async (LIMITS) => {
    const { limits } = (await startApp({ LIMITS })).services;
    const [ada, bob] = [randomUUID(), randomUUID()];
    expect(await looked([limits], 4, ada)).toBe(1);
    const wait: unknown = await limits.guess(ada, right).catch((error: unknown) => error);
    expect(wait).toMatchObject(limited);
    expect((wait as { extensions: { retryAfter: number } }).extensions.retryAfter).toBeGreaterThan(50);
    expect(await limits.guess(bob, right)).toBe('room');
  });

  it.runIf(redisUrl)('count for all nodes together, and only once each', async () => {
    // Patient, unlike a server's: here no answer may be too late.
    const prefix = `test-${randomUUID()}:`;
    const clients = [new Redis(redisUrl), new Redis(redisUrl)];
    onTestFinished(() => clients.forEach((client) => client.disconnect()));
    await Promise.all(clients.map((client) => client.ping()));
    const nodes = clients.map((client) => new RateLimiter(rateLimits, { client, prefix }));
    const [ada, bob] = [randomUUID(), randomUUID()];
    expect(await looked(nodes, 40, ada)).toBe(3);
    for (const node of nodes) await expect(node.guess(ada, right)).rejects.toMatchObject(limited);
    for (let round = 0; round < 10; round += 1) {
      expect(await Promise.all(nodes.map((node) => node.guess(bob, right)))).toEqual(['room', 'room']);
    }
    for (let count = 0; count < 3; count += 1) expect(await nodes[count % 2]?.guess(bob, wrong)).toBeUndefined();
    for (const node of nodes) await expect(node.guess(bob, right)).rejects.toMatchObject(limited);
  });
});

/** How joining by a PIN, or by an invitation code, comes out. */
async function joining(app: App, { token }: TestPlayer, by: { pin: string } | { inviteCode: string }) {
  const { data, errors } = await send<{ joinQuizRoom: { __typename: string } }, object>(
    app,
    token,
    documents.joinQuizRoom.toString(),
    { input: by },
  );
  return data?.joinQuizRoom.__typename ?? errors[0]?.extensions.code;
}

describe('joining', () => {
  it('counts wrong PINs and invitation codes together, each person’s alone, and lets members back in', async () => {
    const app = await startApp();
    const room = await seedRoom(app, { players: 0 });
    const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
    for (let count = 0; count < 4; count += 1) {
      expect(await joining(app, ben, { pin: room.pin })).toBe('JoinQuizRoomPayload');
    }
    expect(await joining(app, ada, { pin: '000000' })).toBe('RoomNotFoundError');
    expect(await joining(app, ada, { inviteCode: 'none' })).toBe('RoomNotFoundError');
    expect(await joining(app, ada, { pin: '000000' })).toBe('RoomNotFoundError');
    expect(await joining(app, ada, { pin: room.pin })).toBe('RATE_LIMITED');
    expect(await joining(app, ada, { inviteCode: room.inviteCode })).toBe('RATE_LIMITED');
    expect(await joining(app, ben, { pin: '000000' })).toBe('RoomNotFoundError');
  });

  it('counts those from one address together, where it is set so', async () => {
    const app = await startApp({ PIN_GUESSES_PER: 'address' });
    const room = await seedRoom(app, { players: 0 });
    const people = [];
    for (let count = 0; count < 3; count += 1) people.push(await seedPlayer(app));
    for (const person of people) expect(await joining(app, person, { pin: '000000' })).toBe('RoomNotFoundError');
    expect(await joining(app, await seedPlayer(app), { pin: room.pin })).toBe('RATE_LIMITED');
  });

  it('lets a class of many in at once that came by one address', async () => {
    const app = await startApp({ PIN_GUESSES_PER: 'address' });
    const room = await seedRoom(app, { players: 0 });
    const people = await Promise.all(Array.from({ length: 40 }, () => seedPlayer(app)));
    const joined = await Promise.all(people.map((person) => joining(app, person, { pin: room.pin })));
    expect(new Set(joined)).toEqual(new Set(['JoinQuizRoomPayload']));
  });
});

describe('actions in quiz rooms', () => {
  it('keep to quizRoomsPerUser', async () => {
    const app = await startApp({ LIMITS: 'quizRoomsPerUser=2/60' });
    const [ada, ben] = [await seedPlayer(app), await seedPlayer(app)];
    const { quizId } = await seedRoom(app, { host: ada, players: 0 });
    expectPayload((await execute(app, ada.token, documents.openQuizRoom, { input: { quizId } })).openQuizRoom);
    const third = await send(app, ada.token, documents.openQuizRoom, { input: { quizId } });
    expect(third.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    await seedRoom(app, { host: ben, players: 0 });
  });

  it.each(['quizActionsPerUser', 'quizActionsPerRoom'] as const)('keep to %s', async (limit) => {
    const { limits } = (await startApp({ LIMITS: `${limit}=3/60` })).services;
    for (let count = 0; count < 3; count += 1) await limits.take(limit, 'one');
    await expect(limits.take(limit, 'one')).rejects.toMatchObject(limited);
    await limits.take(limit, 'other');
  });
});
