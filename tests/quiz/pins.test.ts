import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { pinOf } from '../../rules/quiz/pin.ts';
import { startApp } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { atOnce } from '../game/tally.ts';
import * as quizzes from './documents.ts';
import { run, unhurried } from './play.ts';
import * as documents from './roomDocuments.ts';
import { capitals, seedRoom } from './seedRoom.ts';

/** Chance for PINs that has these numbers first. */
function chanceOf(...draws: number[]) {
  return { draws, randomInt: (most: number) => draws.shift() ?? randomInt(most) };
}

it('a PIN that an open room has is drawn anew, as is one that is guessable, and is free again once that room has ended', async () => {
  const { draws, ...chance } = chanceOf(7);
  const app = await startApp({ env: unhurried, ...chance });
  const room = await seedRoom(app, { players: 0 });
  expect(room.pin).toBe(pinOf(7));
  draws.push(7, 123_456, 7, 777_777, 8);
  expect((await seedRoom(app, { players: 0 })).pin).toBe(pinOf(8));
  expect(draws).toEqual([]);
  await run(app, room, room.host, 'END');
  draws.push(8, 7);
  expect((await seedRoom(app, { players: 0 })).pin).toBe(pinOf(7));
});

it('twenty rooms that draw the same PINs at once, on two nodes, have twenty', async () => {
  const { draws, ...chance } = chanceOf();
  const app = await startApp({ env: unhurried, ...chance });
  const other = await startApp({ env: unhurried, ...chance, beside: app });
  const { token } = await seedPlayer(app);
  const input = { title: 'Capitals', questions: capitals };
  const { quiz } = expectPayload((await execute(app, token, quizzes.createQuiz, { input })).createQuiz);
  draws.push(...Array.from({ length: 20 }, (_, index) => 1 + Math.floor(index / 4)));
  const pins = await atOnce(20, async (index) => {
    const asked = { input: { quizId: quiz.id } };
    const { openQuizRoom } = await execute(index % 2 === 0 ? app : other, token, documents.openQuizRoom, asked);
    return expectPayload(openQuizRoom).room.pin;
  });
  expect(new Set(pins).size).toBe(20);
  for (const drawn of [1, 2, 3, 4, 5]) expect(pins).toContain(pinOf(drawn));
});
