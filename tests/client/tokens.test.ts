import { expect, it } from 'vitest';
import { handToken } from '../../server/handTokens.ts';
import type { App } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import type { TestPlayer } from '../harness/seed.ts';
import { endsCleanly, makeEvents, seqsOf, watch, watchedGame } from './watchGame.ts';

let shared: App;
onOneNode({}, (app) => void (shared = app));

const tokenOf = ({ services, tokens }: App, { handle }: TestPlayer, lifeMs: number) =>
  handToken(services, tokens, { handle, roles: [], lifeMs, development: false });

it.each(['websocket', 'sse'] as const)('renews a token that ends while it streams over %s', async (name) => {
  const watched = await watchedGame(shared);
  const { app, game } = watched;
  const [, ben] = game.players;
  const asked: boolean[] = [];
  const watching = watch(watched, {
    urls: name === 'sse' ? { websocket: null } : undefined,
    token: (refused) => tokenOf(app, ben, asked.push(refused) === 1 ? 2_000 : 3_600_000),
  });
  await watching.take(3);
  await watching.reaches('waiting');
  await makeEvents(app, game, 1);
  expect(seqsOf(await watching.take(1))).toEqual([4]);
  // A socket’s close says why; that of an event stream can not.
  expect(asked).toEqual([false, name === 'websocket']);
  await endsCleanly(watched, watching);
});

it.each(['websocket', 'sse', 'polling'] as const)('has a refused token renewed over %s', async (name) => {
  const watched = await watchedGame(shared);
  const { proxy, game } = watched;
  proxy.fate = (asked) => (asked === (name === 'polling' ? 'http' : name) ? 'pass' : 'refuse');
  let given = 0;
  const watching = watch(watched, {
    token: (refused) => {
      given += 1;
      return refused ? game.players[1].token : 'stale';
    },
  });
  expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
  expect(given).toBeGreaterThan(1);
  await endsCleanly(watched, watching);
});

it.each(['websocket', 'sse', 'polling'] as const)('fails once three were refused in a row over %s', async (name) => {
  const watched = await watchedGame(shared);
  const { proxy } = watched;
  proxy.fate = (asked) => (asked === (name === 'polling' ? 'http' : name) ? 'pass' : 'refuse');
  const watching = watch(watched, { token: () => 'stale' });
  await expect(watching.take(1)).rejects.toMatchObject({ name: 'StreamFailedError' });
  await endsCleanly(watched, watching);
});
