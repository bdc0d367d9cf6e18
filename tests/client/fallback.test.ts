import { expect, inject, it } from 'vitest';
import type { Asked, Fate } from './tcpProxy.ts';
import { endsCleanly, makeEvents, range, seqsOf, watch, watchedGame } from './watchGame.ts';

/** How long a transport may take to open. Who swallows makes the test wait for it; three nodes take longer to answer. */
const openMs = (fate: Fate) => (fate === 'swallow' && !inject('cluster') ? 300 : 3_000);

it.each<Fate>(['refuse', 'swallow'])(
  'falls back from blocked WebSockets to SSE to polling, and returns, when a firewall would %s',
  async (fate) => {
    const watched = await watchedGame();
    const { app, proxy, game } = watched;
    const blocked = new Set<Asked>(['websocket']);
    proxy.fate = (asked) => (blocked.has(asked) ? fate : 'pass');
    const watching = watch(watched, { patience: { openMs: openMs(fate), silenceMs: 5_000 } });
    const next = async (count: number) => {
      await makeEvents(app, game, count);
      return seqsOf(await watching.take(count));
    };
    expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
    await watching.reaches('sse');
    expect(await next(2)).toEqual([4, 5]);

    blocked.add('sse');
    proxy.cut();
    await watching.reaches('polling');
    // More than one poll brings.
    expect(await next(10)).toEqual(range(6, 15));

    blocked.delete('sse');
    await watching.reaches('sse');
    expect(await next(2)).toEqual([16, 17]);

    blocked.clear();
    await watching.reaches('websocket');
    expect(await next(2)).toEqual([18, 19]);
    const transports = watching.states.map((state) => state.split(':')[0]).filter((state) => state !== 'waiting');
    // A request that is answered too late on a busy machine is made again on the same one.
    const taken = transports.filter((transport, index) => transport !== transports[index - 1]);
    expect(taken).toEqual(['sse', 'polling', 'sse', 'websocket']);
    await endsCleanly(watched, watching);
  },
);

it('stays on WebSockets as long as they open', async () => {
  const watched = await watchedGame();
  const watching = watch(watched);
  for (let round = 1; round <= 5; round += 1) {
    await makeEvents(watched.app, watched.game, 1);
    await watching.take(round === 1 ? 4 : 1);
    watched.proxy.cut();
  }
  expect(watched.proxy.asked('sse')).toBe(0);
  await endsCleanly(watched, watching);
});

it('takes up SSE at once where there are no WebSockets at all', async () => {
  const watched = await watchedGame();
  const watching = watch(watched, { urls: { websocket: null } });
  expect(seqsOf(await watching.take(3))).toEqual([1, 2, 3]);
  expect(watching.states).toEqual(['sse: the stream begins']);
  await endsCleanly(watched, watching);
});
