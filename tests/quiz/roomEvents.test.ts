import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import { seedService } from '../harness/seedService.ts';
import { connect, subscribe, type Stream } from '../harness/socket.ts';
import type { EveryRoomEventFragment, QuizRoomEventsSubscription } from '../gql/graphql.ts';
import * as documents from './roomDocuments.ts';
import { answer, kick, leave, next, reveal, roomAs, seedRoom, start, type TestRoom } from './seedRoom.ts';

let app: App;
onOneNode({}, (node) => void (app = node));

type Followed = Stream<QuizRoomEventsSubscription>;

const follow = ({ id: roomId }: Pick<TestRoom, 'id'>, { token }: { token: string }, after?: string): Followed =>
  subscribe(connect(app, token), documents.quizRoomEvents, { roomId, ...(after !== undefined && { after }) });

/** Up to the first event of that type, which has to come. */
async function until(stream: Followed, type: string): Promise<EveryRoomEventFragment[]> {
  const events: EveryRoomEventFragment[] = [];
  while (events.at(-1)?.__typename !== type) events.push((await stream.next()).quizRoomEvents);
  return events;
}

async function poll({ id }: TestRoom, { token }: TestPlayer, variables: { after?: string; first?: number } = {}) {
  const { quizRoom } = await execute(app, token, documents.polledRoomEvents, { id, ...variables });
  if (!quizRoom) throw new Error('The room is not to be seen');
  return quizRoom.events;
}

function people(room: TestRoom): [TestPlayer, TestPlayer, TestPlayer] {
  const [ada, ben, cleo] = room.players;
  if (!ada || !ben || !cleo) throw new Error('Nobody came');
  return [ada, ben, cleo];
}

/** Everyone answers the first question: Ada rightly, Ben wrongly, Cleo not at all. */
async function playOne(room: TestRoom): Promise<void> {
  const [ada, ben] = people(room);
  await start(app, room);
  expectPayload(await answer(app, room, ada, 0, [1]));
  expectPayload(await answer(app, room, ben, 0, [0]));
  await reveal(app, room);
}

type Revealed = Extract<EveryRoomEventFragment, { __typename: 'QuestionRevealed' }>;
const revealedIn = (events: readonly EveryRoomEventFragment[]): Revealed => {
  const found = events.find((event): event is Revealed => event.__typename === 'QuestionRevealed');
  if (!found) throw new Error('Nothing was revealed');
  return found;
};

