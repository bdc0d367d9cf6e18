import { expect, it } from 'vitest';
import { gql } from '../gql/gql.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import type { TestPlayer } from '../harness/seed.ts';
import {
  battleAs,
  begin,
  cancel,
  created,
  join,
  leave,
  longLived,
  pollAll,
  scoring,
  seedBattle,
  untilBattle,
} from './play.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

/** Whose clock stands until it is moved. */
let still: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (still = opened));

const hourMs = 3_600_000;
const inTenMinutes = (app: App) => new Date(app.services.clock.now() + 600_000).toISOString();

const warnings = gql(`
  query BattleWarnings {
    me { events(first: 100) { edges { node { __typename ... on BattleStarting { battleId title beginsAt } } } } }
  }`);

async function warningsOf(app: App, { token }: TestPlayer) {
  const { me } = await execute(app, token, warnings);
  return me?.events.edges.flatMap(({ node }) => (node.__typename === 'BattleStarting' ? [node] : [])) ?? [];
}

it('begins at its time by itself, a minute after it told its fighters, and ends by itself', async () => {
  const app = still;
  const beginsAt = inTenMinutes(app);
  const battle = await seedBattle(app, { seconds: 30, beginsAt, title: 'At ten' });
  const [ada, ben, cleo] = battle.fighters;
  expectPayload(await leave(app, battle, cleo));
  clock.advance(540_000);
  const starting = { __typename: 'BattleStarting', battleId: battle.id, title: 'At ten', beginsAt };
  for (const person of [ada, ben]) {
    await eventually(
      'The warning',
      () => warningsOf(app, person),
      (told) => told.length > 0,
    );
    expect(await warningsOf(app, person)).toEqual([starting]);
  }
  expect(await warningsOf(app, cleo)).toEqual([]);
  // Who comes later is told as they come, and nobody twice.
  const dan = await longLived(app);
  for (const person of [dan, ben]) {
    expectPayload(await join(app, battle, person));
    expectPayload(await leave(app, battle, person));
    expectPayload(await join(app, battle, person));
    expect(await warningsOf(app, person)).toEqual([starting]);
  }
  expectPayload(await leave(app, battle, dan));
  expect(await battleAs(app, battle, ada)).toMatchObject({ status: 'WAITING', beginsAt, endsAt: null, winner: null });
  clock.advance(59_999);
  expect(await battleAs(app, battle, ada)).toMatchObject({ status: 'WAITING' });
  clock.advance(1);
  const running = await untilBattle(app, battle, ada, ({ status }) => status === 'RUNNING');
  expect(running).toMatchObject({ beginsAt, endsAt: new Date(Date.parse(beginsAt) + 30_000).toISOString() });
  expect(running.fighters.map(({ user, rank, score }) => [user.id, rank, score])).toEqual([
    [ada.id, 1, 0],
    [ben.id, 2, 0],
  ]);
  const { score } = await scoring(app);
  await score([ben, 5]);
  clock.advance(30_000);
  const finished = await untilBattle(app, battle, ada, ({ status }) => status === 'FINISHED');
  expect(finished).toMatchObject({ winner: { id: ben.id } });
  expect(await warningsOf(app, ada)).toEqual([starting]);
});

it('is cancelled at its time when too few came', async () => {
  const app = still;
  const ada = await longLived(app);
  const battle = await created(app, ada, { beginsAt: inTenMinutes(app) });
  clock.advance(600_000);
  const cancelled = await untilBattle(app, battle, ada, ({ status }) => status === 'CANCELLED');
  expect(cancelled).toMatchObject({ cancelReason: 'TOO_FEW', endsAt: null });
  expect((await pollAll(app, battle, ada)).at(-1)).toMatchObject({
    __typename: 'BattleCancelled',
    cancelReason: 'TOO_FEW',
    by: null,
    fighterCount: 1,
  });
});

