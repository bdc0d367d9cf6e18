import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { Following, goOn, only, pollAll, revealAs, roomWith, run, stateOf, unhurried, untilRoom } from './play.ts';
import * as documents from './roomDocuments.ts';
import { answer, join, leave } from './seedRoom.ts';

const question = (number: number, seconds = 30) => ({
  body: `Number ${number}?`,
  options: ['one', 'two', 'three'],
  correctOptions: [1],
  seconds,
});

/** round(points × (1 − t)), the share of the time used taken from what the answer said. */
const worth = (elapsedMs: number, seconds = 30) => Math.round(1_000 * (1 - elapsedMs / (seconds * 1_000)));

it('is hosted from the PIN to the podium', async () => {
  const app = await startApp({ env: unhurried });
  const questions = [question(0), question(1), question(2)];
  const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben'], { questions });
  const cleo = await seedPlayer(app);
  const input = { pin: `${room.pin.slice(0, 3)} ${room.pin.slice(3)}`, displayName: 'Cleo' };
  expectPayload((await execute(app, cleo.token, documents.joinQuizRoom, { input })).joinQuizRoom);
  const following = new Following(app, room, ada);
  expect(await run(app, room, ada, 'START')).toBe('NotHostError');
  expect((await goOn(app, room, host)).__typename).toBe('WrongPhaseError');
  expect(await run(app, room, host, 'START')).toBe('StartQuizPayload');

  // The first question: all answer, the host reveals.
  const opened = await following.until('QuestionOpened');
  expect(opened).toMatchObject({ questionIndex: 0, questionCount: 3, body: 'Number 0?', seconds: 30, points: 1000 });
  const left = Date.parse(opened.deadline ?? '') - app.services.clock.now();
  expect(left).toBeGreaterThan(25_000);
  expect(left).toBeLessThanOrEqual(30_000);
  const first = expectPayload(await answer(app, room, ada, 0, [1])).answer;
  expectPayload(await answer(app, room, ben, 0, [0, 1]));
  expectPayload(await answer(app, room, cleo, 0, [2]));
  expect((await answer(app, room, host, 0, [1])).__typename).toBe('NotPlayingError');
  expect(await following.until('AnswerCounted', ({ answered }) => answered === 3)).toMatchObject({ playerCount: 3 });
  expectPayload(await revealAs(app, room, host, 0));
  expectPayload(await revealAs(app, room, host, 0));
  const revealed = await following.until('QuestionRevealed');
  expect(revealed).toMatchObject({
    questionIndex: 0,
    correctOptions: [1],
    distribution: [1, 2, 1],
    answered: 3,
    deadline: null,
    myResult: { options: [1], correct: true, points: worth(first.elapsedMs), bonus: 0, streak: 1, rank: 1 },
  });
  expect(revealed.standings.map(({ rank, person, score }) => [rank, person.id, score])).toEqual([
    [1, ada.id, worth(first.elapsedMs)],
    [2, ben.id, 0],
    [3, cleo.id, 0],
  ]);

  // The second: somebody comes late, the clock stands still and goes on, somebody leaves and comes back.
  expectPayload(await goOn(app, room, host, 0));
  expectPayload(await goOn(app, room, host, 0));
  const dan = await seedPlayer(app);
  expectPayload(await join(app, room, dan, 'Dan'));
  expectPayload(await leave(app, room, cleo));
  expect(expectError(await answer(app, room, cleo, 1, [1]), 'NotAMemberError').userId).toBe(cleo.id);
  expect(await run(app, room, host, 'PAUSE')).toBe('PauseQuizPayload');
  expect(await run(app, room, host, 'PAUSE')).toBe('PauseQuizPayload');
  const paused = await stateOf(app, room, ben);
  expect(paused).toMatchObject({ phase: 'PAUSED', pausedFrom: 'QUESTION', deadline: null, answered: 0 });
  expect((await answer(app, room, ben, 1, [1])).__typename).toBe('WrongPhaseError');
  expectPayload(await join(app, room, cleo));
  expect(await run(app, room, host, 'RESUME')).toBe('ResumeQuizPayload');
  const resumed = await following.until('QuizResumed');
  expect(resumed).toMatchObject({ phase: 'QUESTION', questionIndex: 1, by: { id: host.id } });
  const told = only(following.seen, 'QuizPaused');
  expect(told).toMatchObject([{ pausedFrom: 'QUESTION', remainingMs: paused.remainingMs, pauseReason: 'HOST' }]);
  const deadline = Date.parse(resumed.deadline ?? '');
  const now = app.services.clock.now();
  expect(deadline).toBeGreaterThan(now + (paused.remainingMs ?? 0) - 5_000);
  expect(deadline).toBeLessThanOrEqual(now + (paused.remainingMs ?? 0));
  const second = expectPayload(await answer(app, room, ada, 1, [1])).answer;
  // The pause is left out: what was used is what is no more on the clock.
  expect(second.elapsedMs).toBe(30_000 - (deadline - Date.parse(second.answeredAt)));
  const late = expectPayload(await answer(app, room, dan, 1, [1])).answer;
  expectPayload(await answer(app, room, cleo, 1, [1]));
  expectPayload(await revealAs(app, room, host));
  const bonus = Math.round(worth(second.elapsedMs) / 10);
  const again = await following.until('QuestionRevealed');
  expect(again.myResult).toMatchObject({ points: worth(second.elapsedMs) + bonus, bonus, streak: 2, rank: 1 });
  expect(again).toMatchObject({ questionIndex: 1, distribution: [0, 3, 0], answered: 3 });
  expect(again.standings).toContainEqual(
    expect.objectContaining({ person: { id: dan.id }, score: worth(late.elapsedMs) }),
  );

  // The third is paused while it is revealed, and the quiz goes on to its end.
  expectPayload(await goOn(app, room, host));
  expectPayload(await revealAs(app, room, host));
  expect(await run(app, room, host, 'PAUSE')).toBe('PauseQuizPayload');
  expect(await stateOf(app, room, ada)).toMatchObject({ phase: 'PAUSED', pausedFrom: 'REVEAL', remainingMs: null });
  expect((await goOn(app, room, host)).__typename).toBe('WrongPhaseError');
  expect(await run(app, room, host, 'RESUME')).toBe('ResumeQuizPayload');
  expectPayload(await goOn(app, room, host));
  const ended = await following.until('QuizEnded');
  const final = only(following.seen, 'QuestionRevealed').at(-1)?.standings ?? [];
  expect(ended).toMatchObject({ endReason: 'FINISHED', by: null, questionsRevealed: 3, podium: final.slice(0, 3) });
  expect(final.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
  for (const player of [ada, ben, cleo, dan]) {
    const { me, phase, pin, scoreboard } = await stateOf(app, room, player);
    expect({ phase, pin }).toEqual({ phase: 'ENDED', pin: null });
    expect(me?.score).toBe(final.find(({ person }) => person.id === player.id)?.score);
    const top = scoreboard.top.edges.map(({ node }) => ({
      rank: node.rank,
      score: node.score,
      person: { id: node.user.id },
    }));
    expect(top).toEqual(final);
  }
  expect(await pollAll(app, room, ada)).toEqual(following.seen);
  expect((await join(app, room, await seedPlayer(app))).__typename).toBe('RoomNotFoundError');
  expect(await run(app, room, host, 'START')).toBe('WrongPhaseError');
  expect(await run(app, room, host, 'END')).toBe('EndQuizPayload');
});

it('runs by itself from one question to the next, each closed at its deadline', async () => {
  const app = await startApp();
  const settings = { advance: 'AUTOMATIC', intermissionSeconds: 1 } as const;
  const questions = [question(0, 3), question(1, 3)];
  const { room, ada } = await roomWith(app, ['ada', 'ben'], { questions, settings });
  const following = new Following(app, room, ada);
  await run(app, room, room.host, 'START');
  expectPayload(await answer(app, room, ada, 0, [1]));
  const ended = await following.until('QuizEnded');
  expect(ended).toMatchObject({ endReason: 'FINISHED', questionsRevealed: 2 });
  const course = following.seen.filter(({ __typename }) => __typename.startsWith('Qu'));
  expect(course.map(({ __typename }) => __typename)).toEqual([
    'QuestionOpened',
    'QuestionRevealed',
    'QuestionOpened',
    'QuestionRevealed',
    'QuizEnded',
  ]);
  const at = (index: number) => Date.parse(course[index]?.at ?? '');
  const deadline = (index: number) => {
    const event = course[index];
    return event && 'deadline' in event ? Date.parse(event.deadline ?? '') : Number.NaN;
  };
  for (let index = 0; index < 4; index += 1) {
    expect(deadline(index) - at(index), `length of ${index}`).toBe(index % 2 === 0 ? 3_000 : 1_000);
    // Never before its time; how soon after is the bench's to say.
    expect(at(index + 1), `end of ${index}`).toBeGreaterThanOrEqual(deadline(index));
    expect(at(index + 1) - deadline(index), `end of ${index}`).toBeLessThan(2_000);
  }
});

it('reveals early once everyone online has answered, and not while somebody online has not', async () => {
  const app = await startApp();
  const { room, ada, ben, cleo } = await roomWith(app, ['ada', 'ben', 'cleo'], { settings: { revealEarly: true } });
  const following = [ada, ben].map((player) => new Following(app, room, player));
  await untilRoom(app, room, ada, ({ me }) => me?.online === true);
  await untilRoom(app, room, ben, ({ me }) => me?.online === true);
  await run(app, room, room.host, 'START');
  expectPayload(await answer(app, room, ada, 0, [1]));
  expectPayload(await answer(app, room, cleo, 0, [1]));
  await following[0]?.until('AnswerCounted', ({ answered }) => answered === 2);
  expect(await stateOf(app, room, ada)).toMatchObject({ phase: 'QUESTION', answered: 2 });
  expectPayload(await answer(app, room, ben, 0, [1]));
  expect(await following[0]?.until('QuestionRevealed')).toMatchObject({ answered: 3 });
});

it('takes nobody new after it began where late joins are off, and those back who were in', async () => {
  const app = await startApp();
  const { room, ada, ben } = await roomWith(app, ['ada', 'ben'], { settings: { lateJoin: false } });
  await leave(app, room, ben);
  await run(app, room, room.host, 'START');
  expect((await join(app, room, ben)).__typename).toBe('LateJoinClosedError');
  await leave(app, room, ada);
  expectPayload(await join(app, room, ada));
  expect((await join(app, room, await seedPlayer(app), 'Zoe')).__typename).toBe('LateJoinClosedError');
  expect((await stateOf(app, room, ada)).memberCount).toBe(2);
});
