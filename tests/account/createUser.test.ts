import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { createUser, seedService } from '../harness/seedService.ts';
import { atOnce, tally } from '../game/tally.ts';
import type { CreateUserInput } from '../gql/graphql.ts';
import { signedUp } from './signedUp.ts';

const create = async (app: App, token: string, input: CreateUserInput) =>
  (await execute(app, token, createUser, { input })).createUser;

const made = async (app: App, token: string, input: CreateUserInput) =>
  expectPayload(await create(app, token, input)).user;

const ledger = async (app: App) =>
  (
    await app.services.pool.query<{ reference: string; account: string; amount: number }>(
      'select reference, account, amount, reason from coin_entry order by reference, amount desc',
    )
  ).rows;

const usersMade = async (app: App) =>
  (
    await app.services.pool.query<{ count: number }>(
      `select count(*)::int as count from users where issuer is not null`,
    )
  ).rows[0]?.count;

describe('a user of an integrator’s', () => {
  it('begins at level 1 with 1,000 coins, which the ledger has', async () => {
    const clock = new ManualClock(Date.parse('2026-02-03T04:05:06.789Z'));
    const app = await startApp({ clock });
    const { token } = await seedService(app, ['users:write']);
    const user = await made(app, token, { handle: 'Ada', displayName: ' Ada L. ', externalId: 'crm-1' });
    expect(user).toEqual({
      id: expect.stringMatching(/^User:[0-9a-f-]{36}$/),
      handle: 'Ada',
      displayName: 'Ada L.',
      guest: false,
      level: 1,
      coins: 1000,
      createdAt: '2026-02-03T04:05:06.789Z',
    });
    expect((await made(app, token, { handle: 'ben' })).displayName).toBe('ben');
    const reference = `Welcome:${user.id.replace('User:', '')}`;
    expect((await ledger(app)).filter((entry) => entry.reference === reference)).toEqual([
      { reference, account: user.id, amount: 1000, reason: 'WELCOME' },
      { reference, account: 'House:WELCOME', amount: -1000, reason: 'WELCOME' },
    ]);
  });

  it('is the same for the same external id, whatever else is said, and another for another', async () => {
    const app = await startApp();
    const { token } = await seedService(app, ['users:write']);
    const beside = await seedService(app, ['users:write']);
    const ada = await made(app, token, { handle: 'ada', externalId: 'crm-1' });
    expect(await made(app, token, { handle: 'ada', externalId: 'crm-1' })).toEqual(ada);
    expect(await made(app, token, { handle: 'ada2', displayName: 'Ada', externalId: 'crm-1' })).toEqual(ada);
    expect(await made(app, beside.token, { handle: 'ada', externalId: 'crm-1' })).toEqual(ada);
    const other = await made(app, token, { handle: 'ada2', externalId: 'CRM-1' });
    expect(other.id).not.toBe(ada.id);
    expect(await usersMade(app)).toBe(2);
  });

  it('is made once by ten requests at once over two nodes', async () => {
    const app = await startApp();
    const beside = await startApp({ beside: app });
    const { token } = await seedService(app, ['users:write']);
    for (let round = 0; round < 5; round += 1) {
      const users = await atOnce(10, (index) =>
        made(index % 2 ? app : beside, token, { handle: `u${round}-${index % 3}`, externalId: `crm-${round}` }),
      );
      expect(new Set(users.map(({ id }) => id)).size).toBe(1);
    }
    expect(await usersMade(app)).toBe(5);
  });

  it('has a handle that nobody else has', async () => {
    const app = await startApp();
    const beside = await startApp({ beside: app });
    const { token } = await seedService(app, ['users:write']);
    await signedUp(app, 'Ada');
    expect(expectError(await create(app, token, { handle: 'aDA' }), 'HandleTakenError').handle).toBe('aDA');
    expectError(await create(app, token, { handle: 'ada', externalId: 'crm-1' }), 'HandleTakenError');
    expect((await made(app, token, { handle: 'ada1', externalId: 'crm-1' })).handle).toBe('ada1');
    const answers = await atOnce(10, (index) =>
      create(index % 2 ? app : beside, token, { handle: 'ben', ...(index % 3 && { externalId: `ben-${index}` }) }),
    );
    expect(tally(answers.map(({ __typename }) => __typename))).toEqual({ CreateUserPayload: 1, HandleTakenError: 9 });
    // Without an external id nobody can tell that it is the same person again.
    expectError(await create(app, token, { handle: 'ben' }), 'HandleTakenError');
  });

  const refused: [input: CreateUserInput, fields: string[]][] = [
    [{ handle: 'a' }, ['handle']],
    [{ handle: '-ada' }, ['handle']],
    [{ handle: 'a'.repeat(33) }, ['handle']],
    [{ handle: 'ad\u0000a' }, ['handle']],
    [{ handle: 'ada', displayName: '   ' }, ['displayName']],
    [{ handle: 'ada', displayName: 'x'.repeat(41) }, ['displayName']],
    [{ handle: 'ada', displayName: 'a\u202eb' }, ['displayName']],
    [{ handle: 'ada', externalId: '' }, ['externalId']],
    [{ handle: 'ada', externalId: 'x'.repeat(201) }, ['externalId']],
    [{ handle: 'ada', externalId: 'a\u0000' }, ['externalId']],
    [{ handle: '', displayName: '', externalId: '\ud800' }, ['handle', 'displayName', 'externalId']],
  ];

  it('is not made of what can’t be a name or an id', async () => {
    const app = await startApp();
    const { token } = await seedService(app, ['users:write']);
    for (const [input, fields] of refused) {
      const error = expectError(await create(app, token, input), 'InvalidInputError');
      expect(error.fields.map(({ field }) => field)).toEqual(fields);
    }
    expect(await usersMade(app)).toBe(0);
  });
});
