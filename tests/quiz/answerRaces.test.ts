import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { atOnce, tally } from '../game/tally.ts';
import {
  crowdedRoom,
  Following,
  only,
  pollAll,
  revealAs,
  roomWith,
  run,
  stateOf,
  unhurried,
  untilRoom,
} from './play.ts';
import * as documents from './roomDocuments.ts';
import { answer, capitals, seedRoom, type TestRoom } from './seedRoom.ts';

let app: App;
let other: App;
const node = (index: number) => (index % 2 === 0 ? app : other);
onTwoNodes(unhurried, (...nodes) => void ([app, other] = nodes));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The one answer that stands of somebody's. */
async function standing(room: TestRoom, viewer: { token: string }) {
  const { myAnswer } = await stateOf(app, room, viewer);
  if (!myAnswer) throw new Error('No answer stands');
  return myAnswer;
}

describe('forty answers of one person at once, through two nodes', () => {
  it('are one when they are the same', async () => {
    const { room, host, ada } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    const answers = await atOnce(
      40,
      async (index) => expectPayload(await answer(node(index), room, ada, 0, [1])).answer,
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expectPayload(await revealAs(app, room, host));
    expect(await standing(room, ada)).toEqual({
      ...answers[0],
      correct: true,
      points: (await stateOf(app, room, ada)).me?.score,
    });
  });

  it('leave the one that was first when they differ, and refuse the others with it', async () => {
    const { room, host, ada } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    const answers = await atOnce(40, (index) => answer(node(index), room, ada, 0, [index % 3]));
    const { options, answeredAt } = await standing(room, ada);
    for (const [index, result] of answers.entries()) {
      if (options[0] === index % 3) expect(expectPayload(result).answer).toMatchObject({ options, answeredAt });
      else expect(result).toMatchObject({ __typename: 'AlreadyAnsweredError', options, answeredAt });
    }
  });

  it('leave one of them where the last counts', async () => {
    const { room, host, ada } = await roomWith(app, ['ada'], { settings: { answerChange: 'LAST' } });
    await run(app, room, host, 'START');
    const answers = await atOnce(
      40,
      async (index) => expectPayload(await answer(node(index), room, ada, 0, [index % 3])).answer,
    );
    const kept = await standing(room, ada);
    expect(answers).toContainEqual(kept);
    expect(answers.filter(({ answeredAt }) => answeredAt > (kept?.answeredAt ?? ''))).toEqual([]);
    expectPayload(await revealAs(app, room, host));
    expect((await stateOf(app, room, ada)).answered).toBe(1);
  });
});

it('a thousand answers at once are all counted, and the count is told a few times', async () => {
  const room = await crowdedRoom(app, 1_000);
  const following = new Following(app, room, room.host);
  await run(app, room, room.host, 'START');
  const answers = await atOnce(1_000, (index) => {
    const player = room.players[index];
    if (!player) throw new Error('Nobody');
    return answer(node(index), room, player, 0, [index % 3]);
  });
  expect(tally(answers.map(({ __typename }) => __typename))).toEqual({ AnswerQuestionPayload: 1_000 });
  await following.until('AnswerCounted', ({ answered }) => answered === 1_000);
  const counts = only(following.seen, 'AnswerCounted');
  for (const [index, { at }] of counts.entries()) {
    const before = counts[index - 1];
    if (before) expect(Date.parse(at) - Date.parse(before.at)).toBeGreaterThanOrEqual(500);
  }
  expectPayload(await revealAs(app, room, room.host));
  const revealed = await following.until('QuestionRevealed');
  expect(revealed).toMatchObject({ answered: 1_000, distribution: [334, 333, 333] });
});

/** Everyone answers at random moments while the question closes: whatever was accepted counts, and nothing else. */
describe('answers that race with the end of their question', () => {
  const players = 10;
  const capital = capitals[0];
  if (!capital) throw new Error('No question');

  /** Answers of everyone, each so long after the start of it, through both nodes. */
  async function race(room: TestRoom, delay: () => number): Promise<(boolean | null)[]> {
    const given = room.players.map(async (player, index) => {
      await pause(delay());
      const result = await answer(node(index), room, player, 0, [index % 3]);
      if (result.__typename === 'AnswerQuestionPayload') return true;
      expect(result.__typename).toBe('QuestionClosedError');
      return false;
    });
    return Promise.all(given);
  }

  async function expectCounted(room: TestRoom, accepted: (boolean | null)[]): Promise<void> {
    const [revealed, ...more] = only(await pollAll(app, room, room.host), 'QuestionRevealed');
    expect(more).toEqual([]);
    const chosen = (option: number) => accepted.filter((taken, index) => taken && index % 3 === option).length;
    expect(revealed).toMatchObject({
      answered: accepted.filter(Boolean).length,
      distribution: [chosen(0), chosen(1), chosen(2)],
    });
    for (const [index, player] of room.players.entries()) {
      const { myAnswer, me } = await stateOf(app, room, player);
      if (accepted[index]) {
        expect(myAnswer).toMatchObject({ correct: index % 3 === 1, points: me?.score });
      } else expect(myAnswer).toBeNull();
    }
  }

  it('are counted when they were accepted, whoever reveals', async () => {
    const outcomes = new Set<string>();
    // On until some were in time and some too late.
    for (let round = 0; round < 8 || outcomes.size < 2; round += 1) {
      const room = await seedRoom(app, { players });
      await run(app, room, room.host, 'START');
      const answers = race(room, () => Math.random() * 40);
      await pause(Math.random() * 40);
      expectPayload(await revealAs(node(round), room, room.host));
      const accepted = await answers;
      for (const taken of accepted) outcomes.add(String(taken));
      await expectCounted(room, accepted);
    }
    expect([...outcomes].toSorted()).toEqual(['false', 'true']);
  });

  it('are counted when they were accepted, at the deadline of many rooms at once', async () => {
    const rooms = await atOnce(8, () => seedRoom(app, { players, questions: [{ ...capital, seconds: 3 }] }));
    const raced = await Promise.all(
      rooms.map(async (room, index) => {
        const { startQuiz } = await execute(node(index), room.host.token, documents.startQuiz, { roomId: room.id });
        const deadline = Date.parse(expectPayload(startQuiz).room.deadline ?? '');
        const left = () => deadline - app.services.clock.now();
        return race(room, () => left() + 20 - 320 * Math.random() ** 2);
      }),
    );
    expect(new Set(raced.flat())).toEqual(new Set([true, false]));
    for (const [index, room] of rooms.entries()) {
      await untilRoom(app, room, room.host, { phase: 'REVEAL' });
      await expectCounted(room, raced[index] ?? []);
    }
  });
});

it('answers outlive the node that took them', async () => {
  const third = await startApp({ env: unhurried, beside: app });
  const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
  await run(app, room, host, 'START');
  const given = await atOnce(
    2,
    async (index) => expectPayload(await answer(node(1), room, [ada, ben][index] ?? ada, 0, [1])).answer,
  );
  await third.stop();
  expect(expectPayload(await answer(app, room, ada, 0, [1])).answer).toEqual(given[0]);
  expectPayload(await revealAs(app, room, host));
  expect(await standing(room, ben)).toMatchObject({ answeredAt: given[1]?.answeredAt, correct: true });
  expect((await stateOf(app, room, ben)).answered).toBe(2);
});
