import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { battleAs, begin, Following, join, only, pollAll, ranksOf, scoring, seedBattle, untilBattle } from './play.ts';

it('is fought from its first fighter to its winner', async () => {
  const app = await startApp();
  const battle = await seedBattle(app, { seconds: 10, title: 'Ten seconds' });
  const [ada, ben, cleo] = battle.fighters;
  const { score } = await scoring(app);
  // Before it begins nothing counts.
  await score([ada, 1_000]);
  const following = new Following(app, battle, ada);
  const begun = expectPayload(await begin(app, battle, ada)).battle;
  expect(begun.status).toBe('RUNNING');
  const began = await following.until('BattleBegan');
  expect(began).toMatchObject({ fighterCount: 3, beganAt: begun.beginsAt, endsAt: begun.endsAt });
  expect(Date.parse(began.endsAt) - Date.parse(began.beganAt)).toBe(10_000);

  await score([ben, 30], [ada, 10]);
  await score([cleo, 20], [ada, 15]);
  const told = new Map<string, number>();
  while (told.get(ada.id) !== 25 || told.size < 3) {
    for (const { person, score: total } of (await following.until('BattleScored')).scores) told.set(person.id, total);
  }
  const running = await battleAs(app, battle, ben);
  expect(running && ranksOf(running).ranks).toEqual([
    [ben.id, 1, 30],
    [ada.id, 2, 25],
    [cleo.id, 3, 20],
  ]);
  expectError(await join(app, battle, await seedPlayer(app)), 'BattleNotWaitingError');

  const finished = await following.until('BattleFinished');
  expect(finished).toMatchObject({ winner: { id: ben.id }, fighterCount: 3 });
  expect(finished.ranking.map(({ person, rank, score: total }) => [person.id, rank, total])).toEqual(
    running && ranksOf(running).ranks,
  );
  expect(Date.parse(finished.finishedAt)).toBeGreaterThanOrEqual(Date.parse(began.endsAt));
  await score([ada, 5_000]);
  const seen = await untilBattle(app, battle, ada, ({ status }) => status === 'FINISHED');
  expect(seen.winner?.id).toBe(ben.id);
  const { ranks, board } = ranksOf(seen);
  expect(ranks).toEqual(running && ranksOf(running).ranks);
  expect(board).toEqual(ranks);
  expect(await pollAll(app, battle, ada)).toEqual(following.seen);
  expect(only(following.seen, 'BattleScored').length).toBeGreaterThan(0);
  // Ten seconds give no level.
  expect(seen.winner?.level).toBe(1);
});
