import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ranking } from '../../rules/quiz/standings.ts';
import type { QuizMemberState } from '../../rules/quiz/quizState.ts';
import { openApp, startApp } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { codesOf, request } from '../http/request.ts';
import { type Played, playedRoom, type PlayedRoom } from './playedRoom.ts';
import { playersOfReport, quizReport, reveals } from './reportDocuments.ts';
import * as documents from './roomDocuments.ts';
import { answer, capitals, kick, leave, next, reveal, seedRoom, start } from './seedRoom.ts';

let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp({ env: { LIMITS: 'quizReportsPerUser=1000/1' } });
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

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const csvPath = ({ id }: { id: string }) => `/quiz-rooms/${id.replace('QuizRoom:', '')}/report.csv`;
const csvOf = (room: { id: string }, token: string, query = '', init: RequestInit = {}) =>
  request(app, csvPath(room) + query, { headers: bearer(token), ...init });
const linesOf = (text: string): string[][] => parse(text, { bom: true });

const average = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number | null, step = 1) => (value === null ? null : Math.round(value / step) * step);

/** Those with a rank, then those who were kicked, as they would have been ranked. */
function inOrder({ players }: PlayedRoom): Played[] {
  const ranked = (some: readonly Played[]) => {
    const members = some.map((player) => ({ ...player, person: { id: player.userId }, status: 'IN' }));
    const order = ranking(members as unknown as QuizMemberState[]).map(({ person }) => person.id);
    return some.toSorted((one, other) => order.indexOf(one.userId) - order.indexOf(other.userId));
  };
  const kicked = ({ status }: Played) => status === 'KICKED';
  return [...ranked(players.filter((player) => !kicked(player))), ...ranked(players.filter(kicked))];
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
    expect(linesOf((await csvOf(room, room.host.token, '?per=question')).text)).toHaveLength(1);
    expect(linesOf((await csvOf(room, room.host.token)).text)[1]).toHaveLength(7);
  });

  it('is for host and cohosts, and theirs who hosted and became cohost', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben, cleo] = room.players;
    if (!ada || !ben || !cleo) throw new Error('Nobody came');
    const appoint = (userId: string) => ({ input: { roomId: room.id, userId } });
    await execute(app, room.host.token, documents.addCohost, appoint(ada.id));
    await execute(app, room.host.token, documents.transferHost, appoint(ben.id));
    await end(room.id, ben.token);
    for (const { token } of [room.host, ada, ben]) {
      expect(await reportOf(room.id, token)).not.toBeNull();
      expect((await csvOf(room, token)).status).toBe(200);
    }
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
      averageMs: rounded(average(player.answers.map(({ elapsedMs }) => elapsedMs))),
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
          averageMs: rounded(average(given.map(({ elapsedMs }) => elapsedMs))),
          averagePoints: points === null ? null : expect.closeTo(points, 1),
        };
      }),
    );
  });

  it('asks for a page of players by the same few statements however many they are', async () => {
    const statementsOf = async (first: number) => {
      let statements = 0;
      const count = () => (statements += 1);
      app.services.pool.on('acquire', count);
      await wholeReport(played.room.id, played.room.host.token, { first });
      app.services.pool.off('acquire', count);
      return statements;
    };
    expect(await statementsOf(200)).toBe(await statementsOf(2));
  });

  it.each([{ first: -1 }, { first: 201 }, { after: 'x' }, { after: Buffer.from('seat:1').toString('base64url') }])(
    'is not to be had by %j',
    async (page) => {
      const { room } = played;
      const asked = { id: room.id, ...page };
      expect(await errorCodes(app, room.host.token, playersOfReport, asked)).toEqual(['BAD_USER_INPUT']);
    },
  );

  it('as CSV has a line a player', async () => {
    const { status, headers, text } = await csvOf(played.room, played.room.host.token);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="quiz-[\da-f]{8}-players\.csv"$/);
    expect(headers.get('cache-control')).toContain('no-store');
    const [names, ...lines] = linesOf(text);
    expect(names?.slice(0, 10).join()).toBe(
      'rank,name,handle,score,correct answers,answered,average seconds,question 1 options,question 1 points,question 1 seconds',
    );
    expect(names).toHaveLength(7 + 3 * played.revealed);
    expect(lines).toEqual(
      inOrder(played).map(({ status, displayName, handle, score, answers }, index) => {
        const ms = rounded(average(answers.map(({ elapsedMs }) => elapsedMs)));
        const cells = Array.from({ length: played.revealed }, (_, question) => {
          const given = answers.find(({ questionIndex }) => questionIndex === question);
          if (!given) return ['', '', ''];
          return [given.options.map((option) => option + 1).join(' '), given.points, given.elapsedMs / 1000];
        });
        const rank = status === 'KICKED' ? '' : index + 1;
        const right = answers.filter(({ correct }) => correct).length;
        const own = [rank, displayName, handle, score, right, answers.length, ms === null ? '' : ms / 1000];
        return [...own, ...cells.flat()].map(String);
      }),
    );
  });

  it('as CSV has a line a question, if so asked', async () => {
    const { questions } = await wholeReport(played.room.id, played.room.host.token);
    const { headers, text } = await csvOf(played.room, played.room.host.token, '?per=question');
    expect(headers.get('content-disposition')).toContain('-questions.csv"');
    const [names, ...lines] = linesOf(text);
    expect(names?.join()).toBe(
      'number,question,correct,answered,correct answers,average seconds,average points,option1,chosen1,option2,chosen2,option3,chosen3,option4,chosen4',
    );
    expect(lines).toEqual(
      questions.slice(0, played.revealed).map((question) => {
        const { index, body, options, correctOptions, answered, correct, averageMs, averagePoints, distribution } =
          question;
        const chosen = [0, 1, 2, 3].flatMap((option) => [options[option] ?? '', distribution[option] ?? '']);
        const right = correctOptions?.map((option) => option + 1).join(' ');
        const cells = [index + 1, body, right, answered, correct, (averageMs ?? 0) / 1000, averagePoints, ...chosen];
        return cells.map(String);
      }),
    );
  });

  it('as CSV reads players as they are taken: one who breaks off leaves nothing behind', async () => {
    const controller = new AbortController();
    const init = { headers: bearer(played.room.host.token), signal: controller.signal };
    const response = await fetch(app.url + csvPath(played.room), init);
    const reader = response.body?.getReader();
    await reader?.read();
    controller.abort();
    await reader?.closed.catch(() => undefined);
    expect((await csvOf(played.room, played.room.host.token)).status).toBe(200);
  });
});

