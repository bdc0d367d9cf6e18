import { describe, expect, it } from 'vitest';
import type { CreateScoreboardInput } from '../gql/graphql.ts';
import { startApp, type App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { atOnce, tally } from '../game/tally.ts';
import * as documents from './documents.ts';

const create = async (app: App, token: string, input: CreateScoreboardInput) =>
  (await execute(app, token, documents.createScoreboard, { input })).createScoreboard;

const keysOf = async (app: App, token: string) =>
  (await execute(app, token, documents.boards, {})).scoreboards.edges.map(({ node }) => node.key);

const noon = Date.parse('2026-11-21T12:00:00Z');

describe('a board', () => {
  it('is what was asked for, with what was left out as documented', async () => {
    const app = await startApp({ clock: new ManualClock(noon) });
    const { token } = await seedService(app, ['scores:write']);
    const plain = expectPayload(await create(app, token, { key: 'arcade', title: ' Arcade ' })).scoreboard;
    expect(plain).toEqual({
      id: expect.stringMatching(/^Scoreboard:[0-9a-f-]{36}$/),
      key: 'arcade',
      title: 'Arcade',
      operator: 'INCREMENT',
      sortOrder: 'HIGHEST_FIRST',
      submission: 'SERVICE',
      maxPlayerPoints: 1000,
      resetSchedule: null,
      resetsAt: null,
      season: 1,
      size: 0,
    });
    const settings = {
      key: 'Speed.run_1-a',
      title: 'Speed',
      operator: 'BEST',
      sortOrder: 'LOWEST_FIRST',
      submission: 'PLAYER',
      maxPlayerPoints: 7,
      resetSchedule: '0 0 * * 1',
    } as const;
    const full = expectPayload(await create(app, token, settings)).scoreboard;
    expect(full).toMatchObject({ ...settings, resetsAt: '2026-11-23T00:00:00.000Z', season: 1 });
    const { token: reader } = await seedPlayer(app);
    const { scoreboard } = await execute(app, reader, documents.board, { key: settings.key });
    const seasons = [{ number: 1, startedAt: '2026-11-21T12:00:00.000Z', endedAt: null }];
    expect(scoreboard).toEqual({ ...full, seasons });
    expect(await keysOf(app, reader)).toEqual(['global', 'arcade', 'Speed.run_1-a']);
    for (const key of ['arcade2', '', 'a'.repeat(10_000), 'a\u0000b', 'ä']) {
      expect(await execute(app, reader, documents.board, { key })).toEqual({ scoreboard: null });
    }
    expect(await errorCodes(app, null, documents.board, { key: 'arcade' })).toEqual(['UNAUTHENTICATED']);
  });

  it('is the same for the same key and settings, and none for others', async () => {
    const app = await startApp();
    const [{ token }, other] = [await seedService(app), await seedService(app)];
    const settings = { key: 'arcade', title: 'Arcade', resetSchedule: '0 0 * * *' } as const;
    const { scoreboard: first } = expectPayload(await create(app, token, settings));
    for (const input of [settings, { ...settings, operator: 'INCREMENT' as const, maxPlayerPoints: 1000 }]) {
      expect(expectPayload(await create(app, other.token, input)).scoreboard).toEqual(first);
    }
    const differing: Partial<CreateScoreboardInput>[] = [
      { title: 'arcade' },
      { operator: 'SET' },
      { sortOrder: 'LOWEST_FIRST' },
      { submission: 'PLAYER' },
      { maxPlayerPoints: 999 },
      { resetSchedule: null },
      { resetSchedule: '0 1 * * *' },
    ];
    for (const change of differing) {
      const error = expectError(await create(app, token, { ...settings, ...change }), 'ScoreboardKeyTakenError');
      expect(error.key).toBe('arcade');
    }
    const builtIn = { key: 'global', title: 'Levels', operator: 'SET' } as const;
    expectError(await create(app, token, builtIn), 'ScoreboardKeyTakenError');
    // Another case is another key.
    expectPayload(await create(app, token, { ...settings, key: 'Arcade' }));
    expect(await keysOf(app, token)).toEqual(['global', 'arcade', 'Arcade']);
  });

  it('is made once by ten at once over two nodes', async () => {
    const app = await startApp();
    const beside = await startApp({ beside: app });
    const { token } = await seedService(app);
    const settings = { key: 'arcade', resetSchedule: '0 0 * * *' };
    const answers = await atOnce(10, (index) =>
      create(index % 2 ? app : beside, token, { ...settings, title: index % 5 ? 'Arcade' : 'Other' }),
    );
    const kinds = tally(answers.map(({ __typename }) => __typename));
    expect([
      { CreateScoreboardPayload: 8, ScoreboardKeyTakenError: 2 },
      { CreateScoreboardPayload: 2, ScoreboardKeyTakenError: 8 },
    ]).toContainEqual(kinds);
    const { rows } = await app.services.pool.query(`select subject from deadline where kind = 'RESET'`);
    expect(rows).toHaveLength(1);
  });

  const refused: [input: Partial<CreateScoreboardInput>, fields: string[]][] = [
    [{ key: '' }, ['key']],
    [{ key: '-a' }, ['key']],
    [{ key: 'x'.repeat(65) }, ['key']],
    [{ key: 'two words' }, ['key']],
    [{ key: 'game:0190c3e4-0000-7000-8000-000000000000' }, ['key']],
    [{ key: 'a\u0000' }, ['key']],
    [{ key: 'a\n' }, ['key']],
    [{ title: ' ' }, ['title']],
    [{ title: 'x'.repeat(121) }, ['title']],
    [{ title: 'a\u0000' }, ['title']],
    [{ title: '\ud800' }, ['title']],
    [{ maxPlayerPoints: 0 }, ['maxPlayerPoints']],
    [{ maxPlayerPoints: -5 }, ['maxPlayerPoints']],
    ...['', ' ', 'daily', '@daily', '0 0 * *', '* * * * * *', '60 0 * * *', '0 0 30 2 *', '0 0 * * 9', 'x y * * *'].map(
      (resetSchedule): [{ resetSchedule: string }, string[]] => [{ resetSchedule }, ['resetSchedule']],
    ),
    [
      { key: '', title: '', maxPlayerPoints: 0, resetSchedule: '' },
      ['key', 'title', 'maxPlayerPoints', 'resetSchedule'],
    ],
  ];

  it('is not made of what makes none', async () => {
    const app = await startApp();
    const { token } = await seedService(app);
    for (const [input, fields] of refused) {
      const answer = await create(app, token, { key: 'arcade', title: 'Arcade', ...input });
      const error = expectError(answer, 'InvalidInputError');
      expect([input, error.fields.map(({ field }) => field)]).toEqual([input, fields]);
      for (const { message } of error.fields) expect(message).toMatch(/^\S.{5,120}$/);
    }
    expect(await keysOf(app, token)).toEqual(['global']);
  });

  it('has one calendar, whichever way its schedule says so', async () => {
    const clock = new ManualClock(noon);
    const app = await startApp({ clock });
    const { token } = await seedService(app);
    const resets = async (key: string, resetSchedule: string) =>
      expectPayload(await create(app, token, { key, title: 'Arcade', resetSchedule })).scoreboard.resetsAt;
    expect(await resets('a', '0 12 * * *')).toBe('2026-11-22T12:00:00.000Z');
    expect(await resets('b', '*/15 * * * *')).toBe('2026-11-21T12:15:00.000Z');
    expect(await resets('c', ' 30  6 1 JAN,JUL * ')).toBe('2027-01-01T06:30:00.000Z');
    expect(await resets('d', '0 0 29 2 *')).toBe('2028-02-29T00:00:00.000Z');
    // One that the library would draw by lot, anew each time it is asked.
    const drawn = await atOnce(10, (index) => resets(`e${index}`, 'H H * * *'));
    expect(new Set(drawn).size).toBe(1);
  });
});
