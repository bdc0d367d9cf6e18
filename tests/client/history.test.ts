import pg from 'pg';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../subscriptions/cursor.ts';
import { type App, startApp } from '../harness/app.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { endsCleanly, makeEvents, seqsOf, watch, watchedGame } from './watchGame.ts';

let shared: App;
onOneNode({}, (app) => void (shared = app));

const names = ['websocket', 'sse', 'polling'] as const;
const only = (name: string) => (asked: string) => (asked === (name === 'polling' ? 'http' : name) ? 'pass' : 'refuse');

async function inDatabase({ databaseUrl }: App, ...queries: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const query of queries) await client.query(query);
  await client.end();
}

it.each(names)('what retention took while it was away is said, and what is kept follows, over %s', async (name) => {
  const watched = await watchedGame(shared);
  const { app, proxy, game } = watched;
  const watching = watch(watched);
  expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
  proxy.target = undefined;
  proxy.cut();
  await watching.reaches('waiting');
  await makeEvents(app, game, 6);
  const stream = `'${game.id}'`;
  await inDatabase(
    app,
    `delete from event where stream = ${stream} and seq < 8`,
    `update stream set tail = 8 where id = ${stream}`,
  );
  proxy.fate = only(name);
  proxy.target = app.url;
  expect(await watching.take(3)).toEqual([
    expect.objectContaining({ __typename: 'StreamGap', seq: 7, reason: 'TRIMMED', missedFrom: 4, missedTo: 7 }),
    expect.objectContaining({ __typename: 'ThrowRejected', seq: 8 }),
    expect.objectContaining({ __typename: 'ThrowRejected', seq: 9 }),
  ]);
  await endsCleanly(watched, watching);
});

it('a cursor of a history that is gone is said, the state can be read anew, and all that is kept follows', async () => {
  const watched = await watchedGame(shared);
  const first = watch(watched);
  const [event] = await first.take(1);
  await first.stream.return();
  const cursor = decodeCursor(event?.cursor ?? '');
  if (!cursor) throw new Error('The event has no cursor');
  const gaps: unknown[] = [];
  const watching = watch(watched, {
    after: encodeCursor({ ...cursor, epoch: '0123456789abcdef' }),
    onGap: (gap) => void gaps.push(gap),
  });
  expect(seqsOf(await watching.take(4))).toEqual([0, 1, 2, 3]);
  expect(gaps).toEqual([{ reason: 'RESTORED', missedFrom: null, missedTo: null }]);
  watched.proxy.cut();
  await makeEvents(watched.app, watched.game, 1);
  expect(seqsOf(await watching.take(1))).toEqual([4]);
  await endsCleanly(watched, watching);
});

it.each(names)('an event that this node can not read is waited for until another can, over %s', async (name) => {
  const watched = await watchedGame(shared);
  const { app, proxy, game } = watched;
  await makeEvents(app, game, 2);
  const renamed = (from: string, to: string) =>
    `update event set type = '${to}' where stream = '${game.id}' and seq = 4 and type = '${from}'`;
  await inDatabase(app, renamed('ThrowRejected', 'BallEaten'));
  proxy.fate = only(name);
  const watching = watch(watched);
  expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
  await watching.reaches('waiting');
  expect(watching.states).toContainEqual(expect.stringContaining('Reconnect and resume after your last cursor'));
  await inDatabase(app, renamed('BallEaten', 'ThrowRejected'));
  expect(seqsOf(await watching.take(2))).toEqual([4, 5]);
  await endsCleanly(watched, watching);
});

it('a server that stops and another that starts cost nothing', async () => {
  const watched = await watchedGame();
  const { app, proxy, game } = watched;
  const streams = [
    watch(watched),
    watch(watched, { urls: { websocket: null } }),
    watch(watched, { urls: { websocket: null, sse: null } }),
  ];
  for (const watching of streams) expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
  await app.stop();
  proxy.target = undefined;
  for (const watching of streams) await watching.reaches('waiting');
  const next = await startApp({ beside: app });
  await makeEvents(next, game, 3);
  proxy.target = next.url;
  for (const watching of streams) expect(seqsOf(await watching.take(3))).toEqual([4, 5, 6]);
  await makeEvents(next, game, 1);
  for (const watching of streams) expect(seqsOf(await watching.take(1))).toEqual([7]);
  await endsCleanly({ ...watched, app: next }, ...streams);
});
