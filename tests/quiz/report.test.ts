import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { statementsOf } from '../harness/statementsOf.ts';
import { average, averageMs, inOrder, playedRoom, type PlayedRoom } from './playedRoom.ts';
import { playersOfReport, quizReport, reveals } from './reportDocuments.ts';
import * as documents from './roomDocuments.ts';
import { answer, capitals, leave, next, reveal, seedRoom, start } from './seedRoom.ts';

let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

const end = async (id: string, token: string) =>
  expectPayload((await execute(app, token, documents.endQuiz, { roomId: id })).endQuiz);

async function reportOf(id: string, token: string, page: { first?: number; after?: string } = {}) {
  return (await execute(app, token, quizReport, { id, ...page })).quizRoom?.report ?? null;
}

async function wholeReport(id: string, token: string, page: { first?: number; after?: string } = {}) {
  const report = await reportOf(id, token, page);
  if (!report) throw new Error('There is no report');
  return report;
}

describe('a report', () => {
  it('says how a quiz went that was played, as its events did', async () => {
    const room = await seedRoom(app, { players: 4 });
    const [ada, ben, cleo, dan] = room.players;
    if (!ada || !ben || !cleo || !dan) throw new Error('Nobody came');
    await start(app, room);
    for (const [who, options] of [
      [ada, [1]],
      [ben, [0]],
      [cleo, [1]],
    ] as const) {
      expectPayload(await answer(app, room, who, 0, [...options]));
    }
    await reveal(app, room);
    await next(app, room);
    expectPayload(await answer(app, room, ben, 1, [0, 2]));
    expectPayload(await answer(app, room, dan, 1, [1]));
    const input = { roomId: room.id, userId: cleo.id, reason: 'noise' };
    expectPayload((await execute(app, room.host.token, documents.kickPlayer, { input })).kickPlayer);
    await leave(app, room, dan);
    expect(await reportOf(room.id, room.host.token)).toBeNull();
    await end(room.id, room.host.token);

    const { questions, players } = await wholeReport(room.id, room.host.token);
    expect(questions).toMatchObject([
      {
        index: 0,
        body: capitals[0]?.body,
        correctOptions: [1],
        revealed: true,
        answered: 3,
        correct: 2,
        distribution: [1, 2, 0],
      },
      {
        index: 1,
        body: capitals[1]?.body,
        correctOptions: [0, 2],
        revealed: true,
        answered: 2,
        correct: 1,
        distribution: [1, 1, 1],
      },
    ]);
    const lines = players.edges.map(({ node }) => node);
    expect(
      lines.map(({ user, rank, status, correct, answered }) => [user.id, rank, status, correct, answered]),
    ).toEqual([
      [ada.id, 1, 'IN', 1, 1],
      [ben.id, 2, 'IN', 1, 2],
      [dan.id, 3, 'LEFT', 0, 1],
      [cleo.id, null, 'KICKED', 1, 1],
    ]);
    expect(lines[3]?.kick).toMatchObject({ by: { id: room.host.id }, reason: 'noise', at: expect.any(String) });
    expect(lines.filter(({ kick: kicked }) => kicked)).toHaveLength(1);
    for (const { score, answers } of lines) expect(answers.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(lines[1]?.answers).toMatchObject([
      { questionIndex: 0, options: [0], correct: false, points: 0, bonus: 0 },
      { questionIndex: 1, options: [0, 2], correct: true, bonus: 0 },
    ]);
    const { quizRoom } = await execute(app, room.host.token, reveals, { id: room.id });
    const told = quizRoom?.events.edges.map(({ node }) => node).filter((node) => 'distribution' in node);
    expect(told).toEqual(questions.map(({ answered, distribution }) => ({ answered, distribution })));
  });

  it('says nothing of questions that were never revealed but what they ask', async () => {
    const room = await seedRoom(app, { players: 1 });
    await end(room.id, room.host.token);
    const { questions, players } = await wholeReport(room.id, room.host.token);
    const nothing = {
      revealed: false,
      correctOptions: null,
      answered: 0,
      correct: 0,
      averageMs: null,
      averagePoints: null,
    };
    expect(questions).toMatchObject([nothing, { ...nothing, distribution: [0, 0, 0] }]);
    expect(players.edges).toMatchObject([{ node: { rank: 1, score: 0, answered: 0, averageMs: null, answers: [] } }]);
  });

  it('is for host and cohosts, and theirs who hosted and became cohost', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben, cleo] = room.players;
    if (!ada || !ben || !cleo) throw new Error('Nobody came');
    const appoint = (userId: string) => ({ input: { roomId: room.id, userId } });
    await execute(app, room.host.token, documents.addCohost, appoint(ada.id));
    await execute(app, room.host.token, documents.transferHost, appoint(ben.id));
    await end(room.id, ben.token);
    for (const { token } of [room.host, ada, ben]) expect(await reportOf(room.id, token)).not.toBeNull();
    const { quizRoom } = await execute(app, cleo.token, quizReport, { id: room.id });
    expect(quizRoom).toEqual({ report: null });
    expect(await reportOf(room.id, (await seedPlayer(app)).token)).toBeNull();
  });
});

