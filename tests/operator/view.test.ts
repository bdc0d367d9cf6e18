import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { begin, seedBattle } from '../battle/play.ts';
import { openApp, type App } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { eventually } from '../harness/deferred.ts';
import { execute } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedGame, seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { seedGroup } from '../group/groupOf.ts';
import { Following, untilRoom } from '../quiz/play.ts';
import { seedRoom } from '../quiz/seedRoom.ts';
import * as documents from './documents.ts';

const clock = new ShiftedClock();
let app: App;
let admin: TestPlayer;
onOneNode({ clock, alone: 'the list of nodes' }, async (node) => {
  app = node;
  admin = await seedPlayer(app, ['admin']);
});

const asAdmin = async (variables = {}) => (await execute(app, admin.token, documents.liveOnes, variables)).operations;
const ofEdges = <Node>({ edges }: { edges: { node: Node }[] }) => edges.map(({ node }) => node);

describe('what is live', () => {
  it('is games, rooms and battles of anybody, until they are over', async () => {
    const host = await seedPlayer(app);
    await execute(app, host.token, harness.createGame, { input: {} });
    const { id: gameId, players } = await seedGame(app);
    const room = await seedRoom(app, { players: 2 });
    const [ada] = room.players;
    if (!ada) throw new Error('Nobody came');
    const group = await seedGroup(app, 2);
    const battle = await seedBattle(app, { people: [group.owner, ...group.members], groupId: group.id });
    const following = new Following(app, room, ada);
    await untilRoom(app, room, ada, ({ me }) => me?.online === true);

    const { games, rooms, battles } = await asAdmin();
    expect(ofEdges(games)).toMatchObject([
      {
        id: gameId,
        status: 'ACTIVE',
        startedAt: expect.any(String),
        players: players.map(({ id }) => ({ user: { id } })),
      },
    ]);
    expect(ofEdges(rooms)).toMatchObject([
      { id: room.id, phase: 'LOBBY', memberCount: 3, onlineCount: 1, host: { id: room.host.id } },
    ]);
    expect(ofEdges(battles)).toMatchObject([{ id: battle.id, status: 'WAITING', fighterCount: 3 }]);

    const some = await asAdmin({ game: 'LOBBY', room: 'QUESTION', battle: 'RUNNING', first: 1 });
    expect(ofEdges(some.games)).toMatchObject([{ status: 'LOBBY', startedAt: null }]);
    expect([...some.rooms.edges, ...some.battles.edges]).toEqual([]);
    for (const over of [{ game: 'FINISHED' }, { room: 'ENDED' }, { battle: 'CANCELLED' }]) {
      expect(await errorCodes(app, admin.token, documents.liveOnes.toString(), over as object)).toEqual([
        'BAD_USER_INPUT',
      ]);
    }

    await begin(app, battle, battle.fighters[0]);
    expect(ofEdges((await asAdmin({ battle: 'RUNNING' })).battles)).toMatchObject([{ id: battle.id }]);
    const [winner, loser] = players;
    await execute(app, loser.token, harness.leaveGame, { gameId });
    await execute(app, admin.token, documents.closeRoom, { roomId: room.id, reason: 'Enough.' });
    await following.until('QuizEnded');
    await following.leave();
    expect(winner.id).not.toBe(loser.id);
    const left = await asAdmin();
    expect(ofEdges(left.games)).toEqual([]);
    expect(ofEdges(left.rooms)).toEqual([]);
  });

  it('takes no more statements for five than for two', async () => {
    const read = () => asAdmin({ first: 50 });
    const more = (count: number) =>
      Promise.all(
        Array.from({ length: count }, () => [seedGame(app), seedRoom(app, { players: 1 }), seedBattle(app)]).flat(),
      );
    await more(2);
    const few = await statementsOf(app, read);
    await more(3);
    expect((await read()).rooms.edges).toHaveLength(5);
    expect(await statementsOf(app, read)).toBeLessThanOrEqual(few + 1);
    expect(few).toBeLessThanOrEqual(14);
  });
});

describe('nodes', () => {
  const listed = async (on: App = app) => (await execute(on, admin.token, documents.nodes)).operations.nodes;

  it('are those that live, with what they do; one that stops is gone, and one that is silent for a minute', async () => {
    const other = await openApp({ clock, beside: app, env: { ROLE: 'http,live' } });
    onTestFinished(() => other.close());
    const client = connect(other, admin.token);
    const stream = subscribe(client, `subscription { myEvents { seq } }`);
    void stream.next().catch(() => undefined);
    const busy = await eventually(
      'A socket and a subscription are told of',
      () => listed(),
      (nodes) => nodes[1]?.sockets === 1 && nodes[1].subscriptions === 1,
      12_000,
    );
    expect(busy).toMatchObject([
      { version: manifest.version, roles: ['http', 'live', 'worker'], sockets: 0, subscriptions: 0 },
      { version: manifest.version, roles: ['http', 'live'], sockets: 1, subscriptions: 1 },
    ]);
    expect(await listed(other)).toHaveLength(2);
    expect(new Set(busy.map(({ id }) => id)).size).toBe(2);
    for (const { startedAt, seenAt, eventLoopDelayMs } of busy) {
      expect(Date.parse(seenAt)).toBeGreaterThanOrEqual(Date.parse(startedAt ?? ''));
      expect(eventLoopDelayMs).toBeGreaterThanOrEqual(0);
    }
    await client.dispose();
    await other.close();
    expect((await listed()).map(({ id }) => id)).toEqual([busy[0]?.id]);
  });

  it('of an older version say no more than that they live, and are forgotten when they do not', async () => {
    const { pool } = app.services;
    const id = randomUUID();
    const silentFor = (ms: number) =>
      pool.query(
        'insert into live_node (id, seen_at) values ($1, $2) on conflict (id) do update set seen_at = excluded.seen_at',
        [id, new Date(clock.now() - ms)],
      );
    await silentFor(59_000);
    expect((await listed()).filter((node) => node.id === `ServerNode:${id}`)).toMatchObject([
      { version: null, roles: null, startedAt: null, sockets: null, subscriptions: null, eventLoopDelayMs: null },
    ]);
    await silentFor(60_000);
    expect(await listed()).toHaveLength(1);
  });
});
