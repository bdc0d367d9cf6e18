import { expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { Following, only, pollAll, run, stateOf } from '../quiz/play.ts';
import { answer, capitals, kick, seedRoom, start, type TestRoom } from '../quiz/seedRoom.ts';
import * as documents from './documents.ts';

let app: App;
let other: App;
onTwoNodes({ LIMITS: 'quizActionsPerUser=1000/1' }, (one, two) => ([app, other] = [one, two]));

type Somebody = Pick<TestPlayer, 'token'>;

async function close(node: App, { id: roomId }: TestRoom, { token }: Somebody, reason = 'A bad place.') {
  return (await execute(node, token, documents.closeRoom, { roomId, reason })).closeRoom;
}

async function expel(node: App, room: TestRoom, by: Somebody, { id: userId }: TestPlayer, reason = 'Bad words.') {
  return (await execute(node, by.token, documents.kickFromRoom, { roomId: room.id, userId, reason })).kickFromRoom;
}

/** What was written down of a room, the newest first. */
async function deedsIn({ id: subject }: TestRoom) {
  const admin = await seedPlayer(app, ['admin']);
  const { operations } = await execute(app, admin.token, documents.auditLog, { subject });
  return operations.auditLog.edges.map(({ node }) => node);
}

it('a room is closed on one node, and its people are told why on the other; closing twice is closing once', async () => {
  const room = await seedRoom(app, { players: 2 });
  const admin = await seedPlayer(app, ['admin']);
  const [ada] = room.players;
  if (!ada) throw new Error('Nobody came');
  await start(app, room);
  expectPayload(await answer(app, room, ada, 0, [1]));
  const following = new Following(other, room, ada);
  await following.until('QuestionOpened');
  const closed = expectPayload(await close(app, room, admin));
  expect(closed.room).toMatchObject({ id: room.id, phase: 'ENDED', pin: null });
  const revealed = await following.until('QuestionRevealed');
  expect(revealed.answered).toBe(1);
  await following.until('QuizEnded');
  const [ended] = only(await pollAll(app, room, ada), 'QuizEnded');
  expect(ended).toMatchObject({ endReason: 'OPERATOR', by: null, closeReason: 'A bad place.' });
  await following.leave();
  for (const node of [app, other]) expect(expectPayload(await close(node, room, admin, 'Again.'))).toEqual(closed);
  expect(await deedsIn(room)).toMatchObject([
    { action: 'closeRoom', user: { id: admin.id }, service: null, reason: 'A bad place.', details: [] },
  ]);
});

it('services with rooms:admin close and kick, and it is written down whose token it was', async () => {
  const room = await seedRoom(app, { players: 2 });
  const service = await seedService(app, ['rooms:admin']);
  const [ada, ben] = room.players;
  if (!ada || !ben) throw new Error('Nobody came');
  const streams = [new Following(app, room, ada), new Following(other, room, ada)];
  for (const stream of streams) await stream.until('MemberJoined');
  const kicked = expectPayload(await expel(other, room, service, ada));
  expect(kicked.room).toMatchObject({ memberCount: 2 });
  for (const stream of streams) {
    expect((await stream.rest()).at(-1)).toMatchObject({
      __typename: 'MemberKicked',
      by: null,
      kickReason: 'Bad words.',
    });
    await stream.leave();
  }
  expectPayload(await expel(app, room, service, ada, 'Again.'));
  expectPayload(await close(app, room, service));
  const by = { user: null, service: { id: service.id } };
  expect(await deedsIn(room)).toMatchObject([
    { ...by, action: 'closeRoom', reason: 'A bad place.' },
    { ...by, action: 'kickFromRoom', reason: 'Bad words.', details: [{ name: 'user', value: ada.id }] },
  ]);
  expect(only(await pollAll(app, room, ben), 'MemberKicked')).toHaveLength(1);
});

it('what cannot be done is an error, and not written down', async () => {
  const room = await seedRoom(app, { players: 1 });
  const admin = await seedPlayer(app, ['admin']);
  const [ada] = room.players;
  if (!ada) throw new Error('Nobody came');
  const nowhere = { ...room, id: admin.id.replace('User', 'QuizRoom') };
  expectError(await close(app, nowhere, admin), 'NotFoundError');
  expectError(await expel(app, nowhere, admin, ada), 'NotFoundError');
  expectError(await expel(app, room, admin, admin), 'NotAMemberError');
  expect(expectError(await expel(app, room, admin, room.host), 'NotKickableError').because).toBe('HOST');
  for (const reason of ['', ' \n ', 'x'.repeat(501), 'a\u0000b', 'half: \ud800']) {
    expect(expectError(await close(app, room, admin, reason), 'InvalidInputError').fields).toEqual([
      { field: 'reason' },
    ]);
    expect(expectError(await expel(app, room, admin, ada, reason), 'InvalidInputError').fields).toHaveLength(1);
  }
  expectPayload(await kick(app, room, ada));
  expectPayload(await expel(app, room, admin, ada, 'After the host did.'));
  expect(await deedsIn(room)).toEqual([]);
  expect(expectPayload(await close(app, room, admin, `  ${'é'.repeat(500)} `)).room.phase).toBe('ENDED');
  expectError(await expel(app, room, admin, room.host), 'WrongPhaseError');
  expect(await deedsIn(room)).toMatchObject([{ action: 'closeRoom', reason: 'é'.repeat(500) }]);
});

it('of two who close and many who kick at once, on two nodes, one did it', async () => {
  const room = await seedRoom(app, { players: 3 });
  const admins = [await seedPlayer(app, ['admin']), await seedPlayer(app, ['admin'])];
  const nodes = [app, other, app, other];
  const by = (index: number) => admins[index % 2] ?? room.host;
  const [ada, ben] = room.players;
  if (!ada || !ben) throw new Error('Nobody came');
  await start(app, room);
  const kicks = await Promise.all(nodes.map((node, index) => expel(node, room, by(index), ada, `No. ${index}`)));
  for (const done of kicks) expectPayload(done);
  const closes = await Promise.all(nodes.map((node, index) => close(node, room, by(index), `No. ${index}`)));
  for (const done of closes) expectPayload(done);
  const events = await pollAll(app, room, ben);
  const deeds = await deedsIn(room);
  expect(deeds.map(({ action }) => action)).toEqual(['closeRoom', 'kickFromRoom']);
  expect(deeds[1]?.reason).toBe(only(events, 'MemberKicked')[0]?.kickReason);
  expect(only(events, 'MemberKicked')).toHaveLength(1);
  expect(only(events, 'QuizEnded')).toHaveLength(1);
});

it('a room closed while its question closes ends once, with one reveal, and is written down if it was by an operator', async () => {
  const admin = await seedPlayer(app, ['admin']);
  const [capital] = capitals;
  if (!capital) throw new Error('No question');
  const settings = { advance: 'AUTOMATIC', intermissionSeconds: 1 } as const;
  const rooms = await Promise.all(
    [0, 1, 2, 3].map(() => seedRoom(app, { players: 1, questions: [{ ...capital, seconds: 5 }], settings })),
  );
  await Promise.all(rooms.map((room) => start(app, room)));
  await Promise.all(
    rooms.map(async (room, index) => {
      const { deadline } = await stateOf(app, room, room.host);
      // Around the moment at which the clocks close the question, or, in the last, at which the host does.
      const wait = index === 3 ? 0 : Date.parse(deadline ?? '') - app.services.clock.now() + (index - 1) * 15;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await Promise.all([
        close(index % 2 ? app : other, room, admin).then(expectPayload),
        ...(index === 3 ? [run(other, room, room.host, 'END')] : []),
      ]);
    }),
  );
  for (const room of rooms) {
    const events = await pollAll(app, room, room.host);
    expect(only(events, 'QuestionRevealed')).toHaveLength(1);
    const [ended, ...more] = only(events, 'QuizEnded');
    expect(more).toEqual([]);
    expect(events.at(-1)?.__typename).toBe('QuizEnded');
    expect(await deedsIn(room)).toHaveLength(ended?.endReason === 'OPERATOR' ? 1 : 0);
  }
});
