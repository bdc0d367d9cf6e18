import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { seedPlayer } from '../harness/seed.ts';
import { onTwoNodes } from '../harness/twoNodes.ts';
import { atOnce, tally } from '../game/tally.ts';
import { goOn, only, pollAll, revealAs, roomWith, run, stateOf, unhurried } from './play.ts';
import * as quizzes from './documents.ts';
import * as documents from './roomDocuments.ts';
import { capitals, join, leave, newcomer, seedRoom, start } from './seedRoom.ts';

let app: App;
let other: App;
const node = (index: number) => (index % 2 === 0 ? app : other);
onTwoNodes(unhurried, (...nodes) => void ([app, other] = nodes));

const crowd = 20;
const people = () => atOnce(crowd, () => seedPlayer(app));

describe('through two nodes at once', () => {
  it('one of twenty has a name, however it is written', async () => {
    const room = await seedRoom(app, { players: 0 });
    const spelled = ['Amélie', 'amélie', 'AMÉLIE', 'Ame\u0301lie'];
    const players = await people();
    const names = await atOnce(crowd, async (index) => {
      const player = players[index];
      return player && (await join(node(index), room, player, spelled[index % 4])).__typename;
    });
    expect(tally(names)).toEqual({ JoinQuizRoomPayload: 1, NameTakenError: crowd - 1 });
    expect((await stateOf(app, room, room.host)).memberCount).toBe(2);
  });

  it('one of twenty has the last place', async () => {
    const room = await seedRoom(app, { players: 1, settings: { maxMembers: 3 } });
    const players = await people();
    const names = await atOnce(crowd, async (index) => {
      const player = players[index];
      return player && (await join(node(index), room, player, `Player ${index + 1}`)).__typename;
    });
    expect(tally(names)).toEqual({ JoinQuizRoomPayload: 1, RoomFullError: crowd - 1 });
    expect((await stateOf(app, room, room.host)).memberCount).toBe(3);
  });

  it('one person who joins twenty times is in once', async () => {
    const room = await seedRoom(app, { players: 0 });
    const ada = await seedPlayer(app);
    const seen = await atOnce(
      crowd,
      async (index) => expectPayload(await join(node(index), room, ada, `Ada ${index}`)).room.me?.displayName,
    );
    expect(new Set(seen).size).toBe(1);
    const { quizRoom } = await execute(app, room.host.token, documents.roomMembers, { id: room.id });
    expect(quizRoom?.members.edges.map(({ node: { user } }) => user.id)).toEqual([room.host.id, ada.id]);
  });

  it('people who leave a lobby and come back under other names are whoever they came as last', async () => {
    const room = await seedRoom(app, { players: 0 });
    const players = await atOnce(6, (index) => newcomer(app, room, `First ${index}`));
    await Promise.all(
      players.map(async (player, index) => {
        for (let round = 0; round < 6; round += 1) {
          const left = leave(node(index), room, player);
          // Names that others have just let go of, too.
          const back = join(node(index + 1), room, player, `First ${(index + round) % 6}`);
          expectPayload(await left);
          const result = await back;
          if (result.__typename !== 'JoinQuizRoomPayload') expectError(result, 'NameTakenError');
          await join(node(round), room, player, `Round ${round} of ${index}`);
        }
      }),
    );
    const page = async (of: App) =>
      (await execute(of, room.host.token, documents.roomMembers, { id: room.id })).quizRoom?.members.edges.map(
        ({ node: { displayName, user } }) => `${displayName} ${user.id}`,
      );
    const members = await page(app);
    expect(members).toHaveLength(7);
    expect(new Set(members?.map((member) => member.split(' User:')[0])).size).toBe(7);
    // What each node remembers is what is stored: a name that is free can be taken, one that is not cannot.
    for (const [index, of] of [app, other].entries()) {
      for (const member of members ?? []) {
        const [name = ''] = member.split(' User:');
        expectError(await join(of, room, await seedPlayer(app), name), 'NameTakenError');
      }
      expectPayload(await join(of, room, await seedPlayer(app), `Newcomer ${index}`));
    }
    await start(app, room);
    const told = only(await pollAll(app, room, room.host), 'MemberJoined').flatMap(({ members: some }) => some);
    for (const player of players) {
      const name = members?.find((member) => member.endsWith(player.id))?.split(' User:')[0];
      expect(told.findLast(({ person }) => person.id === player.id)?.person.displayName).toBe(name);
    }
  });

  it('who came last, leaves, and comes back at once has the name that nobody else gets', async () => {
    const room = await seedRoom(app, { players: 0 });
    const stranger = await seedPlayer(app);
    const ada = await newcomer(app, room, 'Round 0');
    for (let round = 1; round <= 15; round += 1) {
      // What the host does keeps the room busy, so that the others' work comes together.
      const hosting = atOnce(2, () => run(app, room, room.host, 'PAUSE'));
      const [left] = await Promise.all([leave(app, room, ada), join(app, room, ada, `Round ${round}`), hosting]);
      expectPayload(left);
      await join(app, room, ada, `Again ${round}`);
      // What this node remembers is what is stored: otherwise the name would be free here, and not in the table.
      expectError(await join(app, room, stranger, (await stateOf(app, room, ada)).me?.displayName), 'NameTakenError');
    }
  });

  it('a quiz that is started twenty times starts once, and each step is taken once', async () => {
    const { room, host } = await roomWith(app, ['ada']);
    expect(tally(await atOnce(crowd, (index) => run(node(index), room, host, 'START')))).toEqual({
      StartQuizPayload: crowd,
    });
    for (const index of [0, 1]) {
      const revealed = await atOnce(crowd, async (at) => (await revealAs(node(at), room, host, index)).__typename);
      expect(tally(revealed)).toEqual({ RevealQuestionPayload: crowd });
      const moved = await atOnce(crowd, async (at) => (await goOn(node(at), room, host, index)).__typename);
      expect(tally(moved)).toEqual({ NextQuestionPayload: crowd });
    }
    const course = (await pollAll(app, room, host)).filter(({ __typename }) => __typename.startsWith('Qu'));
    expect(course.map((event) => `${event.__typename} ${'questionIndex' in event ? event.questionIndex : ''}`)).toEqual(
      ['QuestionOpened 0', 'QuestionRevealed 0', 'QuestionOpened 1', 'QuestionRevealed 1', 'QuizEnded '],
    );
  });

  it('a host who goes on without saying from where moves once', async () => {
    const { room, host } = await roomWith(app, ['ada'], { questions: [...capitals, ...capitals] });
    await run(app, room, host, 'START');
    expectPayload(await revealAs(app, room, host));
    const moved = await atOnce(crowd, async (at) => (await goOn(node(at), room, host)).__typename);
    expect(tally(moved)).toEqual({ NextQuestionPayload: 1, WrongPhaseError: crowd - 1 });
    expect(await stateOf(app, room, host)).toMatchObject({ phase: 'QUESTION', questionIndex: 1 });
  });

  it('pauses and goes on as often as it is told, and never loses time', async () => {
    const { room, host } = await roomWith(app, ['ada']);
    await run(app, room, host, 'START');
    await atOnce(crowd, (index) => run(node(index), room, host, index % 3 === 0 ? 'RESUME' : 'PAUSE'));
    await run(app, room, host, 'PAUSE');
    const events = await pollAll(app, room, host);
    const stops = events.filter(({ __typename }) => __typename === 'QuizPaused' || __typename === 'QuizResumed');
    expect(stops.map(({ __typename }) => __typename)).toEqual(
      stops.map((_, index) => (index % 2 === 0 ? 'QuizPaused' : 'QuizResumed')),
    );
    let deadline = Date.parse(only(events, 'QuestionOpened')[0]?.deadline ?? '');
    let left = Number.NaN;
    for (const event of stops) {
      if (event.__typename === 'QuizPaused') {
        left = deadline - Date.parse(event.at);
        expect(event.remainingMs).toBe(left);
      } else if (event.__typename === 'QuizResumed') {
        deadline = Date.parse(event.deadline ?? '');
        expect(deadline).toBe(Date.parse(event.at) + left);
      }
    }
    expect(stops.length).toBeGreaterThan(0);
  });

  it('one room opens for a key, whatever the node', async () => {
    const { token } = await seedPlayer(app);
    const input = { title: 'Capitals', questions: capitals };
    const { quiz } = expectPayload((await execute(app, token, quizzes.createQuiz, { input })).createQuiz);
    const asked = { input: { quizId: quiz.id, key: randomUUID() } };
    const opened = await atOnce(crowd, async (index) => {
      const { openQuizRoom } = await execute(node(index), token, documents.openQuizRoom, asked);
      const { id, pin } = expectPayload(openQuizRoom).room;
      return `${id} ${pin}`;
    });
    expect(new Set(opened).size).toBe(1);
    const { myQuizRooms } = await execute(app, token, documents.myQuizRooms, {});
    expect(myQuizRooms.edges).toHaveLength(1);
  });
});
