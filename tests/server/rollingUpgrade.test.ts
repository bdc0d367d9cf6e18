import { randomUUID } from 'node:crypto';
import { expect, inject, it, onTestFinished } from 'vitest';
import { NodeProcess } from '../../bench/soak/nodeProcess.ts';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { startProxy } from '../client/tcpProxy.ts';
import { range, seqsOf, watch, type GameEvent, type Watching } from '../client/watchGame.ts';
import { cloneDatabase } from '../harness/cloneDatabase.ts';
import { eventually, within } from '../harness/deferred.ts';
import * as documents from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { expectInvariants } from '../harness/invariants.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { nextVersion } from './nextVersion.ts';
import { RollingTable } from './rollingTable.ts';
import { withClient } from './transferred.ts';

const polishCup = 'mutation Polish($gameId: String!, $cupId: String!) { polishCup(gameId: $gameId, cupId: $cupId) }';

/** A database with this version on it, the next one to be started beside it, and what spreads connections over both. */
async function twoVersions() {
  const database = await cloneDatabase();
  onTestFinished(() => database.drop(), 30_000);
  const settings = {
    DATABASE_URL: database.url,
    PUBLIC_URL: 'https://cupbearer.example.com',
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: `test-${randomUUID()}:`,
  };
  const old = new NodeProcess('the old version', await findFreePort(), settings);
  const next = new NodeProcess('the next version', await findFreePort(), settings, {
    program: await nextVersion(),
  });
  onTestFinished(async () => {
    await Promise.all([old.stop('SIGKILL'), next.stop('SIGKILL')]);
  });
  const balancer = await startProxy();
  let turn = 0;
  balancer.target = () => {
    const live = [old, next].filter((node) => node.live);
    return live[(turn += 1) % live.length]?.url;
  };
  await old.start();
  return { databaseUrl: database.url, old, next, balancer };
}

/** Reads on for ever. */
function keepReading({ stream }: Watching): GameEvent[] {
  const seen: GameEvent[] = [];
  void (async () => {
    for await (const event of stream) seen.push(event);
  })().catch(() => undefined);
  return seen;
}

/** A subscription of plain graphql-ws that does not come back, and how its socket closes. */
function plain(node: NodeProcess, { game }: RollingTable, after?: string) {
  const closed = Promise.withResolvers<string>();
  const onClosed = (event: unknown) => {
    const { code, reason } = event as { code: number; reason: string };
    closed.resolve(`${code} ${reason}`);
  };
  const client = connect(node, game.players[1].token, { on: { closed: onClosed } });
  const stream = subscribe(client, documents.gameEvents, { gameId: game.id, after: after ?? null });
  return { stream, closed: closed.promise };
}

/** Reads until it fails, and says with what. */
async function failureOf({ stream }: ReturnType<typeof plain>): Promise<{ last: GameEvent | undefined; why: string }> {
  let last: GameEvent | undefined;
  for (;;) {
    try {
      last = (await stream.next()).gameEvents;
    } catch (error) {
      return { last, why: error instanceof Error ? error.message : JSON.stringify(error) };
    }
  }
}

