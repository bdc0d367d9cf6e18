import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { ShiftedClock } from '../harness/shiftedClock.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { Following, goOn, only, pollAll, revealAs, roomWith, run, stateOf, unhurried, untilRoom } from './play.ts';
import * as documents from './roomDocuments.ts';
import { answer, join, kick, leave, seedRoom, type TestRoom } from './seedRoom.ts';

const hourMs = 3_600_000;

let app: App;
let other: App;
onTwoNodes(unhurried, (...nodes) => void ([app, other] = nodes));

const appoint = async ({ id: roomId }: TestRoom, by: TestPlayer, { id: userId }: TestPlayer) =>
  (await execute(app, by.token, documents.addCohost, { input: { roomId, userId } })).addCohost;
const transfer = async ({ id: roomId }: TestRoom, by: TestPlayer, { id: userId }: TestPlayer) =>
  (await execute(app, by.token, documents.transferHost, { input: { roomId, userId } })).transferHost;

describe('the host', () => {
  it('gives the room to another, and is a cohost then', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    expectError(await transfer(room, ada, ben), 'NotHostError');
    expectError(await transfer(room, host, await seedPlayer(app)), 'NotAMemberError');
    expect(expectPayload(await transfer(room, host, ada)).room).toEqual({
      host: { id: ada.id },
      cohosts: [{ id: host.id }],
    });
    // Sent again, it is as it is.
    expect(expectPayload(await transfer(room, host, ada)).room.host.id).toBe(ada.id);
    expectError(await appoint(room, host, ben), 'NotHostError');
    expect(await run(app, room, host, 'START')).toBe('StartQuizPayload');
    expect(only(await pollAll(app, room, ben), 'HostChanged')).toMatchObject([
      { hostChange: 'TRANSFERRED', host: { id: ada.id }, cohosts: [{ id: host.id }] },
    ]);
    // Whoever opened the room still does not play; the host now does.
    expectError(await answer(app, room, host, 0, [1]), 'NotPlayingError');
    expectPayload(await answer(app, room, ada, 0, [1]));
  });

  it('leaves a room to a cohost, or pauses it where there is none', async () => {
    const { room, host, ada } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    expect(expectPayload(await leave(app, room, host)).room).toMatchObject({ memberCount: 2 });
    expect(await stateOf(app, room, ada)).toMatchObject({ phase: 'PAUSED', host: { id: host.id } });
    expect(await run(app, room, host, 'RESUME')).toBe('ResumeQuizPayload');
    expectPayload(await appoint(room, host, ada));
    expectPayload(await leave(app, room, host));
    expect(await stateOf(app, room, ada)).toMatchObject({ phase: 'QUESTION', host: { id: ada.id }, memberCount: 1 });
    expectPayload(await revealAs(app, room, ada));
    expectError(await goOn(app, room, host), 'NotHostError');
  });
});

it('cohosts run the quiz and kick players, but neither each other nor the host', async () => {
  const { room, host, ada, ben, cleo, dan } = await roomWith(app, ['ada', 'ben', 'cleo', 'dan']);
  expect(await run(app, room, ada, 'START')).toBe('NotHostError');
  expectPayload(await appoint(room, host, ada));
  expectPayload(await appoint(room, host, ben));
  expect(await run(app, room, ada, 'START')).toBe('StartQuizPayload');
  expect(await run(app, room, ben, 'PAUSE')).toBe('PauseQuizPayload');
  expect(await run(app, room, ada, 'RESUME')).toBe('ResumeQuizPayload');
  expectPayload(await answer(app, room, ada, 0, [1]));
  expectPayload(await revealAs(app, room, ben));
  expectPayload(await goOn(app, room, ada));
  expect(expectError(await kick(app, room, host, ada), 'NotKickableError').because).toBe('HOST');
  expect(expectError(await kick(app, room, ben, ada), 'NotKickableError').because).toBe('COHOST');
  expect(expectError(await kick(app, room, ada, ada), 'NotKickableError').because).toBe('SELF');
  expectPayload(await kick(app, room, cleo, ada));
  expectError(await kick(app, room, dan, cleo), 'NotHostError');
  expectPayload(await kick(app, room, ben, host));
  expectError(await goOn(app, room, ben), 'NotHostError');
  expect((await stateOf(app, room, dan)).memberCount).toBe(3);
  expect(await run(app, room, ada, 'END')).toBe('EndQuizPayload');
});

