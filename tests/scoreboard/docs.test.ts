import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { radiusSize, topSize } from '../../resolvers/scoreboard/readBoard.ts';
import { mostScores } from '../../resolvers/scoreboard/submitScores.ts';
import { rateLimits, sizeLimits } from '../../server/limits.ts';
import { noSockets } from '../account/socketClose.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startApp, type App } from '../harness/app.ts';
import { execute } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedPlayer } from '../harness/seed.ts';

const document = 'docs/scoreboards.md';
const fence = /^```graphql\n(.*?)^```$/gms;
const friday = Date.parse('2026-11-20T12:00:00Z');
const dayMs = 86_400_000;

/** What the document's files export. */
interface Documented {
  playerOf(token: string, externalId: string, handle: string): Promise<string>;
  report(token: string, userId: string, points: number, matchId: string): Promise<{ rank: number; score: number }>;
  watchBoard(token: string, scoreboardId: string): AsyncGenerator<object>;
}

/** The document's operations by name, each to be taken once. */
async function operations() {
  const texts = [...(await readFile(document, 'utf8')).matchAll(fence)].map(([, text = '']) => text);
  const known = new Map(
    texts.map((text) => {
      const [definition] = parse(text).definitions;
      return [(definition?.kind === Kind.OPERATION_DEFINITION && definition.name?.value) || '', text] as const;
    }),
  );
  return {
    left: () => [...known.keys()],
    ask<Data>(app: App, token: string, name: string, variables: object = {}): Promise<Data> {
      const text = known.get(name);
      known.delete(name);
      if (!text) throw new Error(`${document} has no operation ${name}`);
      return execute<Data, object>(app, token, text, variables);
    },
  };
}

it('the code has the right types', async () => {
  const titles = (await docBlocks(document)).map(({ title }) => title);
  expect(titles).toEqual(['playerOf.ts', 'cupbearer.ts', 'report.ts', 'watchBoard.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

it('a board of one’s own comes of doing what it says, from top to bottom', async () => {
  const clock = new ManualClock(friday);
  const app = await startApp({ clock });
  const { ask, left } = await operations();
  const admin = await seedPlayer(app, ['admin'], 30 * dayMs);
  const { load } = await docProject(document, app.url);
  const { playerOf } = await load<Documented>('playerOf.ts');
  const { report } = await load<Documented>('report.ts');
  const { watchBoard } = await load<Documented>('watchBoard.ts');

  type Made = { createServiceToken: { token: string }; createScoreboard: { scoreboard: { id: string } } };
  const { token } = (await ask<Made>(app, admin.token, 'MakeToken')).createServiceToken;
  const { scoreboard } = (await ask<Made>(app, token, 'MakeBoard')).createScoreboard;
  expect(scoreboard).toEqual({ id: expect.any(String), resetsAt: '2026-11-23T00:00:00.000Z' });
  const people = [await playerOf(token, 'crm-1', 'ada'), await playerOf(token, 'crm-2', 'ben')] as const;
  const [ada, ben] = people;
  expect(await playerOf(token, 'crm-1', 'ada')).toBe(ada);
  await expect(playerOf(token, 'crm-3', 'ada')).rejects.toThrow('Someone is called ada already');

  const live = watchBoard(token, scoreboard.id);
  expect((await live.next()).value).toMatchObject({ size: 0, entries: [] });
  for (let tries = 0; tries < 2; tries += 1) expect(await report(token, ada, 5, 'm-1')).toEqual({ rank: 1, score: 5 });
  expect((await live.next()).value).toMatchObject({
    size: 1,
    entries: [{ rank: 1, user: { id: ada, displayName: 'ada' } }],
  });
  await live.return(undefined);
  await expect(report(token, ada, 6, 'm-1')).rejects.toThrow('was used for another score');
  const scores = people.map((userId, index) => ({ userId, points: 3 + 9 * index, idempotencyKey: `n-${index}` }));
  expect(await ask(app, token, 'ReportAll', { scores })).toEqual({ submitScores: { accepted: 2, repeated: 0 } });

  expect(await ask(app, token, 'Board', { userId: ada })).toMatchObject({
    scoreboard: {
      title: 'Arcade',
      season: 1,
      size: 2,
      top: { edges: [{ node: { rank: 1, score: 12 } }, { node: { rank: 2, score: 8 } }] },
      entry: { rank: 2, score: 8 },
      around: [{ user: { displayName: 'ben' } }, { user: { displayName: 'ada' } }],
    },
  });
  clock.advance(7 * dayMs);
  expect(await report(token, ben, 1, 'm-2')).toEqual({ rank: 1, score: 1 });
  expect(await ask(app, token, 'LastSeason', { season: 1 })).toMatchObject({
    scoreboard: { seasons: [{ number: 2 }, { number: 1, endedAt: '2026-11-23T00:00:00.000Z' }], size: 2 },
  });

  const input = { key: 'freeplay', title: 'Free play', submission: 'PLAYER' };
  const make = 'mutation Free($input: CreateScoreboardInput!) { createScoreboard(input: $input) { __typename } }';
  await execute(app, token, make, { input });
  const player = await seedPlayer(app);
  const mine = await ask(app, player.token, 'MyScore', { userId: player.id });
  expect(mine).toEqual({ submitScore: { entry: { rank: 1 } } });
  expect(left()).toEqual([]);
  await noSockets(app);
});

it('the limits are those in force', async () => {
  const text = (await readFile(document, 'utf8')).replaceAll(/\s+/g, ' ');
  const rate = ({ points, seconds }: { points: number; seconds: number }) => `${points} in ${seconds} s`;
  for (const said of [
    `${rate(rateLimits.operationsPerUser)} of one token`,
    `| a player's own | ${rate(rateLimits.ownScoresPerUser)} |`,
    `| scores in a batch | ${mostScores.toLocaleString('en')}, in a request of ${sizeLimits.bodyBytes.most / 1024} KiB`,
    `| entries of a page | ${topSize.most.toLocaleString('en')};`,
    `| neighbours | ${radiusSize.most} on either side`,
  ]) {
    expect(text).toContain(said);
  }
});
