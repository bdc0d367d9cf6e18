import type { QuizQuestionInput, QuizRoomSettingsInput } from '../gql/graphql.ts';
import type { App } from '../harness/app.ts';
import { execute, expectPayload } from '../harness/execute.ts';
import { seedPlayer, type TestPlayer } from '../harness/seed.ts';
import * as documents from './documents.ts';
import * as rooms from './roomDocuments.ts';

/** What is right of them is told by nothing else: the texts are found nowhere but in the questions. */
export const capitals: QuizQuestionInput[] = [
  {
    body: 'Of France?',
    options: ['Lyon', 'Paris', 'Nice'],
    correctOptions: [1],
    seconds: 30,
    explanation: 'secret-of-0: it has been since 987.',
  },
  {
    body: 'Of the Benelux?',
    options: ['Brussels', 'Bonn', 'Amsterdam'],
    correctOptions: [0, 2],
    seconds: 30,
    points: 500,
    explanation: 'secret-of-1: Luxembourg is missing.',
  },
];

/** A room in its lobby, with everyone in it. */
export interface TestRoom {
  id: string;
  quizId: string;
  pin: string;
  inviteCode: string;
  host: TestPlayer;
  players: TestPlayer[];
}

export interface RoomSeed {
  /** How many come beside the host. */
  players?: number;
  host?: TestPlayer;
  settings?: QuizRoomSettingsInput;
  questions?: QuizQuestionInput[];
}

/** Opens a room through the API alone. */
export async function seedRoom(
  app: App,
  { players: count = 2, host: given, settings = {}, questions = capitals }: RoomSeed = {},
): Promise<TestRoom> {
  const host = given ?? (await seedPlayer(app));
  const input = { title: 'Capitals', questions };
  const { quiz } = expectPayload((await execute(app, host.token, documents.createQuiz, { input })).createQuiz);
  // Handles of tests are made by chance, and chance says anything.
  const asked = { quizId: quiz.id, settings: { wordFilter: false, ...settings } };
  const { openQuizRoom } = await execute(app, host.token, rooms.openQuizRoom, { input: asked });
  const { id, pin, inviteCode } = expectPayload(openQuizRoom).room;
  const room: TestRoom = { id, quizId: quiz.id, pin: pin ?? '', inviteCode: inviteCode ?? '', host, players: [] };
  for (let number = 0; number < count; number += 1) room.players.push(await newcomer(app, room, `Player ${number}`));
  return room;
}

/** Somebody new, in the room. */
export async function newcomer(app: App, room: TestRoom, displayName: string): Promise<TestPlayer> {
  const player = await seedPlayer(app);
  expectPayload(await join(app, room, player, displayName));
  return player;
}

export async function join(app: App, { inviteCode }: TestRoom, { token }: TestPlayer, displayName?: string) {
  const input = { inviteCode, ...(displayName !== undefined && { displayName }) };
  return (await execute(app, token, rooms.joinQuizRoom, { input })).joinQuizRoom;
}

export async function leave(app: App, { id: roomId }: TestRoom, { token }: TestPlayer) {
  return (await execute(app, token, rooms.leaveQuizRoom, { roomId })).leaveQuizRoom;
}

export async function kick(app: App, { id: roomId, host }: TestRoom, { id: userId }: TestPlayer, by = host) {
  return (await execute(app, by.token, rooms.kickPlayer, { input: { roomId, userId } })).kickPlayer;
}

export async function start(app: App, { id: roomId, host }: TestRoom): Promise<void> {
  expectPayload((await execute(app, host.token, rooms.startQuiz, { roomId })).startQuiz);
}

export async function reveal(app: App, { id: roomId, host }: TestRoom): Promise<void> {
  expectPayload((await execute(app, host.token, rooms.revealQuestion, { input: { roomId } })).revealQuestion);
}

export async function next(app: App, { id: roomId, host }: TestRoom): Promise<void> {
  expectPayload((await execute(app, host.token, rooms.nextQuestion, { input: { roomId } })).nextQuestion);
}

export async function answer(
  app: App,
  { id: roomId }: TestRoom,
  { token }: TestPlayer,
  questionIndex: number,
  options: number[],
) {
  const input = { roomId, questionIndex, options };
  return (await execute(app, token, rooms.answerQuestion, { input })).answerQuestion;
}

/** The room as somebody sees it; null when they do not. */
export async function roomAs(app: App, { id }: Pick<TestRoom, 'id'>, token: string | null) {
  return (await execute(app, token, rooms.quizRoom, { id })).quizRoom;
}
