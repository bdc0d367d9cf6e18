import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RateGuard } from '../../resolvers/services.ts';
import { startApp } from '../harness/app.ts';

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
    const { limits } = (await startApp({ env: { LIMITS } })).services;
    const [ada, bob] = [randomUUID(), randomUUID()];
    expect(await looked([limits], 4, ada)).toBe(1);
    const wait: unknown = await limits.guess(ada, right).catch((error: unknown) => error);
    expect(wait).toMatchObject(limited);
    expect((wait as { extensions: { retryAfter: number } }).extensions.retryAfter).toBeGreaterThan(50);
    expect(await limits.guess(bob, right)).toBe('room');
  });

  it.runIf(process.env['REDIS_URL'])('count for all nodes together, and only once each', async () => {
    const app = await startApp();
    const other = await startApp({ beside: app });
    const nodes = [app.services.limits, other.services.limits];
    const [ada, bob] = [randomUUID(), randomUUID()];
    expect(await looked(nodes, 40, ada)).toBeLessThanOrEqual(3);
    await expect(other.services.limits.guess(ada, right)).rejects.toMatchObject(limited);
    for (let round = 0; round < 10; round += 1) {
      expect(await Promise.all(nodes.map((node) => node.guess(bob, right)))).toEqual(['room', 'room']);
    }
    for (let count = 0; count < 3; count += 1) expect(await nodes[count % 2]?.guess(bob, wrong)).toBeUndefined();
    for (const node of nodes) await expect(node.guess(bob, right)).rejects.toMatchObject(limited);
  });
});

describe('actions in quiz rooms', () => {
  it.each(['quizActionsPerUser', 'quizActionsPerRoom'] as const)('keep to %s', async (limit) => {
    const { limits } = (await startApp({ env: { LIMITS: `${limit}=3/60` } })).services;
    for (let count = 0; count < 3; count += 1) await limits.take(limit, 'one');
    await expect(limits.take(limit, 'one')).rejects.toMatchObject(limited);
    await limits.take(limit, 'other');
  });
});
