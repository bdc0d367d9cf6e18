import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, startApp } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { codesOf, request } from '../http/request.ts';
import { averageMs, inOrder, playedRoom, type PlayedRoom } from './playedRoom.ts';
import { quizReport } from './reportDocuments.ts';
import * as documents from './roomDocuments.ts';
import { kick, seedRoom } from './seedRoom.ts';

let app: Awaited<ReturnType<typeof openApp>>;
beforeAll(async () => {
  app = await openApp({ env: { LIMITS: 'quizReportsPerUser=1000/1' } });
});
afterAll(() => app.close());

const end = async (id: string, token: string) =>
  expectPayload((await execute(app, token, documents.endQuiz, { roomId: id })).endQuiz);

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const csvPath = ({ id }: { id: string }) => `/quiz-rooms/${id.replace('QuizRoom:', '')}/report.csv`;
const csvOf = (room: { id: string }, token: string, query = '', init: RequestInit = {}) =>
  request(app, csvPath(room) + query, { headers: bearer(token), ...init });
const linesOf = (text: string): string[][] => parse(text, { bom: true });

describe('a report of many as CSV', () => {
  let played: PlayedRoom;
  beforeAll(async () => {
    played = await playedRoom(app, 450);
  });

  it('has a line a player', async () => {
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
        const ms = averageMs(answers);
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

  it('has a line a question, if so asked', async () => {
    const { quizRoom } = await execute(app, played.room.host.token, quizReport, { id: played.room.id, first: 0 });
    const questions = quizRoom?.report?.questions ?? [];
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

  it('reads players as they are taken: one who breaks off leaves nothing behind', async () => {
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

  it('has no line of a question that was never revealed, and none of its columns', async () => {
    const room = await seedRoom(app, { players: 1 });
    await end(room.id, room.host.token);
    expect(linesOf((await csvOf(room, room.host.token, '?per=question')).text)).toHaveLength(1);
    const lines = linesOf((await csvOf(room, room.host.token)).text);
    expect(lines.map(({ length }) => length)).toEqual([7, 7]);
  });

  it('is for cohosts too', async () => {
    const room = await seedRoom(app, { players: 1 });
    const [ada] = room.players;
    const input = { roomId: room.id, userId: ada?.id ?? '' };
    expectPayload((await execute(app, room.host.token, documents.addCohost, { input })).addCohost);
    await end(room.id, room.host.token);
    expect((await csvOf(room, ada?.token ?? '')).status).toBe(200);
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
    const limited = await startApp({
      env: { LIMITS: 'quizReportsPerUser=2/60' },
      alone: 'a limit that each node counts for itself',
    });
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
    const crowded = await startApp({
      env: { LIMITS: 'requestsPerAddress=3/60' },
      alone: 'a limit that each node counts for itself',
    });
    for (let count = 0; count < 3; count += 1) await request(crowded, csvPath(room));
    expect((await request(crowded, csvPath(room))).status).toBe(429);
  });
});
