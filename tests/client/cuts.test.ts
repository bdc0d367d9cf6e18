import { expect, it } from 'vitest';
import type { Asked } from './tcpProxy.ts';
import { endsCleanly, makeEvents, range, seqsOf, watch, watchedGame } from './watchGame.ts';

it('goes on through cuts at any byte, on every transport, with nothing lost, repeated or out of order', async () => {
  const watched = await watchedGame();
  const { app, proxy, game } = watched;
  const passing: Asked[][] = [['websocket', 'sse', 'http'], ['sse', 'http'], ['http'], ['websocket', 'http']];
  let passes = passing[0];
  proxy.fate = (asked) => (passes?.includes(asked) ? 'pass' : 'refuse');
  proxy.budget = () => 200 + Math.random() * 3_000;
  const watching = watch(watched, { backoff: { baseMs: 5, capMs: 20 }, climbMs: 50 });
  const seen: number[] = [];
  for (const allowed of passing) {
    passes = allowed;
    proxy.cut();
    const making = makeEvents(app, game, 20);
    const until = seen.length + 20;
    while (seen.length < until) {
      seen.push(...seqsOf(await watching.take(1)));
      if (Math.random() < 0.2) proxy.cut();
    }
    await making;
  }
  seen.push(...seqsOf(await watching.take(3)));
  expect(seen).toEqual(range(1, 83));
  const used = new Set(watching.states.map((state) => state.split(':')[0]));
  expect([...used].sort()).toEqual(['polling', 'sse', 'waiting', 'websocket']);
  await endsCleanly(watched, watching);
});

it('leaves a way that opens but is cut before anything is read from it, such as SSE within a long backlog', async () => {
  const watched = await watchedGame();
  const { app, proxy, game } = watched;
  await makeEvents(app, game, 30);
  proxy.fate = (asked) => (asked === 'websocket' ? 'refuse' : 'pass');
  proxy.budget = () => 3_200;
  const watching = watch(watched, { backoff: { baseMs: 5, capMs: 20 } });
  expect(seqsOf(await watching.take(30))).toEqual(range(1, 30));
  expect(watching.states.join()).toContain('sse opens in vain, polling is next');
  await endsCleanly(watched, watching);
});