describe('the events of a room', () => {
  it('show each who played their own result of a question, live, replayed and polled, and nobody another’s', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben, cleo] = people(room);
    const everyone = [ada, ben, cleo, room.host];
    const live = everyone.map((viewer) => follow(room, viewer));
    for (const stream of live) await stream.next();
    await playOne(room);
    const own = [
      { options: [1], correct: true, points: expect.any(Number), bonus: 0, streak: 1, rank: 1 },
      { options: [0], correct: false, points: 0, bonus: 0, streak: 0, score: 0, rank: 2 },
      { options: null, correct: false, points: 0, bonus: 0, streak: 0, score: 0, rank: 3 },
      null,
    ];
    for (const [index, viewer] of everyone.entries()) {
      const stream = live[index];
      if (!stream) throw new Error('Nobody follows');
      const heard = revealedIn(await until(stream, 'QuestionRevealed'));
      if (own[index]) expect(heard.myResult).toMatchObject(own[index]);
      else expect(heard.myResult).toBeNull();
      expect(heard).toMatchObject({
        questionIndex: 0,
        correctOptions: [1],
        distribution: [1, 1, 0],
        answered: 2,
        deadline: null,
        standings: [{ rank: 1, person: { id: ada.id } }, { person: { id: ben.id } }, { person: { id: cleo.id } }],
      });
      const replayed = await until(follow(room, viewer), 'QuestionRevealed');
      const { edges } = await poll(room, viewer);
      expect(revealedIn(replayed)).toEqual(heard);
      expect(edges.slice(0, replayed.length).map(({ node }) => node)).toEqual(replayed);
    }
  });

  it('tell nothing of what is right before the reveal', async () => {
    const room = await seedRoom(app, { players: 3 });
    await playOne(room);
    await next(app, room);
    const { edges } = await poll(room, people(room)[0]);
    const events = edges.map(({ node }) => node);
    const revealed = events.findIndex(({ __typename }) => __typename === 'QuestionRevealed');
    expect(JSON.stringify(events.slice(0, revealed))).not.toContain('secret-of');
    expect(JSON.stringify(events)).toContain('secret-of-0');
    expect(JSON.stringify(events)).not.toContain('secret-of-1');
    const opened = events.filter(({ __typename }) => __typename === 'QuestionOpened');
    expect(opened).toMatchObject([
      { questionIndex: 0, questionCount: 2, body: 'Of France?', seconds: 30, points: 1000, pictureUrl: null },
      { questionIndex: 1, points: 500, deadline: expect.any(String) },
    ]);
  });

  it('go on behind the cursor that the room’s state has', async () => {
    const room = await seedRoom(app, { players: 3 });
    await playOne(room);
    const { cursor } = (await roomAs(app, room, room.host.token)) ?? {};
    const stream = follow(room, room.host, cursor);
    await execute(app, room.host.token, documents.endQuiz, { roomId: room.id });
    const ended = (await until(stream, 'QuizEnded')).at(-1);
    expect(ended).toMatchObject({ endReason: 'STOPPED', by: { id: room.host.id }, questionsRevealed: 1 });
    expect(ended).toMatchObject({ podium: [{ rank: 1 }, { rank: 2 }, { rank: 3 }] });
    const page = await poll(room, room.host, { after: cursor ?? '', first: 1 });
    expect(page.edges).toHaveLength(1);
    const { edges } = await poll(room, room.host, { after: cursor ?? '' });
    expect(edges.map(({ node }) => node)).toContainEqual(ended);
  });
});

describe('a room’s stream', () => {
  it('is for its members and for who left it', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben] = people(room);
    await start(app, room);
    await leave(app, room, ben);
    for (const viewer of [ada, ben, room.host]) {
      expect((await follow(room, viewer).next()).quizRoomEvents).toMatchObject({ seq: 1 });
    }
    const refused = (code: string) => `"code":"${code}"`;
    const stranger = await seedPlayer(app);
    for (const [id, viewer] of [
      [room.id, stranger],
      [`QuizRoom:${randomUUID()}`, ada],
    ] as const) {
      await expect(follow({ id }, viewer).next()).rejects.toThrow(refused('BAD_USER_INPUT'));
    }
    await expect(follow(room, await seedService(app)).next()).rejects.toThrow(refused('FORBIDDEN'));
  });

  it('ends with a kick, for who is kicked alone, and does not begin again', async () => {
    const room = await seedRoom(app, { players: 3 });
    const [ada, ben] = people(room);
    const [kicked, other] = [follow(room, ada), follow(room, ben)];
    await kicked.next();
    await other.next();
    expectPayload(await kick(app, room, ada));
    const last = (await kicked.rest()).at(-1)?.quizRoomEvents;
    expect(last).toMatchObject({ __typename: 'MemberKicked', person: { id: ada.id }, by: { id: room.host.id } });
    await start(app, room);
    expect((await until(other, 'QuestionOpened')).map(({ __typename }) => __typename)).toContain('MemberKicked');
    for (const after of [undefined, last?.cursor]) {
      await expect(follow(room, ada, after).next()).rejects.toThrow('"code":"FORBIDDEN"');
    }
  });

  it('is not another’s: a cursor of one is none of another', async () => {
    const [one, other] = [await seedRoom(app, { players: 0 }), await seedRoom(app, { players: 0 })];
    const { cursor } = (await roomAs(app, one, one.host.token)) ?? {};
    await expect(follow(other, other.host, cursor).next()).rejects.toThrow('BAD_USER_INPUT');
    await expect(follow(other, other.host, 'x').next()).rejects.toThrow('BAD_USER_INPUT');
  });
});
