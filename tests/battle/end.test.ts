import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { recordScores } from '../../resolvers/scoreboard/recordScores.ts';
import { countOf, openApp, startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import type { TestPlayer } from '../harness/seed.ts';
import type { TestBoard } from '../scoreboard/boardOf.ts';
import {
  battleAs,
  begin,
  only,
  pollAll,
  ranksOf,
  scoring,
  seedBattle,
  untilBattle,
  type BattleSeen,
  type TestBattle,
} from './play.ts';

let app: App;
const clock = new ManualClock();
onOneNode({ clock }, (opened) => void (app = opened));

const uuidOf = (id: string) => id.split(':')[1] ?? '';

/** Somebody in the midst of writing scores. */
async function writer(app: App) {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  const end = async (how: 'commit' | 'rollback') => {
    await client.query(how);
    await client.end();
  };
  return {
    async write({ id }: Pick<TestBoard, 'id'>, { id: userId }: Pick<TestPlayer, 'id'>, points: number, at: number) {
      const board = { id: uuidOf(id), season: 1, operator: 'INCREMENT', sortOrder: 'HIGHEST_FIRST' } as const;
      const score = { userId: uuidOf(userId), points, action: null, key: randomUUID(), source: 'Service:test' };
      await recordScores(client, board, [score], at);
    },
    commit: () => end('commit'),
    rollBack: () => end('rollback'),
    /** Has written something elsewhere, and nothing into the ledger. */
    elsewhere: () => client.query(`insert into live_node (id, seen_at) values (gen_random_uuid(), now())`),
  };
}

async function run(app: App, seconds = 60): Promise<TestBattle> {
  const battle = await seedBattle(app, { seconds });
  expectPayload(await begin(app, battle, battle.fighters[0]));
  return battle;
}

/** A battle under way in which Ada has ten points, and what gives more. */
async function scene(app: App) {
  const battle = await run(app);
  const [ada, ben, cleo] = battle.fighters;
  const { board, score } = await scoring(app);
  await score([ada, 10]);
  return { battle, ada, ben, cleo, board, score };
}

const finished = (app: App, battle: TestBattle) =>
  untilBattle(app, battle, battle.fighters[0], ({ status }) => status === 'FINISHED');

/** Who has how many points, the best first. */
const pointsOf = (seen: BattleSeen) => ranksOf(seen).ranks.map(([id, , points]) => [id, points]);

const unfed = (app: App, { id }: TestBattle) =>
  eventually(
    'Nobody feeds the board',
    async () =>
      (await app.services.pool.query('select from score_feed where scoreboard_id = $1', [uuidOf(id)])).rowCount,
    (count) => count === 0,
  );

it('counts what was being recorded as it began', async () => {
  const battle = await seedBattle(app);
  const [ada, ben, cleo] = battle.fighters;
  const { board, score } = await scoring(app);
  await score([ada, 1_000]);
  clock.advance(1);
  // Have looked whom the scores count for, before there was a battle; one gives up.
  const [slow, vain] = [await writer(app), await writer(app)];
  await slow.write(board, ben, 30, clock.now());
  await vain.write(board, cleo, 40, clock.now());
  expectPayload(await begin(app, battle, ada));
  await (await scoring(app)).score([ben, 1]);
  await slow.commit();
  await vain.rollBack();
  const counted = await untilBattle(app, battle, ada, ({ fighters }) => fighters[0]?.score === 31);
  expect(pointsOf(counted)).toEqual([
    [ben.id, 31],
    [ada.id, 0],
    [cleo.id, 0],
  ]);
  await score([ben, 1], [cleo, 2]);
  clock.advance(60_000);
  const seen = await finished(app, battle);
  expect(pointsOf(seen)).toEqual([
    [ben.id, 32],
    [cleo.id, 2],
    [ada.id, 0],
  ]);
  expect(ranksOf(seen).board).toEqual(ranksOf(seen).ranks);
});

it('waits for whoever was writing scores as it ended, and counts them', async () => {
  const { battle, ada, ben, cleo, board } = await scene(app);
  clock.advance(59_999);
  const slow = await writer(app);
  await slow.write(board, ben, 30, clock.now());
  clock.advance(1);
  await unfed(app, battle);
  // Whoever comes now comes late, whatever time they say it is.
  const late = await writer(app);
  await late.write(board, cleo, 100, clock.now() - 1);
  await late.commit();
  expect(await battleAs(app, battle, ada)).toMatchObject({ status: 'RUNNING', winner: null });
  await slow.commit();
  clock.advance(2_000);
  const seen = await finished(app, battle);
  expect(seen.winner?.id).toBe(ben.id);
  expect(pointsOf(seen)).toEqual([
    [ben.id, 30],
    [ada.id, 10],
    [cleo.id, 0],
  ]);
  expect(ranksOf(seen).board).toEqual(ranksOf(seen).ranks);
});

it('counts nothing of who gives up', async () => {
  const { battle, ada, ben, board } = await scene(app);
  const slow = await writer(app);
  await slow.write(board, ben, 30, clock.now());
  clock.advance(60_000);
  await unfed(app, battle);
  await slow.rollBack();
  clock.advance(2_000);
  const seen = await finished(app, battle);
  expect(seen.winner?.id).toBe(ada.id);
});

it('does not wait for who writes elsewhere', async () => {
  const battle = await run(app);
  const slow = await writer(app);
  await slow.elsewhere();
  clock.advance(60_000);
  await finished(app, battle);
  await slow.rollBack();
});

it('waits for nobody longer than twenty seconds', async () => {
  const { battle, ada, ben, board } = await scene(app);
  const stuck = await writer(app);
  await stuck.write(board, ben, 30, clock.now());
  const failures = () => countOf(app, 'cupbearer_deadline_failures_total', { kind: 'BATTLE_END' });
  const before = await failures();
  clock.advance(60_000);
  await eventually('An attempt is over', failures, (count) => count > before);
  expect(await battleAs(app, battle, ada)).toMatchObject({ status: 'RUNNING' });
  clock.advance(20_000);
  const seen = await finished(app, battle);
  expect(seen.winner?.id).toBe(ada.id);
  expect(await countOf(app, 'cupbearer_battle_writers_outwaited_total', {})).toBe(1);
  await stuck.rollBack();
});

it('a node that begins while a battle runs ends it, and one that ended while it was down', async () => {
  const clock = new ManualClock();
  const first = await openApp({ clock });
  const { battle, ben, board, score } = await scene(first);
  const over = await run(first, 30);
  await score([over.fighters[1], 5]);
  await first.stop();
  clock.advance(45_000);
  const second = await startApp({ clock, beside: first });
  expect((await finished(second, over)).winner?.id).toBe(over.fighters[1].id);
  const again = await writer(second);
  await again.write(board, ben, 20, clock.now());
  await again.commit();
  clock.advance(15_000);
  const seen = await finished(second, battle);
  expect(seen.winner?.id).toBe(ben.id);
  await second.stop();
  await first.close();
});

it.each(['the feeds are gone', 'nothing was done'])(
  'a worker that dies at the end leaves it to the next: %s',
  async (how) => {
    const clock = new ManualClock();
    const first = await openApp({ clock, env: { ROLE: 'http,live' } });
    const battle = await run(first);
    const [ada, ben] = battle.fighters;
    const { score } = await scoring(first);
    await score([ada, 10], [ben, 20]);
    clock.advance(60_000);
    if (how === 'the feeds are gone') await first.services.pool.query('delete from score_feed');
    // Taken by somebody who will never do it, with the recount of its beginning: whatever is due ends what is over.
    await first.services.pool.query(`update deadline set attempts = 1, retry_at = $1`, [new Date(clock.now() + 1_000)]);
    const worker = await startApp({ clock, beside: first });
    expect(await battleAs(worker, battle, ada)).toMatchObject({ status: 'RUNNING' });
    clock.advance(1_000);
    const seen = await finished(worker, battle);
    expect(pointsOf(seen).slice(0, 2)).toEqual([
      [ben.id, 20],
      [ada.id, 10],
    ]);
    const events = await pollAll(worker, battle, ada);
    // What was not told before is told with the end.
    expect(events.slice(-2).map(({ __typename }) => __typename)).toEqual(['BattleScored', 'BattleFinished']);
    expect(only(events, 'BattleScored').flatMap(({ scores }) => scores.map(({ person }) => person.id))).toEqual([
      ben.id,
      ada.id,
    ]);
    await worker.stop();
    await first.close();
  },
);

it('asked to end by several at once, it ends once', async () => {
  const beside = await startApp({ clock, beside: app });
  const { settleDue } = await import('../../resolvers/settleDue.ts');
  const battle = await run(app);
  const { score } = await scoring(app);
  await score([battle.fighters[1], 3]);
  clock.advance(60_000);
  const due = { kind: 'BATTLE_END', subject: uuidOf(battle.id), gameId: null } as const;
  await Promise.all([app, beside, app, beside].map(({ services }) => settleDue(services, due)));
  await settleDue(app.services, due);
  const events = await pollAll(beside, battle, battle.fighters[0]);
  expect(only(events, 'BattleFinished')).toMatchObject([{ winner: { id: battle.fighters[1].id } }]);
  const seen = await battleAs(app, battle, battle.fighters[0]);
  expect(seen && pointsOf(seen)).toEqual([
    [battle.fighters[1].id, 3],
    [battle.fighters[0].id, 0],
    [battle.fighters[2].id, 0],
  ]);
});
