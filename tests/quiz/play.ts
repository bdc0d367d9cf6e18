import type { EveryRoomEventFragment, QuizRoomEventsSubscription } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { execute, send } from '../harness/execute.ts';
import { FollowingEvents } from '../harness/following.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './roomDocuments.ts';
import { newcomer, roomAs, seedRoom, type RoomSeed, type TestRoom } from './seedRoom.ts';

export type RoomEvent = EveryRoomEventFragment;
export type EventOf<Name extends RoomEvent['__typename']> = Extract<RoomEvent, { __typename: Name }>;

type Somebody = Pick<TestPlayer, 'token'>;
type Where = Pick<App, 'url'>;

/** A room with these people in it, beside its host. */
export async function roomWith<Name extends string>(
  app: App,
  names: readonly Name[],
  more: Omit<RoomSeed, 'players'> = {},
): Promise<Record<Name, TestPlayer> & { room: TestRoom; host: TestPlayer }> {
  const room = await seedRoom(app, { players: 0, ...more });
  for (const name of names) room.players.push(await newcomer(app, room, name));
  const people = Object.fromEntries(names.map((name, index) => [name, room.players[index]]));
  return { ...(people as Record<Name, TestPlayer>), room, host: room.host };
}

/** For hosts in a hurry. */
export const unhurried = { LIMITS: 'quizActionsPerUser=1000/1' };

/** A room that everybody came into at once: for crowds. */
export async function crowdedRoom(app: App, count: number, more: Omit<RoomSeed, 'players'> = {}): Promise<TestRoom> {
  const room = await seedRoom(app, { players: 0, ...more });
  const players: TestPlayer[] = [];
  while (players.length < count) {
    const some = Math.min(100, count - players.length);
    players.push(...(await Promise.all(Array.from({ length: some }, () => seedPlayer(app)))));
  }
  const input = { inviteCode: room.inviteCode };
  const came = await Promise.all(
    players.map(async ({ token }) => (await execute(app, token, documents.joinQuizRoom, { input })).joinQuizRoom),
  );
  if (came.some(({ __typename }) => __typename !== 'JoinQuizRoomPayload')) throw new Error(JSON.stringify(came));
  return { ...room, players };
}

const runs = {
  START: documents.startQuiz,
  PAUSE: documents.pauseQuiz,
  RESUME: documents.resumeQuiz,
  END: documents.endQuiz,
} as const;

/** What a host does that needs no more than the room; the name of what came of it. */
export async function run(app: Where, { id }: Pick<TestRoom, 'id'>, { token }: Somebody, action: keyof typeof runs) {
  const data = await execute<Record<string, { __typename: string }>, object>(app, token, runs[action].toString(), {
    roomId: id,
  });
  return Object.values(data)[0]?.__typename;
}

export async function goOn(app: Where, { id }: Pick<TestRoom, 'id'>, { token }: Somebody, afterIndex?: number) {
  const input = { roomId: id, ...(afterIndex !== undefined && { afterIndex }) };
  return (await execute(app, token, documents.nextQuestion, { input })).nextQuestion;
}

export async function revealAs(app: Where, { id }: Pick<TestRoom, 'id'>, { token }: Somebody, questionIndex?: number) {
  const input = { roomId: id, ...(questionIndex !== undefined && { questionIndex }) };
  return (await execute(app, token, documents.revealQuestion, { input })).revealQuestion;
}

/** An answer by HTTP, with its errors. */
export async function tryAnswer(
  app: Where,
  { id: roomId }: Pick<TestRoom, 'id'>,
  { token }: Somebody,
  questionIndex: number,
  options: number[],
) {
  const { data, errors } = await send(app, token, documents.answerQuestion, {
    input: { roomId, questionIndex, options },
  });
  return { result: data?.answerQuestion ?? null, codes: errors.map(({ extensions }) => extensions.code) };
}

/** The room as somebody in it sees it. */
export async function stateOf(app: App, room: Pick<TestRoom, 'id'>, { token }: Somebody) {
  const seen = await roomAs(app, room, token);
  if (!seen) throw new Error('The room is not to be seen');
  return seen;
}
export type RoomState = Awaited<ReturnType<typeof stateOf>>;

/** The room once it is as wished. */
export function untilRoom(
  app: App,
  room: Pick<TestRoom, 'id'>,
  viewer: Somebody,
  wish: Partial<RoomState> | ((state: RoomState) => boolean),
  ms?: number,
): Promise<RoomState> {
  const passes = (state: RoomState) =>
    typeof wish === 'function'
      ? wish(state)
      : Object.entries(wish).every(([key, value]) => Reflect.get(state, key) === value);
  return eventually(`The room ${String(JSON.stringify(wish))}`, () => stateOf(app, room, viewer), passes, ms);
}

/** A socket of somebody's that follows a room: they are online while it is open. */
export class Following extends FollowingEvents<QuizRoomEventsSubscription, RoomEvent> {
  constructor(app: Where, { id: roomId }: Pick<TestRoom, 'id'>, who: Somebody, after?: string) {
    const variables = { roomId, ...(after !== undefined && { after }) };
    super(app, who, documents.quizRoomEvents, variables, ({ quizRoomEvents }) => quizRoomEvents);
  }
}

/** Everything that was told of a room, by polling, page by page. */
export async function pollAll(
  app: Where,
  { id }: Pick<TestRoom, 'id'>,
  { token }: Somebody,
  after?: string,
): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (let cursor = after; ;) {
    const variables = { id, first: 7, ...(cursor !== undefined && { after: cursor }) };
    const { quizRoom } = await execute(app, token, documents.polledRoomEvents, variables);
    if (!quizRoom) throw new Error('The room is not to be seen');
    const { edges, pageInfo } = quizRoom.events;
    events.push(...edges.map(({ node }) => node));
    cursor = pageInfo.endCursor ?? cursor;
    if (!pageInfo.hasNextPage) return events;
  }
}

export function only<Name extends RoomEvent['__typename']>(events: readonly RoomEvent[], name: Name): EventOf<Name>[] {
  return events.filter((event): event is EventOf<Name> => event.__typename === name);
}
