import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { kinds } from '../../server/analytics/kinds.ts';
import { OutsidePeople } from '../../server/auth/outsidePeople.ts';
import * as account from '../account/documents.ts';
import { password, signedIn } from '../account/signedUp.ts';
import { begin, cancel, created, join as joinBattle, leave as leaveBattle, scoring } from '../battle/play.ts';
import { lobbyOf } from '../game/gameOf.ts';
import * as groups from '../group/documents.ts';
import { leave as leaveGroup, seedGroup } from '../group/groupOf.ts';
import { openApp } from '../harness/app.ts';
import * as harness from '../harness/documents.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { ballInFlight, seedGame, seedPlayer } from '../harness/seed.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { run } from '../quiz/play.ts';
import { answer, reveal, seedRoom, start } from '../quiz/seedRoom.ts';
import { boardOf } from '../scoreboard/boardOf.ts';
import * as boards from '../scoreboard/documents.ts';
import { claim, Contestants, current, enter } from '../tournament/contestants.ts';
import { bare, connection, ofType, recording, untilRecorded, type Recorded } from './recorded.ts';

const morning = Date.UTC(2026, 10, 2, 8);
const untilMidnight = 16 * 3_600_000;

describe.runIf(inject('redisUrl'))('product events', () => {
  const clock = new ManualClock(morning);
  let app: Awaited<ReturnType<typeof openApp>>;
  /** Kinds that some test has looked at. */
  const met = new Set<string>();

  beforeAll(async () => {
    app = await openApp({ clock, env: recording, alone: 'what one node notes, in its order' });
  });
  afterAll(() => app.close());

  /** Those of one thing, once there are so many. */
  async function about(subject: string, count: number): Promise<Recorded[]> {
    const named = (event: Recorded) => [event.user, ...Object.values(event.props)].includes(bare(subject));
    const events = await untilRecorded(connection(), app, (all) => all.filter(named).length >= count);
    for (const { type } of events.filter(named)) met.add(type);
    return events.filter(named);
  }
  const told = (events: readonly Recorded[], type: string) =>
    ofType(events, type).map(({ user, props }) => [user, props] as const);

  it('tell a game from its lobby to its end', async () => {
    const { id, players } = await seedGame(app, { cupsPerPlayer: 1, challengeSeconds: 5 });
    const [ada, ben] = players;
    const { throw: thrown } = await ballInFlight(app, ada.token, id, ben.cups[0] ?? '');
    clock.advance(5_000);
    const events = await about(id, 7);
    const game = bare(id);
    expect(events.map(({ type }) => type)).toEqual([
      'game_joined',
      'game_joined',
      'game_started',
      'throw_settled',
      'game_finished',
      'game_played',
      'game_played',
    ]);
    expect(told(events, 'game_joined')).toEqual([
      [bare(ada.id), { game, seat: 0 }],
      [bare(ben.id), { game, seat: 1 }],
    ]);
    const settled = { game, throw: bare(thrown.id), status: 'LANDED', challenged: false };
    expect(told(events, 'throw_settled')).toEqual([[bare(ada.id), settled]]);
    const finished = { game, players: 2, durationMs: 5_000, winner: bare(ada.id) };
    expect(told(events, 'game_finished')).toEqual([[null, finished]]);
    expect(new Map(told(events, 'game_played'))).toEqual(
      new Map([
        [bare(ada.id), { game, score: 10, won: true }],
        [bare(ben.id), { game, score: 0, won: false }],
      ]),
    );
    expect(ofType(events, 'game_finished')[0]?.at).toBe(clock.now());
  });

  it('tell a lobby that came to nothing', async () => {
    const host = await seedPlayer(app);
    const gameId = await lobbyOf(app, [host]);
    await execute(app, host.token, harness.leaveGame, { gameId });
    const events = await about(gameId, 3);
    expect(told(events, 'game_left')).toEqual([[bare(host.id), { game: bare(gameId), forfeited: false }]]);
    expect(ofType(events, 'game_abandoned')).toHaveLength(1);
  });

  it('tell a battle, and each fighter’s part in it', async () => {
    const [ada, ben, cleo] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
    const { id } = await created(app, ada, { seconds: 30 });
    for (const fighter of [ben, cleo]) expectPayload(await joinBattle(app, { id }, fighter));
    expectPayload(await leaveBattle(app, { id }, cleo));
    expectPayload(await begin(app, { id }, ada));
    const { score } = await scoring(app);
    await score([ben, 7]);
    clock.advance(30_000);
    const battle = bare(id);
    const events = await about(id, 7);
    const user = ({ id: userId }: { id: string }) => bare(userId);
    expect(told(events, 'battle_started')).toEqual([[null, { battle, fighters: 2, seconds: 30 }]]);
    expect(told(events, 'battle_finished')).toEqual([[null, { battle, fighters: 2, winner: user(ben) }]]);
    expect(told(events, 'battle_fought')).toEqual([
      [user(ben), { battle, rank: 1, score: 7, won: true }],
      [user(ada), { battle, rank: 2, score: 0, won: false }],
    ]);
    expect(told(events, 'battle_left')).toEqual([[user(cleo), { battle, fighters: 2 }]]);
    expect(ofType(events, 'battle_joined').map((event) => event.user)).toEqual(
      expect.arrayContaining([user(ada), user(ben)]),
    );
    const other = await created(app, ada);
    expectPayload(await cancel(app, other, ada));
    const cancelled = { battle: bare(other.id), fighters: 1, because: 'HOST' };
    expect(told(await about(other.id, 2), 'battle_cancelled')).toEqual([[null, cancelled]]);
  });

  it('tell a quiz', async () => {
    const room = await seedRoom(app);
    const [ada, ben] = room.players;
    if (!ada || !ben) throw new Error('Two came');
    clock.advance(1_000);
    await start(app, room);
    await answer(app, room, ada, 0, [1]);
    clock.advance(10_000);
    await reveal(app, room);
    expect(await run(app, room, room.host, 'END')).toBe('EndQuizPayload');
    const events = await about(room.id, 7);
    const quiz = { room: bare(room.id), players: 2 };
    expect(told(events, 'quiz_started')).toEqual([[null, { ...quiz, questions: 2 }]]);
    expect(told(events, 'quiz_question_closed')).toEqual([[null, { ...quiz, question: 0, answered: 1 }]]);
    const finished = { ...quiz, questions: 1, durationMs: 10_000, because: 'STOPPED' };
    expect(told(events, 'quiz_finished')).toEqual([[null, finished]]);
    const scores = new Map(told(events, 'quiz_played'));
    expect([...scores.keys()].toSorted()).toEqual([ada, ben].map(({ id }) => bare(id)).toSorted());
    expect(scores.get(bare(ben.id))).toEqual({ room: bare(room.id), score: 0 });
    const { score } = scores.get(bare(ada.id)) as { score: number };
    expect(score).toBeGreaterThan(0);
    for (const { id } of [ada, ben]) {
      expect(told(events, 'quiz_joined')).toContainEqual([bare(id), { room: bare(room.id), plays: true }]);
    }
  });

  it('tell who is in a group, and who is no more', async () => {
    const { id, owner, members } = await seedGroup(app, 3);
    const [ada, ben, cleo] = members;
    if (!ada || !ben || !cleo) throw new Error('Three came');
    await leaveGroup(app, ada, id);
    const on = ({ id: userId }: { id: string }) => ({ groupId: id, userId });
    expectPayload((await execute(app, owner.token, groups.kickGroupMember, on(ben))).kickGroupMember);
    expectPayload((await execute(app, owner.token, groups.banFromGroup, on(cleo))).banFromGroup);
    const events = await about(id, 7);
    const group = bare(id);
    expect(told(events, 'group_joined')).toEqual([
      [bare(owner.id), { group, founded: true }],
      ...members.map((member) => [bare(member.id), { group, founded: false }]),
    ]);
    expect(told(events, 'group_left')).toEqual([
      [bare(ada.id), { group, because: 'LEFT' }],
      [bare(ben.id), { group, because: 'KICKED' }],
      [bare(cleo.id), { group, because: 'BANNED' }],
    ]);
  });

  it('tell who looks at a board, each once', async () => {
    const { board } = await scoring(app);
    const [ada, ben, cleo] = [await seedPlayer(app), await seedPlayer(app), await seedPlayer(app)];
    const { key } = board;
    for (const { token } of [ada, ada, board.service]) await execute(app, token, boards.boardTop, { key });
    await execute(app, ben.token, boards.boardAround, { key });
    const client = connect(app, cleo.token);
    await subscribe(client, boards.follow, { scoreboardId: board.id }).next();
    await client.dispose();
    const events = await about(board.id, 3);
    const seen = (how: string) => ({ board: bare(board.id), how });
    expect(told(events, 'leaderboard_view')).toEqual([
      [bare(ada.id), seen('TOP')],
      [bare(ben.id), seen('AROUND')],
      [bare(cleo.id), seen('LIVE')],
    ]);
  });

  it('tell how people signed up, and of a session until they sign out', async () => {
    const input = { handle: `u-${crypto.randomUUID().slice(0, 13)}`, password };
    const { signUp } = await execute(app, null, account.signUp, { input });
    const { accessToken, user } = expectPayload(signUp).session;
    await execute(app, accessToken, harness.me);
    clock.advance(60_000);
    // They are still here when another session of theirs ends.
    await signedIn(app, user.handle);
    const { mySessions } = await execute(app, accessToken, account.mySessions);
    const sessionId = mySessions.find((session) => !session.current)?.id ?? '';
    expectPayload((await execute(app, accessToken, account.endSession, { sessionId })).endSession);
    clock.advance(60_000);
    await execute(app, accessToken, account.signOut);
    const events = await about(user.id, 3);
    expect(told(events, 'signed_up')).toEqual([[bare(user.id), { how: 'PASSWORD' }]]);
    const [[, { session }] = [null, {}]] = told(events, 'session_started') as [string, { session?: string }][];
    expect(told(events, 'session_ended')).toEqual([
      [bare(user.id), { session, durationMs: 120_000, because: 'SIGNED_OUT' }],
    ]);

    const { playAsGuest } = await execute(app, null, account.playAsGuest, { input: {} });
    const { users } = await boardOf(app, {}, 1);
    const outside = { issuer: 'https://login.example.com', subject: 'ada', wanted: 'ada' };
    const people = new OutsidePeople(app.services.pool, clock, app.services.product);
    const stranger = await people.personOf(outside);
    const others = { GUEST: expectPayload(playAsGuest).session.user.id, SERVICE: users[0] ?? '', ISSUER: stranger.id };
    for (const [how, id] of Object.entries(others)) {
      expect(told(await about(id, 1), 'signed_up')).toEqual([[bare(id), { how }]]);
    }
  });

  it('tell a tournament, its rewards and the levels behind it', async () => {
    const contestants = await Contestants.of(app);
    const ada = await contestants.seed();
    await enter(app, ada);
    const { id } = await current(app, ada);
    clock.advance(untilMidnight);
    await about(id, 2);
    await claim(app, ada, id);
    const events = await about(id, 3);
    const tournament = bare(id);
    const [[who, entered] = []] = told(events, 'tournament_entered');
    expect([who, entered]).toEqual([bare(ada.id), { tournament, group: expect.any(String), fee: 500 }]);
    expect(told(events, 'tournament_finished')).toEqual([[null, { tournament }]]);
    expect(told(events, 'reward_paid')).toEqual([[bare(ada.id), { tournament, rank: 1, coins: expect.any(Number) }]]);
    const ofAda = await about(ada.id, 3);
    expect(told(ofAda, 'level_up')).toEqual([[bare(ada.id), { from: 1, to: 10, by: 'Progress' }]]);
  });

  it('are these and no others', () => {
    expect([...met].toSorted()).toEqual(Object.keys(kinds).toSorted());
  });
});
