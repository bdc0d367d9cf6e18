import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreOperators, sortOrders } from '../../entities/scoreboard.ts';
import { startApp } from '../harness/app.ts';
import { execute, expectPayload, type Target } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { BoardModel, type ModelScore } from './boardModel.ts';
import { boardOf, personOf, shows, standingsOf, submitAll, type TestBoard } from './boardOf.ts';
import * as documents from './documents.ts';

const people = 6;
const hourMs = 3_600_000;
/** Half past some hour. */
const start = Date.parse('2026-11-21T12:30:00Z');

type Step = { scores: ModelScore[]; beside: boolean } | { passMs: number };

const score = fc.record({
  who: fc.nat(people - 1),
  points: fc.integer({ min: -3, max: 3 }),
  // Few, so that some come again, for the same score or for another.
  key: fc.integer({ min: 0, max: 60 }).map(String),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ scores: fc.array(score, { minLength: 1, maxLength: 1 }), beside: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ scores: fc.array(score, { minLength: 2, maxLength: 8 }), beside: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ passMs: fc.constantFrom(1, hourMs / 2, hourMs, 5 * hourMs) }) },
);

/** That the whole board, and one person's corner of it, are what the model says. */
async function compare(node: Target, board: TestBoard, model: BoardModel, who: number): Promise<void> {
  const wanted = model.top();
  const ranks = wanted.map((_, index) => index + 1);
  expect(await standingsOf(node, board)).toEqual({ size: wanted.length, top: wanted, ranks });
  const person = { key: board.key, userId: personOf(board, who) };
  const { scoreboard } = await execute(node, board.service.token, documents.boardAround, { ...person, radius: 1 });
  const at = wanted.findIndex(([other]) => other === who);
  const near = at < 0 ? [] : wanted.slice(Math.max(0, at - 1), at + 2);
  expect(scoreboard?.around.map(({ user, score: has }) => [board.users.indexOf(user.id), has])).toEqual(near);
  const single = await execute(node, board.service.token, documents.boardEntry, person);
  const entry = single.scoreboard?.entry;
  expect(entry ? [entry.rank, entry.score] : undefined).toEqual(at < 0 ? undefined : [at + 1, wanted[at]?.[1]]);
}

it('whatever is submitted, repeated, reset and read, a board is what its ledger makes it', async () => {
  const clock = new ManualClock(start);
  const limits = { LIMITS: 'operationsPerUser=100000/10,requestsPerAddress=100000/10' };
  const app = await startApp({ clock, env: limits });
  const beside = await startApp({ beside: app, clock, env: limits });
  let steps = 0;
  const check = async (operator: BoardModel['operator'], sortOrder: BoardModel['sortOrder'], todo: Step[]) => {
    const board = await boardOf(app, { operator, sortOrder, resetSchedule: '0 * * * *' }, people);
    const model = new BoardModel(operator, sortOrder);
    for (const [index, now] of todo.entries()) {
      steps += 1;
      const node = 'beside' in now && now.beside ? beside : app;
      if ('passMs' in now) {
        const hour = Math.floor(clock.now() / hourMs);
        clock.advance(now.passMs);
        // However many resets went by, one season ended.
        if (Math.floor(clock.now() / hourMs) > hour) model.reset();
      } else {
        const scores = now.scores.map(({ who, points, key }) => ({
          userId: personOf(board, who),
          points,
          idempotencyKey: key,
        }));
        const answer = await submitAll(node, board, scores);
        const outcome = answer.__typename === 'IdempotencyKeyReusedError' ? 'REUSED' : expectPayload(answer).accepted;
        expect(outcome).toBe(model.submit(now.scores));
      }
      await shows(() => compare(index % 2 ? app : beside, board, model, index % people));
    }
    for (const season of model.seasons.keys()) {
      await shows(async () => expect((await standingsOf(app, board, season + 1)).top).toEqual(model.top(season + 1)));
    }
  };
  const todo = fc.array(step, { minLength: 15, maxLength: 25 });
  const property = fc.asyncProperty(fc.constantFrom(...scoreOperators), fc.constantFrom(...sortOrders), todo, check);
  // Told as found: made smaller, it would take longer than a test may.
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
  expect(steps).toBeGreaterThan(150);
});