it('is cancelled a day after its making where nobody begins it', async () => {
  const app = still;
  const battle = await seedBattle(app);
  clock.advance(24 * hourMs - 1);
  expect(await battleAs(app, battle, battle.fighters[0])).toMatchObject({ status: 'WAITING' });
  clock.advance(1);
  const stale = await untilBattle(app, battle, battle.fighters[1], ({ status }) => status === 'CANCELLED');
  expect(stale.cancelReason).toBe('STALE');
});

it('is begun, cancelled and left as the rules have it, asked once or twice', async () => {
  const battle = await seedBattle(app, { minFighters: 3, maxFighters: 3 });
  const [ada, ben, cleo] = battle.fighters;
  const dan = await longLived(app);
  expect(expectError(await join(app, battle, dan), 'BattleFullError').maxFighters).toBe(3);
  expectError(await begin(app, battle, ben), 'NotHostError');
  expect(expectPayload(await leave(app, battle, cleo)).battle).toMatchObject({ fighterCount: 2, fighting: false });
  expectPayload(await leave(app, battle, cleo));
  expect(expectError(await begin(app, battle, ada), 'NotEnoughFightersError')).toMatchObject({
    fighters: 2,
    needed: 3,
  });
  // A host who leaves gives the battle to whoever came next.
  expect(expectPayload(await leave(app, battle, ada)).battle.host.id).toBe(ben.id);
  for (const person of [cleo, dan, dan]) expectPayload(await join(app, battle, person));
  expectError(await cancel(app, battle, ada), 'NotHostError');
  const begun = expectPayload(await begin(app, battle, ben)).battle;
  expect(expectPayload(await begin(app, battle, ben)).battle).toEqual(begun);
  expect(expectError(await cancel(app, battle, ben), 'BattleNotWaitingError').status).toBe('RUNNING');
  expect(expectError(await leave(app, battle, dan), 'BattleNotWaitingError').status).toBe('RUNNING');
  expect(expectPayload(await join(app, battle, dan)).battle.fighting).toBe(true);

  const other = await seedBattle(app);
  expect(expectPayload(await cancel(app, other, other.fighters[0])).battle.cancelReason).toBe('HOST');
  expectPayload(await cancel(app, other, other.fighters[0]));
  expectError(await begin(app, other, other.fighters[0]), 'BattleNotWaitingError');
  const alone = await created(app, ada);
  expect(expectPayload(await leave(app, alone, ada)).battle).toMatchObject({
    status: 'CANCELLED',
    cancelReason: 'EMPTY',
  });
});

it('is the same battle by the same key, and a person is in twenty at most', async () => {
  const [ada, ben] = [await longLived(app), await longLived(app)];
  const one = await created(app, ada, { key: 'friday' });
  const again = await Promise.all([1, 2, 3].map(() => created(app, ada, { key: 'friday', title: 'Other' })));
  expect(again.map(({ id, title }) => [id, title])).toEqual(again.map(() => [one.id, one.title]));
  expect((await created(app, ben, { key: 'friday' })).id).not.toBe(one.id);
  for (let count = 1; count < 20; count += 1) await created(app, ada);
  const full = await execute(
    app,
    ada.token,
    `mutation { createBattle(input: { title: "More", seconds: 10 }) { ... on TooManyBattlesError { mostBattles } } }`,
  );
  expect(full).toEqual({ createBattle: { mostBattles: 20 } });
  expectPayload(await cancel(app, one, ada));
  await created(app, ada);
});

it.each([
  [{ title: '' }, 'title'],
  [{ seconds: 9 }, 'seconds'],
  [{ minFighters: 4, maxFighters: 3 }, 'maxFighters'],
  [{ beginsAt: '2020-01-01T00:00:00Z' }, 'beginsAt'],
  [{ key: '' }, 'key'],
])('is refused as %j', async (input, field) => {
  const ada = await longLived(app);
  const { createBattle } = await execute<{ createBattle: { fields: { field: string }[] } }, object>(
    app,
    ada.token,
    `mutation($input: CreateBattleInput!) { createBattle(input: $input) { ... on InvalidInputError { fields { field } } } }`,
    { input: { title: 'A race', seconds: 60, ...input } },
  );
  expect(createBattle.fields.map((wrong) => wrong.field)).toEqual([field]);
});
