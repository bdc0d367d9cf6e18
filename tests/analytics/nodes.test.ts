import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { RedisProcess } from '../../bench/soak/redisProcess.ts';
import { countOf, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import * as harness from '../harness/documents.ts';
import { execute } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { seedGame, seedPlayer, throwAt } from '../harness/seed.ts';
import { bare, connection, ofType, recorded, recording, untilRecorded } from './recorded.ts';

const minuteMs = 60_000;
/** Sends an operation. */
async function act(app: App, { token }: { token: string }): Promise<void> {
  await execute(app, token, harness.me);
}

/** Opens a socket, and nothing more. */
async function knock(app: App, { token }: { token: string }): Promise<void> {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const payload = { authorization: `Bearer ${token}` };
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await once(socket, 'message');
  socket.close();
}

const written = (app: App, outcome: string) => countOf(app, 'cupbearer_analytics_events_total', { outcome });
const waiting = (app: App) => countOf(app, 'cupbearer_analytics_waiting', {});
const writtenDown = (app: App) =>
  eventually(
    'Nothing waits',
    () => waiting(app),
    (count) => count === 0,
  );

describe.runIf(inject('redisUrl'))('nodes that record', () => {
  it('make one session of what somebody does on several of them, a socket included', async () => {
    const clock = new ManualClock();
    const one = await startApp({ clock, env: recording });
    const other = await startApp({ clock, env: recording, beside: one });
    const redis = connection();
    const lifeMs = 24 * 3_600_000;
    const [ada, ben] = [await seedPlayer(one, [], lifeMs), await seedPlayer(other, [], lifeMs)];
    await writtenDown(one);
    const turns: [minutes: number, node: App, sign: typeof act][] = [
      [20, other, act],
      [25, one, knock],
      [29, other, act],
    ];
    for (const [minutes, node, sign] of turns) {
      clock.advance(minutes * minuteMs);
      await sign(node, ada);
      await writtenDown(node);
    }
    clock.advance(31 * minuteMs);
    await untilRecorded(redis, one, (all) => ofType(all, 'session_ended').length === 2);
    await act(one, ada);
    const events = await untilRecorded(redis, one, (all) => ofType(all, 'session_started').length === 3);
    const of = (person: { id: string }) =>
      events
        .filter(({ user }) => user === bare(person.id))
        .map(({ type, props }) => [type, Object.values(props).slice(1)]);
    expect(of(ada)).toEqual([
      ['session_started', []],
      ['session_ended', [74 * minuteMs, 'IDLE']],
      ['session_started', []],
    ]);
    expect(of(ben)).toEqual([
      ['session_started', []],
      ['session_ended', [0, 'IDLE']],
    ]);
  });

  it('keep what happens while Redis is away, and hold up nobody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cupbearer-redis-'));
    const server = await RedisProcess.open(folder);
    onTestFinished(async () => {
      await server.stop('SIGKILL');
      await rm(folder, { recursive: true });
    });
    const app = await startApp({ env: { ...recording, REDIS_URL: server.url } });
    const { id, players } = await seedGame(app);
    const [{ token }, { cups }] = players;
    await writtenDown(app);
    await server.stop('SIGKILL');
    const from = performance.now();
    await throwAt(app, token, id, cups[0] ?? '');
    const host = await seedPlayer(app);
    await execute(app, host.token, harness.createGame, { input: {} });
    expect(performance.now() - from).toBeLessThan(2_000);
    await eventually(
      'A write that failed',
      () => written(app, 'retried'),
      (count) => count > 0,
    );
    expect(await waiting(app)).toBeGreaterThan(0);
    await server.start();
    const redis = connection(server.url);
    const events = await untilRecorded(redis, app, (all) => ofType(all, 'game_joined').length > 0);
    expect(ofType(events, 'game_joined').map(({ user }) => user)).toEqual([bare(host.id)]);
    await writtenDown(app);
    expect(await written(app, 'dropped')).toBe(0);
    expect(ofType(await recorded(redis, app), 'session_started').map(({ user }) => user)).toContain(bare(host.id));
  });
});
