import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer } from '../harness/seed.ts';
import { atOnce, tally } from '../game/tally.ts';
import { goOn, revealAs, roomWith, run, stateOf, tryAnswer, unhurried } from './play.ts';
import { answer, kick, leave } from './seedRoom.ts';

let app: App;
onOneNode({ env: unhurried }, (node) => void (app = node));

describe('an answer', () => {
  it('given again is the same one, before and after the reveal, and another is refused', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await run(app, room, host, 'START');
    const { answer: first } = expectPayload(await answer(app, room, ada, 0, [2, 1]));
    expect(first).toMatchObject({ questionIndex: 0, options: [1, 2], correct: null, points: null });
    expect(expectPayload(await answer(app, room, ada, 0, [1, 2])).answer).toEqual(first);
    const refused = expectError(await answer(app, room, ada, 0, [1]), 'AlreadyAnsweredError');
    expect(refused).toMatchObject({ options: [1, 2], answeredAt: first.answeredAt });
    const { answer: right } = expectPayload(await answer(app, room, ben, 0, [1]));
    expect((await stateOf(app, room, ada)).myAnswer).toEqual(first);
    expectPayload(await revealAs(app, room, host));
    expect(expectPayload(await answer(app, room, ada, 0, [1, 2])).answer).toEqual({
      ...first,
      correct: false,
      points: 0,
    });
    const marked = expectPayload(await answer(app, room, ben, 0, [1])).answer;
    expect(marked).toEqual({ ...right, correct: true, points: (await stateOf(app, room, ben)).me?.score });
    expect(marked.points).toBeGreaterThan(900);
    expect(expectError(await answer(app, room, ada, 0, [1]), 'QuestionClosedError').questionIndex).toBe(0);
    expectPayload(await goOn(app, room, host));
    expect(expectPayload(await answer(app, room, ben, 0, [1])).answer).toEqual(marked);
    await run(app, room, host, 'END');
    expect(expectPayload(await answer(app, room, ben, 0, [1])).answer).toEqual(marked);
  });

  it('takes the place of the one before where the last counts, as of when it was given', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock, env: unhurried });
    const settings = { answerChange: 'LAST' } as const;
    const { room, host, ada } = await roomWith(app, ['ada'], { settings });
    await run(app, room, host, 'START');
    const given = async (options: number[]) => expectPayload(await answer(app, room, ada, 0, options)).answer;
    expect(await given([1])).toMatchObject({ options: [1], elapsedMs: 0 });
    clock.advance(3_000);
    expect(await given([0])).toMatchObject({ options: [0], elapsedMs: 3_000 });
    clock.advance(3_000);
    expect(await given([0])).toMatchObject({ options: [0], elapsedMs: 3_000 });
    expect(await given([1])).toMatchObject({ options: [1], elapsedMs: 6_000 });
    clock.advance(24_000);
    expectError(await answer(app, room, ada, 0, [2]), 'QuestionClosedError');
    expectPayload(await revealAs(app, room, host, 0));
    expect(await given([1])).toMatchObject({ options: [1], elapsedMs: 6_000, correct: true, points: 800 });
    expect((await stateOf(app, room, ada)).me).toMatchObject({ score: 800, streak: 1 });
  });

  it('is never taken after the deadline, though no timer runs', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock, env: { ...unhurried, ROLE: 'http' } });
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await run(app, room, host, 'START');
    clock.advance(29_999);
    const { answer: last } = expectPayload(await answer(app, room, ada, 0, [1]));
    expect(last.elapsedMs).toBe(29_999);
    clock.advance(1);
    expectError(await answer(app, room, ben, 0, [1]), 'QuestionClosedError');
    // Nobody has acted on the deadline, so that nothing is told yet of what was right.
    expect(await stateOf(app, room, ben)).toMatchObject({ phase: 'QUESTION', question: { correctOptions: null } });
    expect(expectPayload(await answer(app, room, ada, 0, [1])).answer).toEqual(last);
    clock.advance(600_000);
    expectError(await answer(app, room, ben, 0, [1]), 'QuestionClosedError');
    // Whoever does anything at all closes it first.
    await leave(app, room, ben);
    expect(await stateOf(app, room, ada)).toMatchObject({
      phase: 'REVEAL',
      answered: 1,
      myAnswer: { correct: true, points: Math.round(1_000 * (1 - 29_999 / 30_000)) },
    });
  });

  it('of options that are none is refused and leaves nothing', async () => {
    const { room, host, ada } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    const many = Array.from({ length: 1_000 }, (_, index) => index % 3);
    for (const options of [[], [3], [-1], [1, 1], [0, 1, 2, 3], [2_147_483_647], many]) {
      const { fields } = expectError(await answer(app, room, ada, 0, options), 'InvalidInputError');
      expect(fields.map(({ field }) => field)).toEqual(['options']);
    }
    expect((await stateOf(app, room, ada)).myAnswer).toBeNull();
    expectPayload(await answer(app, room, ada, 0, [1]));
  });

  it('to a question that is not asked, in a phase that asks none, or from who is not in, is refused', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    const names = async (...indexes: number[]) =>
      Promise.all(indexes.map(async (index) => (await answer(app, room, ada, index, [1])).__typename));
    const odd = [-2_147_483_648, -1, 2_147_483_647];
    expect(await names(0, ...odd)).toEqual(Array.from({ length: 4 }, () => 'WrongPhaseError'));
    await run(app, room, host, 'START');
    expect(await names(1, 2, ...odd)).toEqual([
      'WrongPhaseError',
      'WrongPhaseError',
      'QuestionClosedError',
      'QuestionClosedError',
      'WrongPhaseError',
    ]);
    expectError(await answer(app, room, await seedPlayer(app), 0, [1]), 'NotAMemberError');
    expectError(await answer(app, room, host, 0, [1]), 'NotPlayingError');
    expectPayload(await answer(app, room, ben, 0, [1]));
    expectPayload(await kick(app, room, ben));
    expectError(await answer(app, room, ben, 0, [1]), 'BannedError');
    await run(app, room, host, 'PAUSE');
    expect(expectError(await answer(app, room, ada, 0, [1]), 'WrongPhaseError').phase).toBe('PAUSED');
    await run(app, room, host, 'RESUME');
    expectPayload(await revealAs(app, room, host));
    expect(await names(0, 1, -1)).toEqual(['QuestionClosedError', 'WrongPhaseError', 'QuestionClosedError']);
    // Who was kicked is not counted.
    expect(await stateOf(app, room, ada)).toMatchObject({ answered: 0, myAnswer: null });
    const nowhere = { id: room.quizId.replace('Quiz:', 'QuizRoom:') };
    expect((await tryAnswer(app, nowhere, ada, 0, [1])).result?.__typename).toBe('NotFoundError');
  });

  it('is one of ten a second that a person may give', async () => {
    const app = await startApp({
      env: { LIMITS: 'quizActionsPerUser=10/60' },
      alone: 'a limit that each node counts for itself',
    });
    const { room, host, ada } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    // One went into joining.
    const answers = await atOnce(14, () => tryAnswer(app, room, ada, 0, [1]));
    expect(tally(answers.map(({ result, codes }) => result?.__typename ?? codes.join()))).toEqual({
      AnswerQuestionPayload: 9,
      RATE_LIMITED: 5,
    });
    expect((await stateOf(app, room, ada)).myAnswer?.options).toEqual([1]);
  });
});
