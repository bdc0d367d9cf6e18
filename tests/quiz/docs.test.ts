import { readFile } from 'node:fs/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { defaultRoomSettings } from '../../rules/quiz/roomSettings.ts';
import { scoreOf } from '../../rules/quiz/scoring.ts';
import { docBlocks, docProject, typeErrorsOf } from '../client/docBlocks.ts';
import { startProxy } from '../client/tcpProxy.ts';
import { socketsClosed } from '../game/socketsClosed.ts';
import { startApp, type App } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';
import { execute } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { Following, run, unhurried } from './play.ts';
import { myQuizRooms } from './roomDocuments.ts';

const document = 'docs/quizzes.md';

type Token = () => Promise<string>;
interface Place {
  rank: number;
  score: number;
  person: { displayName: string };
}
interface HostQuiz {
  hostQuiz(
    token: Token,
    evening: { key: string; players: number; revealMs: number; onPin(pin: string): void },
  ): Promise<Place[]>;
}
interface Question {
  questionIndex: number;
  options: string[];
}
interface PlayQuiz {
  playQuiz(
    token: Token,
    pin: string,
    player: { displayName: string; choose(question: Question, leftMs: number): number[] },
  ): Promise<{ results: { correct: boolean; points: number; score: number; rank: number }[]; podium: Place[] }>;
}

/** The right answers of the document's quiz. */
const right = [[1], [0, 2], [0]];
const tokenOf =
  ({ token }: TestPlayer) =>
  () =>
    Promise.resolve(token);

it('every block of TypeScript is named, and has the right types', async () => {
  const titles = (await docBlocks(document)).map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['quizApi.ts', 'hostQuiz.ts', 'playQuiz.ts']));
  expect(titles).not.toContain(undefined);
  expect(await typeErrorsOf(document)).toBe('');
});

it('the table of points is what the rules give, and that of settings has all of them', async () => {
  const text = await readFile(document, 'utf8');
  const table = /<!-- points -->(.*)<!-- \/points -->/s.exec(text)?.[1] ?? '';
  const rows = [...table.matchAll(/^\| \d.*$/gm)].map(([row]) => row.split('|').slice(1, -1).map(Number));
  expect(rows.map(([alpha]) => alpha)).toEqual([0.8, 1, 1.5]);
  for (const [alpha = 0, ...points] of rows) {
    expect(points).toEqual([0, 0.1, 0.25, 0.5, 0.75, 1].map((share) => scoreOf(1_000, share, alpha)));
  }
  const settings = Object.entries(defaultRoomSettings).map(([name, value]) => [name, String(value)]);
  const rowsOfSettings = new Map(
    [...text.matchAll(/^\| `(\w+)` +\| `?([\w,]+)`? +\|/gm)].map(([, name, value = '']) => [
      name,
      value.replace(',', ''),
    ]),
  );
  for (const [name, value] of settings) expect(rowsOfSettings.get(name), name).toBe(value);
});

it('the first quiz of the README is one', async () => {
  const section = /^## A first quiz$(.*?)^## /ms.exec(await readFile('README.md', 'utf8'))?.[1] ?? '';
  const [write = '', open = '', answer = ''] = [...section.matchAll(/^```graphql\n(.*?)^```$/gms)].map(
    ([, text]) => text,
  );
  const [join = '', start = ''] = [...section.matchAll(/`((?:join|start)\w+\(.*?\))`/g)].map(
    ([, field]) => `mutation { ${field} { __typename } }`,
  );
  const app = await startApp();
  const ada = await seedPlayer(app);
  const ben = await seedPlayer(app);
  const ask = <Data>({ token }: TestPlayer, text: string) => execute<Data, object>(app, token, text, {});
  const { createQuiz } = await ask<{ createQuiz: { quiz: { id: string } } }>(ada, write);
  const { openQuizRoom } = await ask<{ openQuizRoom: { room: { id: string; pin: string } } }>(
    ada,
    open.replace('Quiz:…', createQuiz.quiz.id),
  );
  const { id, pin } = openQuizRoom.room;
  expect(await ask(ben, join.replace('…', pin))).toEqual({ joinQuizRoom: { __typename: 'JoinQuizRoomPayload' } });
  const begun = await ask(ada, start.replace('QuizRoom:…', id));
  expect(begun).toEqual({ startQuiz: { __typename: 'StartQuizPayload' } });
  const answered = await ask(ben, answer.replace('QuizRoom:…', id));
  expect(answered).toMatchObject({ answerQuestion: { answer: { elapsedMs: expect.any(Number) } } });
});

async function player(app: App, url: string) {
  const { load } = await docProject(document, url);
  return { ...(await seedPlayer(app)), ...(await load<PlayQuiz>('playQuiz.ts')) };
}