describe('who is kicked', () => {
  const kicking = async (room: TestRoom, { id: userId }: TestPlayer) => {
    const input = { roomId: room.id, userId, reason: 'Shouting' };
    return expectPayload((await execute(app, room.host.token, documents.kickPlayer, { input })).kickPlayer);
  };

  it('hears of it last, on every node, and no more after that', async () => {
    const { room, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await run(app, room, room.host, 'START');
    const following = [app, app, other].map((node) => new Following(node, room, ada));
    const [opened] = await pollAll(app, room, ada);
    const late = new Following(other, room, ada, opened?.cursor);
    const bystander = new Following(other, room, ben);
    for (const one of [...following, late, bystander]) await one.until('QuestionOpened');
    await kicking(room, ada);
    await run(app, room, room.host, 'PAUSE');
    const [kicked] = only(await pollAll(app, room, ben), 'MemberKicked');
    expect(kicked).toMatchObject({ person: { id: ada.id }, by: { id: room.host.id }, kickReason: 'Shouting' });
    for (const one of [...following, late]) expect((await one.rest()).at(-1)).toEqual(kicked);
    await bystander.until('QuizPaused');
  });

  it('stays out: of joining, answering, reading, following and polling', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await run(app, room, host, 'START');
    expectPayload(await answer(app, room, ada, 0, [1]));
    const { cursor } = await stateOf(app, room, ada);
    await kicking(room, ada);
    expectPayload(await kick(app, room, ada));
    for (const node of [app, other]) {
      expect(expectError(await join(node, room, ada), 'BannedError').reason).toBe('Shouting');
      expect(expectError(await answer(node, room, ada, 0, [1]), 'BannedError').reason).toBe('Shouting');
      expect((await execute(node, ada.token, documents.quizRoom, { id: room.id })).quizRoom).toBeNull();
      expect((await execute(node, ada.token, documents.polledRoomEvents, { id: room.id })).quizRoom).toBeNull();
      const stream = subscribe(connect(node, ada.token), documents.quizRoomEvents, { roomId: room.id, after: cursor });
      await expect(stream.next()).rejects.toThrow('FORBIDDEN');
    }
    expect(await errorCodes(app, ada.token, documents.startQuiz, { roomId: room.id })).toEqual([]);
    expectPayload(await leave(app, room, ada));
    expectPayload(await revealAs(app, room, host));
    const state = await stateOf(app, room, ben);
    expect(state).toMatchObject({ answered: 0, memberCount: 2 });
    // Their name is not to be had by others, and somebody else is not kept out.
    expectError(await join(app, room, await seedPlayer(app), 'ADA'), 'NameTakenError');
    expectPayload(await join(app, room, await seedPlayer(app), 'Zoe'));
  });

  it('from the lobby is on no board', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await kicking(room, ada);
    await run(app, room, host, 'START');
    expectPayload(await revealAs(app, room, host));
    const [{ standings } = { standings: [] }] = only(await pollAll(app, room, ben), 'QuestionRevealed');
    const { scoreboard } = await stateOf(app, room, ben);
    const top = scoreboard.top.edges.map(({ node }) => ({ rank: node.rank, score: node.score, person: node.user }));
    expect(top).toEqual([{ rank: 1, score: 0, person: { id: ben.id } }]);
    expect(standings).toEqual(top);
  });

  it('gives back what they had on the board', async () => {
    const { room, host, ada, ben } = await roomWith(app, ['ada', 'ben']);
    await run(app, room, host, 'START');
    for (const player of [ada, ben]) expectPayload(await answer(app, room, player, 0, [1]));
    expectPayload(await revealAs(app, room, host));
    await kicking(room, ada);
    const { scoreboard, me } = await stateOf(app, room, ben);
    expect(scoreboard.top.edges[0]?.node).toMatchObject({ rank: 1, score: me?.score, user: { id: ben.id } });
    await run(app, room, host, 'END');
    const [{ podium } = { podium: [] }] = only(await pollAll(app, room, ben), 'QuizEnded');
    expect(podium).toEqual([{ rank: 1, score: me?.score, person: { id: ben.id } }]);
  });
});