it('hands over from one version to the next, and back, with nothing lost', { timeout: 120_000 }, async () => {
  const { databaseUrl, old, next, balancer } = await twoVersions();
  const tables = await Promise.all([1, 2, 3].map(() => RollingTable.open(balancer)));
  const [polished, other, third] = tables as [RollingTable, RollingTable, RollingTable];
  onTestFinished(async () => {
    await Promise.allSettled(tables.map((table) => table.stop()));
  });
  const watching = tables.flatMap((table) => [
    watch({ proxy: balancer, game: table.game }),
    watch({ proxy: balancer, game: table.game }, { urls: { websocket: null } }),
  ]);
  const seen = watching.map(keepReading);
  const answers = () => tables.reduce((sum, { answered }) => sum + answered, 0);
  const more = async (count: number, label: string) => {
    const until = answers() + count;
    await eventually(label, answers, (now) => now >= until);
  };
  const timersOf = (node: NodeProcess) => node.counter('cupbearer_deadline_lateness_milliseconds_count');
  await more(30, 'A game under way');

  // The next version starts beside the old one and migrates under it.
  const onOld = tables.map((table) => plain(old, table));
  await next.start();
  const names = await withClient(databaseUrl, (client) => client.query('select name from migration order by id'));
  expect(names.rows.at(-1)).toEqual({ name: 'Migration29991231000000_next_version' });
  await more(60, 'Mutations beside the migration');
  await eventually(
    'Timers of the old version',
    () => timersOf(old),
    (count) => count > 0,
  );
  await eventually(
    'Timers of the next version',
    () => timersOf(next),
    (count) => count > 0,
  );
  const { game } = await execute(next, third.game.players[0].token, documents.gameState, { id: third.game.id });
  expect(game?.status).toBe('ACTIVE');

  // What only the next version knows ends the old one's subscription in a way to resume from, and the next one has it.
  const { game: before } = await execute(old, third.game.players[0].token, documents.gameState, {
    id: polished.game.id,
  });
  const [ada] = polished.game.players;
  await execute(next, ada.token, polishCup, { gameId: polished.game.id, cupId: ada.cups[9] });
  const ended = await failureOf(onOld[0] as ReturnType<typeof plain>);
  expect(ended.why).toContain('"code":"RESUME_ELSEWHERE"');
  const resumed = plain(next, polished, ended.last?.cursor);
  expect((await resumed.stream.next()).gameEvents).toMatchObject({
    __typename: 'CupPolished',
    seq: (ended.last?.seq ?? 0) + 1,
  });
  const polishedEvents = (events: GameEvent[]) => events.filter(({ __typename }) => `${__typename}` === 'CupPolished');
  for (const events of seen.slice(0, 2)) {
    await eventually(
      'The polish',
      () => polishedEvents(events).length,
      (count) => count === 1,
    );
  }
  await more(30, 'Mutations of both versions');

  // The old version goes. Its sockets are told, and whoever resumes comes to the next.
  const closed = onOld[1]?.closed;
  expect(await old.stop('SIGTERM')).toBe(0);
  expect(await within(1_000, 'The close', closed ?? Promise.reject())).toBe('1001 The server is stopping.');
  await more(90, 'Mutations of the next version');

  // And back: the old version runs on a database that the next one has migrated.
  await old.start();
  expect(await next.stop('SIGTERM')).toBe(0);
  await more(90, 'Mutations of the old version after the next');
  const timersBefore = await timersOf(old);
  await eventually(
    'Timers of the old version',
    () => timersOf(old),
    (count) => count > timersBefore,
  );
  expect((await failureOf(plain(old, polished, before?.cursor))).why).toContain('"code":"RESUME_ELSEWHERE"');
  const now = await execute(old, ada.token, documents.gameState, { id: polished.game.id });
  const { seq } = (await plain(old, polished, now.game?.cursor).stream.next()).gameEvents;
  expect(seq).toBeGreaterThan((ended.last?.seq ?? 0) + 1);

  // Every event once, in order; every timer once; no crash.
  await Promise.all(tables.map((table) => table.stop()));
  for (const [index, table] of [polished, polished, other, other, third, third].entries()) {
    const events = seen[index] ?? [];
    const { rows } = await withClient(databaseUrl, (client) =>
      client.query<{ head: number }>('select head from stream where id = $1', [table.game.id]),
    );
    const settled = () => events.filter(({ __typename }) => __typename === 'ThrowSettled');
    await eventually(
      'Every ball',
      () => settled().length,
      (count) => count === table.flown.length,
    );
    expect(seqsOf(events)).toEqual(range(1, Math.max(rows[0]?.head ?? 0, events.length)));
    expect(settled().map((event) => 'throwId' in event && event.throwId)).toEqual(table.flown);
    expect(polishedEvents(events)).toHaveLength(table === polished ? 1 : 0);
  }
  const reconnects = watching.map(({ states }) => states.filter((state) => state.startsWith('waiting')).length);
  expect(Math.min(...reconnects), watching.map(({ states }) => states.join('; ')).join('\n')).toBeGreaterThan(0);
  expect([old.crashes, next.crashes]).toEqual([0, 0]);
  // Warnings, and worse.
  expect([...old.lines, ...next.lines]).toEqual([]);
  expect(await old.counter('cupbearer_sweep_settled_total')).toBe(0);
  await Promise.all(watching.map(({ stream }) => stream.return()));
  expect(await old.stop('SIGTERM')).toBe(0);
  await expectInvariants(databaseUrl);
});
