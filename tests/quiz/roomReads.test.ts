import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import type { App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import * as quizzes from './documents.ts';
import * as documents from './roomDocuments.ts';
import { answer, capitals, join, kick, leave, newcomer, next, reveal, roomAs, seedRoom, start } from './seedRoom.ts';

let app: App;
onOneNode({}, (node) => void (app = node));

const deepRead = gql(`
  query QuizRoomDeepRead {
    myQuizRooms(first: 20) {
      edges {
        node {
          id cursor phase memberCount host { id } cohosts { id } quiz { title author { handle } } question { body }
          me { role score user { handle } } myAnswer { options } scoreboard { key }
        }
      }
    }
  }`);

const state = async (room: { id: string }, token: string) => {
  const seen = await roomAs(app, room, token);
  if (!seen) throw new Error('The room is not to be seen');
  return seen;
};

describe('a room', () => {
  it('shows its members what it is and how it stands', async () => {
    const room = await seedRoom(app, { players: 1, settings: { alpha: 1.2, whenHostGone: 'HAND_OVER' } });
    const { host, players } = room;
    expect(await state(room, host.token)).toMatchObject({
      id: room.id,
      pin: expect.stringMatching(/^\d{6}$/),
      inviteCode: expect.stringMatching(/^[\w-]{12}$/),
      title: 'Capitals',
      questionCount: 2,
      phase: 'LOBBY',
      pausedFrom: null,
      remainingMs: null,
      questionIndex: null,
      question: null,
      deadline: null,
      answered: 0,
      myAnswer: null,
      memberCount: 2,
      startedAt: null,
      endedAt: null,
      settings: {
        advance: 'HOST',
        intermissionSeconds: 5,
        revealEarly: false,
        lateJoin: true,
        answerChange: 'FIRST',
        alpha: 1.2,
        streakBonus: true,
        whenHostGone: 'HAND_OVER',
        maxMembers: 2000,
        pinEntry: true,
        wordFilter: false,
        hostPlays: false,
      },
      quiz: { id: room.quizId, title: 'Capitals', questionCount: 2 },
      host: { id: host.id },
      cohosts: [],
      me: { user: { id: host.id }, displayName: host.handle, role: 'HOST', plays: false, score: 0, streak: 0 },
      scoreboard: { title: 'Capitals', top: { edges: [] } },
    });
    const [ada] = players;
    const seen = await state(room, ada?.token ?? '');
    expect(seen.me).toMatchObject({ displayName: 'Player 0', role: 'PLAYER', plays: true });
    expect(seen.pin).toBe(room.pin);
    expect(seen.inviteCode).toBeNull();
    expect(seen.quiz.questions).toBeNull();
  });

  it('goes on showing a quiz that its author deleted', async () => {
    const room = await seedRoom(app, { players: 1 });
    expectPayload(
      (await execute(app, room.host.token, quizzes.deleteQuiz, { input: { quizId: room.quizId } })).deleteQuiz,
    );
    expect(await state(room, room.players[0]?.token ?? '')).toMatchObject({
      quiz: { id: room.quizId, title: 'Capitals' },
    });
    expect((await execute(app, room.host.token, quizzes.quiz, { id: room.quizId })).node).toBeNull();
  });

  it('has a PIN for as long as that lets people in, and an invitation code for whoever runs it', async () => {
    const closed = await seedRoom(app, { players: 1, settings: { pinEntry: false } });
    const { host, players } = closed;
    const [ada] = players;
    if (!ada) throw new Error('Nobody came');
    expect((await state(closed, host.token)).pin).toBeNull();
    const input = { roomId: closed.id, userId: ada.id };
    expectPayload((await execute(app, host.token, documents.addCohost, { input })).addCohost);
    expect(await state(closed, ada.token)).toMatchObject({ inviteCode: closed.inviteCode, cohosts: [{ id: ada.id }] });
    const open = await seedRoom(app, { players: 0 });
    const { endQuiz } = await execute(app, open.host.token, documents.endQuiz, { roomId: open.id });
    expect(expectPayload(endQuiz).room).toMatchObject({ phase: 'ENDED', pin: null });
  });
});

describe('who may see a room', () => {
  it('is who is in it, or left it; a stranger, who was kicked and a service find nothing', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben, cleo] = room.players;
    if (!ada || !ben || !cleo) throw new Error('Nobody came');
    await start(app, room);
    await leave(app, room, ben);
    expectPayload(await kick(app, room, cleo));
    const stranger = await seedPlayer(app);
    const service = await seedService(app);
    const seenBy = async ({ token }: { token: string }) => {
      const { id } = room;
      const { node } = await execute(app, token, documents.quizRoomNode, { id });
      const asked = (await execute(app, token, documents.quizRoom, { id })).quizRoom;
      expect(node === null).toBe(asked === null);
      return asked;
    };
    expect(await seenBy(ada)).toMatchObject({ memberCount: 2, me: { user: { id: ada.id } } });
    expect(await seenBy(ben)).toMatchObject({ me: null });
    for (const other of [cleo, stranger, service]) expect(await seenBy(other)).toBeNull();
    const mine = async ({ token }: { token: string }) =>
      (await execute(app, token, documents.myQuizRooms, {})).myQuizRooms.edges.map(({ node }) => node.id);
    expect(await mine(ada)).toEqual([room.id]);
    expect(await mine(ben)).toEqual([room.id]);
    expect(await mine(cleo)).toEqual([]);
    for (const document of [documents.myQuizRooms, documents.quizRoom]) {
      expect(await errorCodes<unknown, unknown>(app, null, document.toString(), { id: room.id })).toEqual([
        'UNAUTHENTICATED',
      ]);
    }
    expect(await errorCodes(app, service.token, documents.myQuizRooms, {})).toEqual(['FORBIDDEN']);
  });

  it('does not grow by leaving what one was never in, or was kicked from', async () => {
    const room = await seedRoom(app, { players: 2 });
    const [ada, ben] = room.players;
    if (!ada || !ben) throw new Error('Nobody came');
    expectPayload(await kick(app, room, ben));
    const left = await leave(app, room, ada);
    expect(left).toMatchObject({ __typename: 'LeaveQuizRoomPayload', room: { id: room.id, me: null } });
    for (const who of [ada, ben, await seedPlayer(app)]) {
      expect(await leave(app, room, who)).toMatchObject({ __typename: 'LeaveQuizRoomPayload', room: null });
    }
    expect(await roomAs(app, room, ada.token)).toBeNull();
  });

  it('finds nothing under ids of nothing', async () => {
    const { token } = await seedPlayer(app);
    expect(await roomAs(app, { id: `QuizRoom:${randomUUID()}` }, token)).toBeNull();
    for (const id of ['x', 'QuizRoom:1', `Quiz:${randomUUID()}`]) {
      expect(await errorCodes(app, token, documents.quizRoom, { id })).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('one’s own rooms', () => {
  it('take no more statements for many than for one', async () => {
    const host = await seedPlayer(app);
    await start(app, await seedRoom(app, { host }));
    const forOne = await statementsOf(app, () => execute(app, host.token, deepRead));
    for (let number = 1; number < 5; number += 1) await start(app, await seedRoom(app, { host }));
    let rooms: unknown[] = [];
    const forMany = await statementsOf(app, async () => {
      rooms = (await execute(app, host.token, deepRead)).myQuizRooms.edges;
    });
    expect(rooms).toHaveLength(5);
    expect(forMany).toBe(forOne);
  });

  it('come the newest first, and only the open ones if so asked', async () => {
    const host = await seedPlayer(app);
    const ids: string[] = [];
    for (let number = 0; number < 3; number += 1) ids.unshift((await seedRoom(app, { host, players: 0 })).id);
    await execute(app, host.token, documents.endQuiz, { roomId: ids[1] ?? '' });
    const page = async (variables: { open?: boolean; first?: number; after?: string } = {}) =>
      (await execute(app, host.token, documents.myQuizRooms, variables)).myQuizRooms;
    const list = async (variables = {}) => (await page(variables)).edges.map(({ node }) => node.id);
    expect(await list()).toEqual(ids);
    expect(await list({ open: true })).toEqual([ids[0], ids[2]]);
    expect(await list({ open: false })).toEqual(ids);
    const { pageInfo } = await page({ first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect(await list({ first: 2, after: pageInfo.endCursor ?? '' })).toEqual([ids[2]]);
  });
});

describe('what is right', () => {
  it('is told by nothing before the reveal, and to everyone after it', async () => {
    const room = await seedRoom(app, { players: 1 });
    const [ada] = room.players;
    if (!ada) throw new Error('Nobody came');
    await start(app, room);
    const { answer: given } = expectPayload(await answer(app, room, ada, 0, [1]));
    expect(given).toMatchObject({ questionIndex: 0, options: [1], correct: null, points: null });
    const asked = await state(room, ada.token);
    expect(asked.question).toEqual({
      index: 0,
      body: 'Of France?',
      options: capitals[0]?.options,
      seconds: 30,
      points: 1000,
      pictureUrl: null,
      correctOptions: null,
      explanation: null,
    });
    expect(asked).toMatchObject({ phase: 'QUESTION', questionIndex: 0, myAnswer: given, me: { score: 0, streak: 0 } });
    expect(JSON.stringify(asked)).not.toContain('secret-of');

    await reveal(app, room);
    for (const { token } of [ada, room.host]) {
      const { question } = await state(room, token);
      expect(question).toMatchObject({ correctOptions: [1], explanation: capitals[0]?.explanation });
    }
    const revealed = await state(room, ada.token);
    expect(revealed.myAnswer).toMatchObject({ options: [1], correct: true, points: expect.any(Number) });
    expect(revealed.me).toMatchObject({ score: revealed.myAnswer?.points, streak: 1 });
    expect(revealed.scoreboard.top.edges.map(({ node }) => [node.user.id, node.score])).toEqual([
      [ada.id, revealed.me?.score],
    ]);
    expect(JSON.stringify(revealed)).not.toContain('secret-of-1');

    await next(app, room);
    expect(await state(room, ada.token)).toMatchObject({
      question: { index: 1, correctOptions: null, explanation: null },
      myAnswer: null,
    });
    const { pauseQuiz } = await execute(app, room.host.token, documents.pauseQuiz, { roomId: room.id });
    expect(expectPayload(pauseQuiz).room).toMatchObject({ phase: 'PAUSED', pausedFrom: 'QUESTION', deadline: null });
    const paused = await state(room, ada.token);
    expect(paused.question).toMatchObject({ index: 1, correctOptions: null });
    expect(paused.remainingMs).toBeGreaterThan(20_000);
    await execute(app, room.host.token, documents.endQuiz, { roomId: room.id });
    expect((await state(room, ada.token)).question).toMatchObject({ index: 1, correctOptions: [0, 2] });
  });

  it('is the author’s to see at any time, for it is their quiz', async () => {
    const room = await seedRoom(app, { players: 0 });
    expect((await state(room, room.host.token)).quiz.questions?.map(({ correctOptions }) => correctOptions)).toEqual([
      [1],
      [0, 2],
    ]);
  });
});

it('one request sees each of its own changes', async () => {
  const room = await seedRoom(app, { players: 1 });
  const [ada] = room.players;
  const change = (name: string, kind: string) => `
    ${name}(input: { roomId: "${room.id}" }) {
      ... on ${kind} { room { phase host { id } members { edges { node { displayName score role } } } } }
    }`;
  const document = `mutation {
    ${change('startQuiz', 'StartQuizPayload')} ${change('revealQuestion', 'RevealQuestionPayload')}
    ${change('endQuiz', 'EndQuizPayload')}
  }`;
  const { data, errors } = await send<Record<string, { room: object }>, object>(app, room.host.token, document);
  expect(errors).toEqual([]);
  const phases = ['startQuiz', 'revealQuestion', 'endQuiz'].map((name) => data?.[name]);
  expect(phases).toMatchObject([
    { room: { phase: 'QUESTION' } },
    { room: { phase: 'REVEAL' } },
    { room: { phase: 'ENDED', host: { id: room.host.id } } },
  ]);
  expect(ada).toBeDefined();
});

it('who returns is who they were', async () => {
  const room = await seedRoom(app, { players: 0 });
  const ada = await newcomer(app, room, 'Ada');
  await start(app, room);
  await leave(app, room, ada);
  expect(await state(room, ada.token)).toMatchObject({ me: null, memberCount: 1 });
  expect(expectPayload(await join(app, room, ada, 'Somebody else')).room.me).toMatchObject({ displayName: 'Ada' });
});
