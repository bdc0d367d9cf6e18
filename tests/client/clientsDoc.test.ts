import { expect, it } from 'vitest';
import type { Environment } from 'relay-runtime';
import { startApp } from '../harness/app.ts';
import { within } from '../harness/deferred.ts';
import { seedGame } from '../harness/seed.ts';
import { docBlocks, docProject, typeErrorsOf } from './docBlocks.ts';
import { startProxy } from './tcpProxy.ts';
import { makeEvents } from './watchGame.ts';

const document = 'docs/clients.md';

it('every block of TypeScript is named, so that it is run here, and has the right types', async () => {
  expect((await docBlocks(document)).map(({ title }) => title)).toEqual(['relay.ts']);
  expect(await typeErrorsOf(document)).toBe('');
}, 60_000);

it('relay.ts queries, and follows a game through a cut, each event once', async () => {
  const proxy = await startProxy();
  const app = await startApp({ env: { PUBLIC_URL: proxy.url } });
  proxy.target = app.url;
  const game = await seedGame(app);
  const { load } = await docProject(document, proxy.url);
  const { relayEnvironment } = await load<{ relayEnvironment(token: () => Promise<string>): Environment }>('relay.ts');
  const network = relayEnvironment(async () => game.players[1].token).getNetwork();
  const run = (operationKind: 'query' | 'subscription', text: string, variables: object) =>
    network.execute({ operationKind, text, name: 'Doc', id: null, cacheID: text, metadata: {} }, { ...variables }, {});

  const state = await run('query', 'query Doc($id: ID!) { game(id: $id) { id cursor } }', { id: game.id }).toPromise();
  const { cursor: after } = (state as { data: { game: { cursor: string } } }).data.game;
  const seqs: number[] = [];
  await within(
    15_000,
    'Six events',
    new Promise<void>((resolve, reject) => {
      const text = `subscription Doc($id: ID!, $after: String) {
        gameEvents(gameId: $id, after: $after) { __typename seq cursor }
      }`;
      const { unsubscribe } = run('subscription', text, { id: game.id, after }).subscribe({
        next(result) {
          seqs.push((result as { data: { gameEvents: { seq: number } } }).data.gameEvents.seq);
          if (seqs.length === 3) proxy.cut();
          if (seqs.length === 6) resolve(unsubscribe());
        },
        error: reject,
      });
      void makeEvents(app, game, 3).then(() => makeEvents(app, game, 3));
    }),
  );
  expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
});
