import { expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import * as documents from '../harness/documents.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedPlayer, type TestGame, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { cupOf, gameOf } from '../game/gameOf.ts';
import { atOnce, tally } from '../game/tally.ts';
import * as groups from '../group/documents.ts';
import { leave as leaveGroup, seedGroup } from '../group/groupOf.ts';
import { recordProgress } from '../progress/documents.ts';
import * as tournaments from '../tournament/documents.ts';
import * as battles from './documents.ts';
import {
  battleAs,
  begin,
  cancel,
  created,
  Following,
  join,
  leave,
  longLived,
  only,
  pollAll,
  scoring,
  seedBattle,
  untilBattle,
} from './play.ts';

let nodes: [App, App];
onTwoNodes({}, (...opened) => void (nodes = opened));

const uuidOf = (id: string) => id.split(':')[1] ?? '';
const countOf = (results: { __typename: string }[], name: string) =>
  results.filter(({ __typename }) => __typename === name).length;

it('as many get in as there are places, over two nodes, each once', async () => {
  const host = await longLived(nodes[0]);
  const battle = await created(nodes[0], host, { maxFighters: 10 });
  const crowd = await Promise.all(Array.from({ length: 30 }, () => seedPlayer(nodes[0])));
  const asked = crowd.flatMap((person) =>
    nodes.map(async (node) => ({ person, result: await join(node, battle, person) })),
  );
  const came = await Promise.all(asked);
  const inside = new Set(
    came.filter(({ result }) => result.__typename === 'JoinBattlePayload').map(({ person }) => person.id),
  );
  expect(inside.size).toBe(9);
  const refused = came.filter(({ person }) => !inside.has(person.id));
  expect(
    countOf(
      refused.map(({ result }) => result),
      'BattleFullError',
    ),
  ).toBe(42);
  const seen = await battleAs(nodes[1], battle, host);
  expect(new Set(seen?.fighters.map(({ user }) => user.id))).toEqual(new Set([host.id, ...inside]));
});

it('a person is in twenty at most, however many they make and join at once over two nodes', async () => {
  const [ada, ben] = [await longLived(nodes[0]), await longLived(nodes[0])];
  const node = (index: number) => nodes[index % 2 === 0 ? 0 : 1];
  const input = { title: 'A race', seconds: 60 };
  const made = await atOnce(
    26,
    async (index) => (await execute(node(index), ada.token, battles.createBattle, { input })).createBattle,
  );
  expect(tally(made.map(({ __typename }) => __typename))).toEqual({ CreateBattlePayload: 20, TooManyBattlesError: 6 });
  const mine = made.flatMap((one) => (one.__typename === 'CreateBattlePayload' ? [one.battle] : []));
  for (const battle of mine.slice(0, 3)) expectPayload(await cancel(nodes[0], battle, ada));
  const others = await atOnce(8, () => created(nodes[0], ben));
  const came = await Promise.all(others.map((battle, index) => join(node(index), battle, ada)));
  expect(tally(came.map(({ __typename }) => __typename))).toEqual({ JoinBattlePayload: 3, TooManyBattlesError: 5 });
});

it('whoever is out of a group is out of its battles that wait, also of those they were about to join', async () => {
  const { id: groupId, owner, members } = await seedGroup(nodes[0], 3);
  const [ben, cleo, dan] = members;
  if (!ben || !cleo || !dan) throw new Error('The group has three members');
  const byBen = await created(nodes[0], ben, { groupId });
  const alone = await created(nodes[1], ben, { groupId });
  const byOwner = await created(nodes[0], owner, { groupId });
  const running = await created(nodes[1], owner, { groupId });
  expectPayload(await join(nodes[0], running, ben));
  expectPayload(await begin(nodes[0], running, owner));
  expectPayload(await join(nodes[1], byBen, cleo));
  await Promise.all([
    leaveGroup(nodes[1], ben, groupId),
    join(nodes[0], byOwner, ben),
    execute(nodes[0], owner.token, groups.kickGroupMember, { groupId, userId: cleo.id }),
    join(nodes[1], byOwner, cleo),
    execute(nodes[1], owner.token, groups.banFromGroup, { groupId, userId: dan.id }),
    join(nodes[0], byOwner, dan),
  ]);
  const fightersOf = async (battle: { id: string }) =>
    (await battleAs(nodes[0], battle, owner))?.fighters.map(({ user }) => user.id);
  expect(await fightersOf(byOwner)).toEqual([owner.id]);
  expect(await fightersOf(running)).toEqual([owner.id, ben.id]);
  for (const battle of [byBen, alone]) {
    expect(await battleAs(nodes[1], battle, owner)).toMatchObject({ status: 'CANCELLED', cancelReason: 'EMPTY' });
  }

  // Where the second half of that was never done, they leave it themselves.
  await nodes[0].services.pool.query(
    'insert into fighter (battle_id, user_id, seat, joined_at, announced) values ($1, $2, 9, now(), true)',
    [uuidOf(byOwner.id), uuidOf(ben.id)],
  );
  expectPayload(await leave(nodes[1], byOwner, ben));
  expect(await fightersOf(byOwner)).toEqual([owner.id]);
  expectError(await leave(nodes[1], byOwner, ben), 'NotFoundError');
});

it('is begun once, whoever asks at once, and either begun or cancelled', async () => {
  const battle = await seedBattle(nodes[0]);
  const [host] = battle.fighters;
  const begun = await Promise.all([0, 1, 0, 1].map((index) => begin(nodes[index === 0 ? 0 : 1], battle, host)));
  expect(new Set(begun.map((result) => expectPayload(result).battle.endsAt)).size).toBe(1);
  expect(only(await pollAll(nodes[1], battle, host), 'BattleBegan').length).toBe(1);

  const other = await seedBattle(nodes[0]);
  const [first] = other.fighters;
  const [begins, cancels] = await Promise.all([begin(nodes[0], other, first), cancel(nodes[1], other, first)]);
  const { status } = (await battleAs(nodes[0], other, first)) ?? {};
  expect([begins.__typename, cancels.__typename]).toEqual(
    status === 'RUNNING'
      ? ['BeginBattlePayload', 'BattleNotWaitingError']
      : ['BattleNotWaitingError', 'CancelBattlePayload'],
  );
});

it('who joins as it begins is in it and told of, or is told that it has begun', async () => {
  const battle = await seedBattle(nodes[0]);
  const [host] = battle.fighters;
  const crowd = await Promise.all(Array.from({ length: 20 }, () => seedPlayer(nodes[0])));
  const [, ...joins] = await Promise.all([
    begin(nodes[0], battle, host),
    ...crowd.map((person, index) => join(nodes[index % 2 === 0 ? 0 : 1], battle, person)),
  ]);
  const came = crowd.filter((_, index) => joins[index]?.__typename === 'JoinBattlePayload').map(({ id }) => id);
  const seen = await battleAs(nodes[0], battle, host);
  expect(new Set(seen?.fighters.map(({ user }) => user.id))).toEqual(
    new Set([...battle.fighters.map(({ id }) => id), ...came]),
  );
  const events = await pollAll(nodes[0], battle, host);
  expect(only(events, 'BattleBegan')[0]?.fighterCount).toBe(seen?.fighterCount);
  const told = only(events, 'BattleJoined').flatMap(({ fighters }) => fighters.map(({ id }) => id));
  expect(new Set(told)).toEqual(new Set(seen?.fighters.map(({ user }) => user.id)));
  // Whoever joined counts.
  const { score } = await scoring(nodes[0]);
  await score(...crowd.map(({ id }): [{ id: string }, number] => [{ id }, 5]));
  const after = await battleAs(nodes[1], battle, host);
  const scored = after?.fighters.filter(({ score: points }) => points === 5).map(({ user }) => user.id);
  expect(new Set(scored)).toEqual(new Set(came));
});

it('a crowd that comes at once is told of in few events, and state and events agree', async () => {
  const host = await longLived(nodes[0]);
  const battle = await created(nodes[0], host, { maxFighters: 200 });
  const following = new Following(nodes[1], battle, host);
  const crowd = await Promise.all(Array.from({ length: 100 }, () => seedPlayer(nodes[0])));
  const began = performance.now();
  await Promise.all(
    crowd.map(async (person, index) => expectPayload(await join(nodes[index % 2 === 0 ? 0 : 1], battle, person))),
  );
  await following.until('BattleJoined', ({ fighterCount }) => fighterCount === 101);
  const seconds = (performance.now() - began) / 1_000;
  const joins = only(following.seen, 'BattleJoined');
  expect(joins.length).toBeLessThanOrEqual(3 + 2 * seconds);
  expect(new Set(joins.flatMap(({ fighters }) => fighters.map(({ id }) => id))).size).toBe(101);
  for (const person of crowd.slice(0, 5)) expectPayload(await leave(nodes[0], battle, person));
  await following.until('BattleLeft', ({ fighterCount }) => fighterCount === 96);
  expect((await battleAs(nodes[0], battle, host))?.fighterCount).toBe(96);
});

it('what is scored on two nodes around the end is in the ranking exactly as it was counted', async () => {
  const battle = await seedBattle(nodes[0], { seconds: 10 });
  const [ada, ben, cleo] = battle.fighters;
  const { endsAt } = expectPayload(await begin(nodes[0], battle, ada)).battle;
  const { score } = await scoring(nodes[0]);
  const other = await scoring(nodes[1]);
  const end = Date.parse(endsAt ?? '');
  const abort = new AbortController();
  await nodes[0].services.clock.reach(end - 500, abort.signal);
  // Each after its last, till well past the end; what came of them the invariants know.
  const fire = async (shoot: typeof score) => {
    while (nodes[0].services.clock.now() < end + 300) await shoot([ada, 1], [ben, 2], [cleo, 1]);
  };
  await Promise.all([fire(score), fire(other.score), fire(score)]);
  const seen = await untilBattle(nodes[1], battle, ada, ({ status }) => status === 'FINISHED');
  expect(seen.winner?.id).toBe(ben.id);
  expect(seen.fighters.map(({ user, score: points }) => [user.id, points])).toEqual(
    seen.scoreboard.top.edges.map(({ node }) => [node.user.id, node.score]),
  );
  const finished = only(await pollAll(nodes[0], battle, ada), 'BattleFinished')[0];
  expect(finished?.ranking.map(({ person, score: points }) => [person.id, points])).toEqual(
    seen.fighters.map(({ user, score: points }) => [user.id, points]),
  );
});

it('wins, levels and scores of people in a battle and a tournament do not deadlock', async () => {
  const clock = new ManualClock();
  const app = await startApp({ clock });
  const beside = await startApp({ clock, beside: app });
  const service = await seedService(app);
  const admin = await seedPlayer(app, ['admin']);
  const battle = await seedBattle(app, { seconds: 3_600 });
  const [ada, ben, cleo] = battle.fighters;
  const later = (ms: number) => new Date(clock.now() + ms).toISOString();
  const times = { startsAt: later(0), entryClosesAt: later(3_600_000), endsAt: later(7_200_000) };
  const { defineTournament } = await execute(app, admin.token, tournaments.defineTournament, {
    input: { name: 'Now', ...times, minLevel: 1, entryFee: 0 },
  });
  const { id: tournamentId } = expectPayload(defineTournament).tournament;
  for (const { token } of battle.fighters) {
    const { enterTournament } = await execute(app, token, tournaments.enterTournament, { input: { tournamentId } });
    expectPayload(enterTournament);
  }
  expectPayload(await begin(app, battle, ada));
  const { score } = await scoring(beside);
  const rise = (userId: string, eventId: string) =>
    execute(beside, service.token, recordProgress, { input: { userId, levels: 1, eventId } });
  for (let round = 0; round < 3; round += 1) {
    const games = [await toTheLastCup(app, clock, ada), await toTheLastCup(app, clock, ben)];
    const endings = [];
    for (const game of games) endings.push(await doubtedLastThrow(app, game));
    // Each of these writes the same people's scores, and most of them their levels.
    await Promise.all([
      ...endings.map(async (win) => expect((await win()).game).toMatchObject({ status: 'FINISHED' })),
      ...[ada, ben].flatMap(({ id }) => ['a', 'b', 'c'].map((name) => rise(id, `${id}-${round}-${name}`))),
      score([ben, 1], [ada, 1], [cleo, 1]),
      score([ada, 1], [cleo, 1], [ben, 1]),
    ]);
  }
  const { fighters = [] } = (await battleAs(app, battle, ada)) ?? {};
  expect(fighters.find(({ user }) => user.id === cleo.id)?.score).toBe(6);
});

/** A game in which the first player has one cup left to hit. */
async function toTheLastCup(app: App, clock: ManualClock, winner: TestPlayer): Promise<TestGame> {
  const game = await gameOf(app, [winner, await longLived(app)]);
  for (let position = 0; position < 5; position += 1) {
    const { throw: ball } = await ballInFlight(app, winner.token, game.id, cupOf(game.players[1], position));
    clock.advance(15_000);
    await eventually(
      'It landed',
      () => execute(app, winner.token, documents.throwState, { id: ball.id }),
      ({ node }) => node?.__typename === 'Throw' && node.status === 'LANDED',
    );
  }
  return game;
}

/** A throw at the last cup, challenged. What this returns answers, and so wins the game. */
async function doubtedLastThrow(app: App, { id, players }: TestGame) {
  const [winner, loser] = players;
  const { throw: ball, answerKey } = await ballInFlight(app, winner.token, id, cupOf(loser, 5));
  expectPayload((await execute(app, loser.token, documents.challengeThrow, { throwId: ball.id })).challengeThrow);
  return async () => {
    const answer = { throwId: ball.id, secret: answerKey ?? '' };
    expectPayload((await execute(app, winner.token, documents.answerChallenge, answer)).answerChallenge);
    return execute(app, winner.token, documents.gameState, { id });
  };
}