describe('a report as CSV', () => {
  it('keeps names from being formulas, and commas, quotes and other scripts in their cells', async () => {
    const names = ['=1+1', '+SUM(A1)', '-2', '@x', 'a,b', 'say "hi"', 'Łukasz 🎯', '李雷', "'quoted"];
    const { room, players } = await playedRoom(app, names.length, (seat) => names[seat - 1] ?? '');
    const { text } = await csvOf(room, room.host.token);
    const response = await fetch(app.url + csvPath(room), { headers: bearer(room.host.token) });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString()).toMatch(/\r\n$/);
    const shown = linesOf(text)
      .slice(1)
      .map(([, name]) => name ?? '');
    const expected = players.map(({ displayName }) => (/^[=+@-]/.test(displayName) ? `'${displayName}` : displayName));
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });

  it('answers HEAD with what GET would, without the lines', async () => {
    const room = await seedRoom(app, { players: 1 });
    await end(room.id, room.host.token);
    const [get, head] = [
      await csvOf(room, room.host.token),
      await csvOf(room, room.host.token, '', { method: 'HEAD' }),
    ];
    expect(head).toMatchObject({ status: 200, text: '' });
    for (const name of ['content-type', 'content-disposition', 'cache-control']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
    const stranger = await csvOf(room, (await seedPlayer(app)).token, '', { method: 'HEAD' });
    expect(stranger).toMatchObject({ status: 404, text: '' });
  });

  it('is refused to who lacks something, with what', async () => {
    const room = await seedRoom(app, { players: 2 });
    const [ada, ben] = room.players;
    if (!ada || !ben) throw new Error('Nobody came');
    expectPayload(await kick(app, room, ben));
    const answersTo = async (token: string | null, path = csvPath(room), method = 'GET') => {
      const answered = await request(app, path, { method, headers: token === null ? {} : bearer(token) });
      return [answered.status, codesOf(answered)?.join()];
    };
    expect(await answersTo(room.host.token)).toEqual([409, 'BAD_USER_INPUT']);
    await end(room.id, room.host.token);
    expect((await csvOf(room, room.host.token)).status).toBe(200);
    expect(await answersTo(null)).toEqual([401, 'UNAUTHENTICATED']);
    expect(await answersTo('nonsense')).toEqual([401, 'UNAUTHENTICATED']);
    expect(await answersTo((await seedService(app)).token)).toEqual([403, 'FORBIDDEN']);
    expect(await answersTo(ada.token)).toEqual([403, 'FORBIDDEN']);
    expect(await answersTo(ben.token)).toEqual([404, 'BAD_USER_INPUT']);
    expect(await answersTo((await seedPlayer(app)).token)).toEqual([404, 'BAD_USER_INPUT']);
    const nowhere = csvPath({ id: 'b6a7a7b0-0000-4000-8000-000000000000' });
    expect(await answersTo(room.host.token, nowhere)).toEqual([404, 'BAD_USER_INPUT']);
    expect(await answersTo(room.host.token, csvPath({ id: 'x' }))).toEqual([404, undefined]);
    expect(await answersTo(room.host.token, `${csvPath(room)}?per=room`)).toEqual([400, 'BAD_USER_INPUT']);
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect(await answersTo(room.host.token, csvPath(room), method)).toEqual([405, 'BAD_USER_INPUT']);
    }
  });

  it('keeps to the limits and the origins of the API', async () => {
    const limited = await startApp({ env: { LIMITS: 'quizReportsPerUser=2/60' } });
    const room = await seedRoom(limited, { players: 0 });
    await execute(limited, room.host.token, documents.endQuiz, { roomId: room.id });
    const get = (headers: Record<string, string> = {}) =>
      request(limited, csvPath(room), { headers: { ...bearer(room.host.token), ...headers } });
    expect((await get()).status).toBe(200);
    expect((await get({ origin: 'https://elsewhere.example.com' })).status).toBe(403);
    expect((await get()).status).toBe(200);
    const refused = await get();
    expect([refused.status, codesOf(refused)]).toEqual([429, ['RATE_LIMITED']]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const crowded = await startApp({ env: { LIMITS: 'requestsPerAddress=3/60' } });
    for (let count = 0; count < 3; count += 1) await request(crowded, csvPath(room));
    expect((await request(crowded, csvPath(room))).status).toBe(429);
  });
});