describe('a report of many', () => {
  let played: PlayedRoom;
  beforeAll(async () => {
    played = await playedRoom(app, 450);
  });
  const allPlayers = async () => {
    const { room } = played;
    const edges: Awaited<ReturnType<typeof wholeReport>>['players']['edges'] = [];
    for (let after: string | null | undefined; after !== null;) {
      const { players } = await wholeReport(room.id, room.host.token, { first: 200, ...(after && { after }) });
      expect(players.pageInfo.hasPreviousPage).toBe(edges.length > 0);
      edges.push(...players.edges);
      after = players.pageInfo.hasNextPage ? (players.pageInfo.endCursor ?? null) : null;
    }
    return edges.map(({ node }) => node);
  };

  it('has every player once, ranked as the rules do, and everything they did', async () => {
    const expected = inOrder(played).map((player, index) => ({
      user: { id: `User:${player.userId}`, handle: player.handle },
      displayName: player.displayName,
      rank: player.status === 'KICKED' ? null : index + 1,
      score: player.score,
      correct: player.answers.filter(({ correct }) => correct).length,
      answered: player.answers.length,
      averageMs: averageMs(player.answers),
      status: player.status,
      kick: player.status === 'KICKED' ? { by: { id: played.room.host.id }, reason: `Seat ${player.seat}` } : null,
      answers: player.answers,
    }));
    const players = await allPlayers();
    expect(players).toHaveLength(450);
    expect(players).toMatchObject(expected);
  });

  it('has the questions as all answers come to', async () => {
    const { questions } = await wholeReport(played.room.id, played.room.host.token);
    const answers = played.players.flatMap((player) => player.answers);
    expect(questions).toEqual(
      played.questions.map(({ body, options, correctOptions }, index) => {
        const given = answers.filter(({ questionIndex }) => questionIndex === index);
        const revealed = index < played.revealed;
        const points = average(given.map((one) => one.points));
        return {
          index,
          body,
          options,
          revealed,
          correctOptions: revealed ? correctOptions : null,
          answered: given.length,
          correct: given.filter(({ correct }) => correct).length,
          distribution: options.map((_, option) => given.filter((one) => one.options.includes(option)).length),
          averageMs: averageMs(given),
          averagePoints: points === null ? null : expect.closeTo(points, 1),
        };
      }),
    );
  });

  it('asks for a page of players by the same few statements however many they are', async () => {
    const taken = (first: number) =>
      statementsOf(app, () => wholeReport(played.room.id, played.room.host.token, { first }));
    expect(await taken(200)).toBe(await taken(2));
  });

  it.each([{ first: -1 }, { first: 201 }, { after: 'x' }, { after: Buffer.from('seat:1').toString('base64url') }])(
    'is not to be had by %j',
    async (page) => {
      const { room } = played;
      const asked = { id: room.id, ...page };
      expect(await errorCodes(app, room.host.token, playersOfReport, asked)).toEqual(['BAD_USER_INPUT']);
    },
  );
});
