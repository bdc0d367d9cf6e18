import type { ApolloClient } from '@apollo/client';
import type { Client } from '@urql/core';
import { parse } from 'graphql';
import type { JWTPayload } from 'jose';
import { expect, it } from 'vitest';
import type { PollOptions } from '../../client/options.ts';
import type { ResumableStream } from '../../client/resumable.ts';
import { startApp } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ballInFlight, seedGame } from '../harness/seed.ts';
import { docBlocks, docProject, typeErrorsOf } from './docBlocks.ts';
import { startProxy } from './tcpProxy.ts';
import { endsCleanly, type GameEvent, makeEvents, range, seqsOf, type Watched } from './watchGame.ts';

const document = 'docs/integrating.md';

/** The document's code, as a project that talks to a server of the test's own. */
async function documented(cupsPerPlayer = 6) {
  const proxy = await startProxy();
  const app = await startApp({ env: { PUBLIC_URL: proxy.url } });
  proxy.target = app.url;
  const watched: Watched = { app, proxy, game: await seedGame(app, { cupsPerPlayer }) };
  const { load } = await docProject(document, proxy.url);
  const { token } = watched.game.players[1];
  return { ...watched, watched, load, token, accessToken: () => Promise.resolve(token) };
}

/** A throw that is challenged and answered: it lands. */
async function land({ app, game }: Watched) {
  const [ada, ben] = game.players;
  const { throw: ball, answerKey } = await ballInFlight(app, ada.token, game.id, ben.cups[0] ?? '');
  expectPayload((await execute(app, ben.token, documents.challengeThrow, { throwId: ball.id })).challengeThrow);
  const answer = { throwId: ball.id, secret: answerKey ?? '' };
  return expectPayload((await execute(app, ada.token, documents.answerChallenge, answer)).answerChallenge).throw;
}

type State = { game: { cursor: string } };
const state = 'query State($gameId: ID!) { game(id: $gameId) { id cursor } }';
const subscription = `subscription Watch($gameId: ID!, $after: String) {
  gameEvents(gameId: $gameId, after: $after) { __typename seq cursor ... on StreamGap { reason missedFrom missedTo } }
}`;

it('every block of TypeScript is named, so that it is run here, and has the right types', async () => {
  const titles = (await docBlocks(document)).map(({ title }) => title);
  expect(titles).toEqual(['watchGame.ts', 'keepUp.ts', 'pollGame.ts', 'apollo.ts', 'urql.ts', 'verifyReceipt.ts']);
  expect(await typeErrorsOf(document)).toBe('');
});

it('watchGame.ts and keepUp.ts follow a game to its end, through a cut', async () => {
  const { watched, proxy, game, load, accessToken } = await documented(1);
  const { keepUp } = await load<{
    keepUp(gameId: string, token: () => Promise<string>, onEvent: (name: string) => void): Promise<string>;
  }>('keepUp.ts');
  const names: string[] = [];
  const kept = keepUp(game.id, accessToken, (name) => names.push(name));
  await eventually(
    'three events',
    () => names.length,
    (count) => count === 3,
  );
  proxy.cut();
  await land(watched);
  expect(await within(10_000, 'The end of the game', kept)).toEqual(expect.any(String));
  expect(names).toEqual([
    'PlayerJoined',
    'PlayerJoined',
    'GameStarted',
    'BallThrown',
    'ThrowChallenged',
    'ChallengeAnswered',
    'ThrowSettled',
    'GameFinished',
  ]);
  await endsCleanly(watched);
});

it('pollGame.ts reads the same events where nothing else gets through', async () => {
  const { watched, proxy, app, game, load, accessToken } = await documented();
  const { pollGame } = await load<{ pollGame(gameId: string): PollOptions<GameEvent> }>('pollGame.ts');
  const { resumable } = await load<typeof import('../../client/resumable.ts')>('client/resumable.ts');
  const stream: ResumableStream<GameEvent> = resumable({
    url: `${proxy.url}/graphql`,
    urls: { websocket: null, sse: null },
    query: subscription,
    token: accessToken,
    poll: { ...pollGame(game.id), everyMs: 20 },
  });
  await makeEvents(app, game, 2);
  const seen: GameEvent[] = [];
  for await (const event of stream) if (seen.push(event) === 5) break;
  expect(seqsOf(seen)).toEqual(range(1, 5));
  await endsCleanly(watched);
});

it('apollo.ts makes Apollo Client resume by itself', async () => {
  const { watched, proxy, app, game, load, accessToken } = await documented();
  const { apolloClient } = await load<{ apolloClient(token: () => Promise<string>): ApolloClient }>('apollo.ts');
  const client = apolloClient(accessToken);
  const { data } = await client.query<State>({ query: parse(state), variables: { gameId: game.id } });
  const seen: number[] = [];
  const wrong: unknown[] = [];
  const watching = client
    .subscribe<{ gameEvents: GameEvent }>({
      query: parse(subscription),
      variables: { gameId: game.id, after: data?.game.cursor },
      fetchPolicy: 'no-cache',
    })
    .subscribe({
      next: (result) => (result.data ? seen.push(result.data.gameEvents.seq) : wrong.push(result.error)),
      error: (error) => wrong.push(error),
    });
  await makeEvents(app, game, 2);
  await eventually(
    'two events',
    () => seen.length,
    (count) => count === 2,
  );
  proxy.cut();
  await makeEvents(app, game, 2);
  await eventually(
    'two more',
    () => seen.length,
    (count) => count === 4,
  );
  expect({ seen, wrong }).toEqual({ seen: [4, 5, 6, 7], wrong: [] });
  watching.unsubscribe();
  client.stop();
  await endsCleanly(watched);
});

it('urql.ts makes urql resume by itself', async () => {
  const { watched, proxy, app, game, load, token, accessToken } = await documented();
  const { urqlClient } = await load<{ urqlClient(fresh: () => Promise<string>, current: () => string): Client }>(
    'urql.ts',
  );
  const client = urqlClient(accessToken, () => token);
  const { data } = await client.query<State>(state, { gameId: game.id });
  const seen: (number | undefined)[] = [];
  const wrong: unknown[] = [];
  const watching = client
    .subscription<{ gameEvents: GameEvent }>(subscription, { gameId: game.id, after: data?.game.cursor })
    .subscribe((result) => {
      if (result.error) wrong.push(result.error);
      else seen.push(result.data?.gameEvents.seq);
    });
  await makeEvents(app, game, 2);
  await eventually(
    'two events',
    () => seen.length,
    (count) => count === 2,
  );
  proxy.cut();
  await makeEvents(app, game, 2);
  await eventually(
    'two more',
    () => seen.length,
    (count) => count === 4,
  );
  expect({ seen, wrong }).toEqual({ seen: [4, 5, 6, 7], wrong: [] });
  watching.unsubscribe();
  await endsCleanly(watched);
});

it('verifyReceipt.ts takes the server’s receipts, and nothing else', async () => {
  const { watched, game, load } = await documented();
  const { verifyReceipt } = await load<{ verifyReceipt(receipt: string): Promise<JWTPayload> }>('verifyReceipt.ts');
  const { id, receipt } = await land(watched);
  const [ada, ben] = game.players;
  expect(await verifyReceipt(receipt ?? '')).toMatchObject({ sub: ada.id, jti: id, game: game.id, cupOwner: ben.id });
  await expect(verifyReceipt(ada.token)).rejects.toThrow();
  await expect(verifyReceipt(`${receipt}x`)).rejects.toThrow();
});
