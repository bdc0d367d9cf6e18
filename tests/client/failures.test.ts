import { expect, it } from 'vitest';
import { encodeGlobalId } from '../../schema/globalId.ts';
import type { App } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { endsCleanly, watch, watchedGame } from './watchGame.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

const only = (name: string) => (asked: string) => (asked === (name === 'polling' ? 'http' : name) ? 'pass' : 'refuse');
const names = ['websocket', 'sse', 'polling'] as const;

it.each(names)('a cursor of another stream ends it over %s, with the server’s error', async (name) => {
  const watched = await watchedGame(app);
  watched.proxy.fate = only(name);
  const watching = watch(watched, { after: 'bm9uZQ' });
  await expect(watching.take(1)).rejects.toMatchObject({
    name: 'StreamFailedError',
    errors: [{ message: expect.stringContaining('`after` is not a cursor'), extensions: { code: 'BAD_USER_INPUT' } }],
  });
  await endsCleanly(watched, watching);
});

it.each(['websocket', 'sse'] as const)('a document that is not valid ends it over %s', async (name) => {
  const watched = await watchedGame(app);
  watched.proxy.fate = only(name);
  for (const query of ['subscription { nothing }', 'subscription {']) {
    const watching = watch(watched, { query });
    await expect(watching.take(1)).rejects.toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    await endsCleanly(watched, watching);
  }
});

it('a game that is not there ends it', async () => {
  const watched = await watchedGame(app);
  const gameId = encodeGlobalId('Game', '0190c3e4-0000-7000-8000-000000000001');
  const watching = watch(watched, { variables: { gameId } });
  await expect(watching.take(1)).rejects.toThrow('There is no such game.');
  await endsCleanly(watched, watching);
});

it('without a token it ends, and says so', async () => {
  const watched = await watchedGame(app);
  const watching = watch(watched, { token: undefined });
  await expect(watching.take(1)).rejects.toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await endsCleanly(watched, watching);
});