it('a host and two players come to the podium, one of them through a cut in a question', async () => {
  const app = await startApp();
  const proxy = await startProxy();
  proxy.target = app.url;
  const host = await seedPlayer(app);
  const { hostQuiz } = await (await docProject(document, app.url)).load<HostQuiz>('hostQuiz.ts');
  const ada = await player(app, app.url);
  const ben = await player(app, proxy.url);

  const pin = Promise.withResolvers<string>();
  const evening = { key: 'tonight', players: 2, revealMs: 200, onPin: pin.resolve };
  // The second is the host's other screen, or the host again: together they do all of it once.
  const hosting = Promise.all([hostQuiz(tokenOf(host), evening), hostQuiz(tokenOf(host), evening)]);
  const adaPlays = ada.playQuiz(tokenOf(ada), await pin.promise, {
    displayName: 'Ada',
    choose: ({ questionIndex }) => right[questionIndex] ?? [],
  });
  const benPlays = ben.playQuiz(tokenOf(ben), `${(await pin.promise).slice(0, 3)} ${(await pin.promise).slice(3)}`, {
    displayName: 'Ben',
    choose({ questionIndex, options }, leftMs) {
      expect(leftMs).toBeGreaterThan(5_000);
      expect(leftMs).toBeLessThanOrEqual(20_500);
      if (questionIndex !== 1) return [options.length - 1];
      // Gone before the answer is out, and back in a while.
      proxy.target = undefined;
      proxy.cut();
      setTimeout(() => (proxy.target = app.url), 700);
      return [2, 0];
    },
  });
  const [podium, again] = await within(45_000, 'The podium', hosting);
  const [adaSaw, benSaw] = await within(10_000, 'The players', Promise.all([adaPlays, benPlays]));

  expect(podium.map(({ rank, person }) => [rank, person.displayName])).toEqual([
    [1, 'Ada'],
    [2, 'Ben'],
  ]);
  expect([again, adaSaw.podium, benSaw.podium]).toEqual([podium, podium, podium]);
  expect(adaSaw.results.map(({ correct }) => correct)).toEqual([true, true, true]);
  expect(benSaw.results.map(({ correct }) => correct)).toEqual([true, true, false]);
  expect(podium.map(({ score }) => score)).toEqual([adaSaw.results[2]?.score, benSaw.results[2]?.score]);
  // By whichever way got through first after the cut.
  expect(proxy.asked('websocket') + proxy.asked('sse')).toBeGreaterThanOrEqual(2);
  await socketsClosed(app);
});

/**
 * The mutations that the examples send, by name: each goes out once `before` is over.
 * @returns what came of them so far: the name, and the answer's text
 */
function heardMutations(before: (name: string) => Promise<unknown> | undefined): string[] {
  const heard: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (...[url, init]: Parameters<typeof fetch>) => {
    const name = typeof init?.body === 'string' && /^\{"query":"mutation (Join|Answer|Next)\(/.exec(init.body)?.[1];
    if (!name) return fetch(url, init);
    await before(name);
    const response = await fetch(url, init);
    heard.push(`${name} ${await response.clone().text()}`);
    return response;
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return heard;
}

it('pauses cost nobody an answer: a question’s, a reveal’s, and that of a host who was gone', async () => {
  const clock = new ShiftedClock();
  const app = await startApp({ clock, env: unhurried });
  const proxy = await startProxy();
  proxy.target = app.url;
  const host = await seedPlayer(app);
  const { hostQuiz } = await (await docProject(document, proxy.url)).load<HostQuiz>('hostQuiz.ts');
  const [ada, ben] = [await player(app, app.url), await player(app, app.url)];
  const pin = Promise.withResolvers<string>();
  const hosting = hostQuiz(tokenOf(host), { key: 'tonight', players: 1, revealMs: 0, onPin: pin.resolve });
  const given = await pin.promise;
  const { edges } = (await execute(app, host.token, myQuizRooms, { open: true })).myQuizRooms;
  const room = { id: edges[0]?.node.id ?? '' };

  // The first answer and the first step onward meet a pause that came while they were on their way.
  const meetingPause = new Set(['Answer', 'Next']);
  const heard = heardMutations((name) => (meetingPause.delete(name) ? run(app, room, host, 'PAUSE') : undefined));
  const until = (what: RegExp, count = 1) =>
    eventually(
      `${count} of ${what.source}`,
      () => heard,
      (all) => all.filter((one) => what.test(one)).length === count,
    );
  const chose: string[] = [];
  const playing = (who: typeof ada, displayName: string, onLast?: () => void) =>
    who.playQuiz(tokenOf(who), given, {
      displayName,
      choose({ questionIndex }, leftMs) {
        chose.push(`${displayName} ${questionIndex}`);
        expect(leftMs).toBeGreaterThan(5_000);
        expect(leftMs).toBeLessThanOrEqual(20_500);
        if (questionIndex === 2) onLast?.();
        return right[questionIndex] ?? [];
      },
    });

  const hostIsCut = () => {
    proxy.target = undefined;
    proxy.cut();
  };
  const adaPlays = playing(ada, 'Ada', hostIsCut);
  await Promise.race([until(/^Answer .*WrongPhaseError/), adaPlays]);
  const benPlays = playing(ben, 'Ben');
  await until(/^Join .*"PAUSED"/);
  expect(chose).toEqual(['Ada 0']);
  const watching = new Following(app, room, ada);
  onTestFinished(() => watching.leave());
  expect(await run(app, room, host, 'RESUME')).toBe('ResumeQuizPayload');

  await until(/^Next .*WrongPhaseError/);
  expect(await run(app, room, host, 'RESUME')).toBe('ResumeQuizPayload');

  await until(/^Answer .*answeredAt/, 6);
  await watching.until('PresenceChanged', ({ members }) =>
    members.some(({ person, online }) => person.id === host.id && !online),
  );
  clock.advance(20_500);
  expect(await watching.until('QuizPaused', ({ by }) => by === null)).toMatchObject({ pauseReason: 'HOST_GONE' });
  proxy.target = app.url;

  const podium = await within(15_000, 'The podium', hosting);
  const [adaSaw, benSaw] = await within(10_000, 'The players', Promise.all([adaPlays, benPlays]));
  for (const { results } of [adaSaw, benSaw]) expect(results.map(({ correct }) => correct)).toEqual([true, true, true]);
  expect(podium).toHaveLength(2);
  const times = (question: string) => chose.filter((one) => one === question).length;
  const questions = ['Ada 0', 'Ada 1', 'Ada 2', 'Ben 0', 'Ben 1', 'Ben 2'];
  expect(questions.map(times)).toEqual([2, 1, 1, 1, 1, 1]);
  await watching.leave();
  await socketsClosed(app);
});
