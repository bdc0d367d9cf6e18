import { expect, it } from 'vitest';
import { playAsGuest } from '../account/documents.ts';
import { gameOf } from '../game/gameOf.ts';
import { startApp, type App } from '../harness/app.ts';
import * as documents from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import type { TestPlayer } from '../harness/seed.ts';
import { begin, created, join, longLived, scoring, untilBattle } from './play.ts';

const levelOf = async (app: App, { token }: TestPlayer) => (await execute(app, token, documents.me)).me?.level;

async function arena() {
  // Well before midnight, whatever is played.
  const clock = new ManualClock(Date.parse('2026-11-21T08:00:00Z'));
  const app = await startApp({ clock });
  const { score } = await scoring(app);
  return {
    app,
    clock,
    /** A whole battle, in which each scores so many. */
    async fight(scores: readonly [TestPlayer, number][], seconds = 60): Promise<void> {
      const [[host] = [undefined], ...others] = scores;
      if (!host) throw new RangeError('A battle takes somebody');
      const battle = await created(app, host, { seconds });
      for (const [person] of others) expectPayload(await join(app, battle, person));
      expectPayload(await begin(app, battle, host));
      const points = scores
        .filter(([, count]) => count !== 0)
        .map(([person, count]): [TestPlayer, number] => [person, count]);
      if (points.length > 0) await score(...points);
      clock.advance(seconds * 1_000);
      await untilBattle(app, battle, host, ({ status }) => status === 'FINISHED');
    },
    async guest(): Promise<TestPlayer> {
      const { session } = expectPayload((await execute(app, null, playAsGuest, { input: {} })).playAsGuest);
      return { token: session.accessToken, id: session.user.id, handle: session.user.handle };
    },
  };
}

it('a win over somebody who scored gives a level, once a day for the same pair', async () => {
  const { app, clock, fight } = await arena();
  const [ada, ben] = [await longLived(app), await longLived(app)];
  await fight([
    [ada, 10],
    [ben, 5],
  ]);
  expect([await levelOf(app, ada), await levelOf(app, ben)]).toEqual([2, 1]);
  await fight([
    [ada, 10],
    [ben, 5],
  ]);
  await fight([
    [ada, 5],
    [ben, 10],
  ]);
  expect([await levelOf(app, ada), await levelOf(app, ben)]).toEqual([2, 1]);
  clock.advance(24 * 3_600_000);
  await fight([
    [ada, 5],
    [ben, 10],
  ]);
  expect([await levelOf(app, ada), await levelOf(app, ben)]).toEqual([2, 2]);
});

it('gives none where nobody else scored, in less than a minute, or to nobody', async () => {
  const { app, fight } = await arena();
  const [ada, ben] = [await longLived(app), await longLived(app)];
  await fight([
    [ada, 10],
    [ben, 0],
  ]);
  await fight([
    [ada, 10],
    [ben, -5],
  ]);
  await fight(
    [
      [ada, 10],
      [ben, 5],
    ],
    59,
  );
  await fight([
    [ada, 0],
    [ben, 0],
  ]);
  expect([await levelOf(app, ada), await levelOf(app, ben)]).toEqual([1, 1]);
  await fight([
    [ada, 10],
    [ben, 5],
  ]);
  expect(await levelOf(app, ada)).toBe(2);
});

it('guests neither gain one nor give one, and keep nobody from it', async () => {
  const { app, fight, guest } = await arena();
  const [ada, ben, visitor] = [await longLived(app), await longLived(app), await guest()];
  await fight([
    [visitor, 10],
    [ada, 5],
    [ben, 4],
  ]);
  await fight([
    [ada, 10],
    [visitor, 5],
  ]);
  expect([await levelOf(app, ada), await levelOf(app, visitor)]).toEqual([1, 1]);
  await fight([
    [ada, 10],
    [visitor, 5],
    [ben, 1],
  ]);
  expect(await levelOf(app, ada)).toBe(2);
});

it('five a day are the most, games and battles together', async () => {
  const { app, clock, fight } = await arena();
  const ada = await longLived(app);
  for (let wins = 0; wins < 3; wins += 1)
    await fight([
      [ada, 10],
      [await longLived(app), 5],
    ]);
  for (let wins = 0; wins < 3; wins += 1) {
    const loser = await longLived(app);
    const { id: gameId } = await gameOf(app, [loser, ada]);
    expectPayload((await execute(app, loser.token, documents.leaveGame, { gameId })).leaveGame);
  }
  expect(await levelOf(app, ada)).toBe(6);
  await fight([
    [ada, 10],
    [await longLived(app), 5],
  ]);
  expect(await levelOf(app, ada)).toBe(6);
  clock.advance(24 * 3_600_000);
  await fight([
    [ada, 10],
    [await longLived(app), 5],
  ]);
  expect(await levelOf(app, ada)).toBe(7);
});
