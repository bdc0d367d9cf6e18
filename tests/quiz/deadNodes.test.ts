import { expect, inject, it, onTestFinished } from 'vitest';
import { NodeProcess } from '../../bench/soak/nodeProcess.ts';
import { findFreePort } from '../../server/embedded/freePort.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { Following, only, pollAll, roomWith, run, stateOf, unhurried, untilRoom } from './play.ts';
import { nodes } from '../operator/documents.ts';
import { answer, capitals, seedRoom } from './seedRoom.ts';

async function startProcess(app: App): Promise<NodeProcess> {
  const settings = {
    DATABASE_URL: app.databaseUrl,
    PUBLIC_URL: 'http://cupbearer.example.com',
    REDIS_URL: inject('redisUrl'),
    REDIS_PREFIX: app.redisPrefix,
  };
  const node = new NodeProcess('the one that dies', await findFreePort(), settings);
  onTestFinished(() => node.stop('SIGKILL').then(() => undefined), 30_000);
  await node.start();
  return node;
}

it('whoever is on a node that dies is offline within 30 seconds, unless they are elsewhere too', async () => {
  const app = await startApp();
  const doomed = await startProcess(app);
  const { room, ada, ben, cleo } = await roomWith(app, ['ada', 'ben', 'cleo']);
  const following = [new Following(doomed, room, ada), new Following(doomed, room, ben), new Following(app, room, ben)];
  const watching = new Following(app, room, cleo);
  for (const viewer of [ada, ben, cleo]) await untilRoom(app, room, viewer, ({ me }) => me?.online === true);
  const admin = await seedPlayer(app, ['admin']);
  const listed = async () => (await execute(app, admin.token, nodes)).operations.nodes;
  expect(await listed()).toHaveLength(app.nodes.length + 1);
  const from = performance.now();
  await doomed.stop('SIGKILL');
  await expect(following[0]?.rest()).rejects.toThrow();
  await untilRoom(app, room, ada, ({ me }) => me?.online === false, 30_000);
  expect(performance.now() - from).toBeLessThan(30_000);
  expect(await listed()).toHaveLength(app.nodes.length);
  const events = await pollAll(app, room, cleo);
  const gone = only(events, 'PresenceChanged').flatMap(({ members }) => members.filter(({ online }) => !online));
  expect(gone.map(({ person }) => person.id)).toEqual([ada.id]);
  expect((await stateOf(app, room, ben)).me?.online).toBe(true);
  await watching.leave();
});

it('a question whose only worker stops is closed by the next one, at once and once, with all its answers', async () => {
  const app = await startApp({ env: { ...unhurried, ROLE: 'http,live' } });
  const worker = await startApp({ env: unhurried, beside: app });
  const [capital] = capitals;
  if (!capital) throw new Error('No question');
  const rooms = await Promise.all(
    [0, 1, 2, 3].map(() => seedRoom(app, { players: 3, questions: [{ ...capital, seconds: 3 }, capital] })),
  );
  for (const room of rooms) await run(app, room, room.host, 'START');
  await worker.stop();
  for (const room of rooms) {
    for (const [index, player] of room.players.entries()) expectPayload(await answer(app, room, player, 0, [index]));
  }
  const deadlines = await Promise.all(
    rooms.map(async (room) => Date.parse((await stateOf(app, room, room.host)).deadline ?? '')),
  );
  // Long enough for whoever would still count the answers.
  const after = Math.max(...deadlines) + 1_000;
  await eventually(
    'All are past',
    () => app.services.clock.now(),
    (now) => now > after,
  );
  for (const room of rooms) expect((await stateOf(app, room, room.host)).phase).toBe('QUESTION');
  const next = await startApp({ env: unhurried, beside: app });
  const up = next.services.clock.now();
  for (const room of rooms) {
    await untilRoom(next, room, room.host, { phase: 'REVEAL' }, 5_000);
    const revealed = only(await pollAll(next, room, room.host), 'QuestionRevealed');
    expect(revealed).toMatchObject([{ questionIndex: 0, answered: 3, distribution: [1, 1, 1] }]);
    expect(Date.parse(revealed[0]?.at ?? '') - up).toBeLessThan(1_000);
    const [, ada] = room.players;
    expect(ada && (await stateOf(next, room, ada)).myAnswer).toMatchObject({ correct: true });
  }
});
