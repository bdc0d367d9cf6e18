import { expect, it } from 'vitest';
import { handToken } from '../../server/handTokens.ts';
import * as accounts from '../account/documents.ts';
import { signedIn, signedUp } from '../account/signedUp.ts';
import { type App, startApp } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { seedGame } from '../harness/seed.ts';

/** An event stream of a game, once it has begun: all of it, and how it ends. */
async function eventStream(app: App, token: string, gameId: string) {
  const over = new AbortController();
  const response = await fetch(`${app.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: documents.gameEvents.toString(), variables: { gameId } }),
    signal: over.signal,
  });
  expect(response.status).toBe(200);
  const begun = Promise.withResolvers<void>();
  let text = '';
  const read = async (): Promise<'completed' | 'cut' | 'left'> => {
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString();
        if (text.includes('GameStarted')) begun.resolve();
      }
      return 'completed';
    } catch {
      return over.signal.aborted ? 'left' : 'cut';
    }
  };
  const ended = read();
  await within(10_000, 'The first events', begun.promise);
  return { ended: () => within(10_000, 'The end of the stream', ended), leave: () => over.abort() };
}

it('is cut when its token ends', async () => {
  const app = await startApp();
  const { id, players } = await seedGame(app);
  const { handle } = players[0];
  const token = await handToken(app.services, app.tokens, { handle, roles: [], lifeMs: 2_000, development: false });
  const stream = await eventStream(app, token, id);
  expect(await stream.ended()).toBe('cut');
});

it('is cut when its session is signed out, on every node, and those of others go on', async () => {
  const app = await startApp();
  const other = await startApp({ beside: app });
  const { id } = await seedGame(app);
  const here = await signedUp(app);
  const elsewhere = await signedIn(app, here.user.handle);
  const streams = await Promise.all([app, other].map((node) => eventStream(node, here.accessToken, id)));
  const stays = await eventStream(other, elsewhere.accessToken, id);
  await execute(app, here.accessToken, accounts.signOut);
  expect(await Promise.all(streams.map(({ ended }) => ended()))).toEqual(['cut', 'cut']);
  stays.leave();
  expect(await stays.ended()).toBe('left');
});