describe('a host who is gone for 20 seconds', () => {
  const started = async (whenHostGone: 'PAUSE' | 'HAND_OVER') => {
    const clock = new ShiftedClock();
    const node = await startApp({ clock, env: unhurried });
    const question = { body: 'Now?', options: ['yes', 'no'], correctOptions: [0], seconds: 240 };
    const questions = [question, question];
    const seeded = await roomWith(node, ['ada', 'ben'], { settings: { whenHostGone }, questions });
    const { room, host, ada } = seeded;
    const following = new Following(node, room, host);
    const watching = new Following(node, room, ada);
    await untilRoom(node, room, host, ({ me }) => me?.online === true);
    await run(node, room, host, 'START');
    return { ...seeded, clock, node, following, watching };
  };

  it('pauses the quiz, with the time that was left then', async () => {
    const { room, host, ada, clock, node, following, watching } = await started('PAUSE');
    await following.leave();
    const left = await watching.until('PresenceChanged', ({ members }) => members.some(({ online }) => !online));
    clock.advance(19_000 - (clock.now() - Date.parse(left.at)));
    expect(await stateOf(node, room, ada)).toMatchObject({ phase: 'QUESTION' });
    clock.advance(1_500);
    const paused = await watching.until('QuizPaused');
    expect(paused).toMatchObject({ pauseReason: 'HOST_GONE', by: null, pausedFrom: 'QUESTION' });
    expect(Date.parse(paused.at) - Date.parse(left.at)).toBeGreaterThanOrEqual(20_000);
    const back = new Following(node, room, host, (await stateOf(node, room, host)).cursor);
    await back.until('PresenceChanged', ({ members }) =>
      members.some(({ online, person }) => online && person.id === host.id),
    );
    expect(await stateOf(node, room, ada)).toMatchObject({ phase: 'PAUSED', host: { id: host.id } });
    await run(node, room, host, 'RESUME');
    const { deadline, at } = await watching.until('QuizResumed');
    expect(Date.parse(deadline ?? '') - Date.parse(at)).toBe(paused.remainingMs);
  });

  it('is filled in for by a cohost, and has the room back on return', async () => {
    const { room, host, ada, ben, clock, node, following, watching } = await started('HAND_OVER');
    for (const { id: userId } of [ben, ada]) {
      const input = { roomId: room.id, userId };
      expectPayload((await execute(node, host.token, documents.addCohost, { input })).addCohost);
    }
    await following.leave();
    await watching.until('PresenceChanged', ({ members }) => members.some(({ online }) => !online));
    clock.advance(20_500);
    // Ben comes before Ada, but is not there.
    const handed = await watching.until('HostChanged', ({ hostChange }) => hostChange === 'HANDED_OVER');
    expect(handed).toMatchObject({ host: { id: ada.id }, cohosts: [{ id: ben.id }, { id: host.id }] });
    expect(await stateOf(node, room, ada)).toMatchObject({ phase: 'QUESTION', me: { role: 'HOST' } });
    const back = new Following(node, room, host);
    const returned = await back.until('HostChanged', ({ hostChange }) => hostChange === 'RETURNED');
    expect(returned).toMatchObject({ host: { id: host.id }, cohosts: [{ id: ada.id }, { id: ben.id }] });
  });
});

it('a room that nobody is in for two hours ends, and its PIN is free', async () => {
  const clock = new ShiftedClock();
  const node = await startApp({ clock, env: unhurried });
  const host = await seedPlayer(node, [], 24 * hourMs);
  const room = await seedRoom(node, { host, players: 1 });
  const following = new Following(node, room, host);
  await untilRoom(node, room, host, ({ me }) => me?.online === true);
  clock.advance(3 * hourMs);
  await run(node, room, host, 'PAUSE');
  expect(await stateOf(node, room, host)).toMatchObject({ phase: 'LOBBY', pin: room.pin });
  await following.leave();
  await untilRoom(node, room, host, ({ me }) => me?.online === false);
  clock.advance(2 * hourMs - 10_000);
  expect(await stateOf(node, room, host)).toMatchObject({ phase: 'LOBBY', pin: room.pin });
  clock.advance(11_000);
  expect((await untilRoom(node, room, host, { phase: 'ENDED' })).pin).toBeNull();
  expect(only(await pollAll(node, room, host), 'QuizEnded')).toMatchObject([
    { endReason: 'IDLE', by: null, questionsRevealed: 0, podium: [] },
  ]);
});
