import type { RoomSettings } from '../../entities/quizRoom.ts';
import type { QuizQuestion } from './quizDefinition.ts';
import type { QuizRoomState } from './quizState.ts';

/** A question that is asked: nothing here depends on what is right. */
export interface QuestionAsked {
  questionIndex: number;
  questionCount: number;
  body: string;
  options: string[];
  seconds: number;
  points: number;
  pictureUrl: string | null;
}

/** How long a question stays open, in milliseconds. */
export function durationMs({ seconds }: Pick<QuizQuestion, 'seconds'>): number {
  return Math.round(seconds * 1_000);
}

/** How long a reveal lasts that moves on by itself, in milliseconds. */
export function intermissionMs({ intermissionSeconds }: Pick<RoomSettings, 'intermissionSeconds'>): number {
  return Math.round(intermissionSeconds * 1_000);
}

/** The question that is open, or paused while open. */
export function questionInPlay(room: QuizRoomState): { index: number; question: QuizQuestion } {
  const { questionIndex, phase, pausedFrom } = room;
  const question = room.questions[questionIndex ?? -1];
  if (questionIndex === null || !question || (pausedFrom ?? phase) !== 'QUESTION') {
    throw new RangeError(`No question of room ${room.id} is in play`);
  }
  return { index: questionIndex, question };
}

/** How long a question has been open by now, pauses left out, in milliseconds; 0 when none is in play. */
export function openForMs(room: QuizRoomState, now: number): number {
  const { questionIndex, phase, pausedFrom, endsAt, remainingMs } = room;
  const question = room.questions[questionIndex ?? -1];
  if (!question || (pausedFrom ?? phase) !== 'QUESTION') return 0;
  const limit = durationMs(question);
  const left = endsAt === null ? (remainingMs ?? 0) : endsAt - now;
  return Math.min(limit, Math.max(0, limit - left));
}

/** Whether the room has revealed a question: only then may anyone learn what is right through it. */
export function isRevealed(
  { questionIndex, phase, pausedFrom }: Pick<QuizRoomState, 'questionIndex' | 'phase' | 'pausedFrom'>,
  index: number,
): boolean {
  if (questionIndex === null || index > questionIndex) return false;
  return index < questionIndex || (pausedFrom ?? phase) !== 'QUESTION';
}

/** A question as it is asked. */
export function asked(room: Pick<QuizRoomState, 'questions'>, questionIndex: number): QuestionAsked | undefined {
  const question = room.questions[questionIndex];
  if (!question) return undefined;
  const { body, options, seconds, points, pictureUrl } = question;
  return { questionIndex, questionCount: room.questions.length, body, options, seconds, points, pictureUrl };
}

/** What everyone may see of a question that was asked; what is right stays null until it is revealed. */
export interface QuestionShown extends QuestionAsked {
  correctOptions: number[] | null;
  explanation: string | null;
}

/** Of a room, what its question is shown by. */
export type RoomAsking = Pick<QuizRoomState, 'questionIndex' | 'phase' | 'pausedFrom' | 'questions'>;

/** The question in play or revealed last; null in the lobby. */
export function questionShown(room: RoomAsking): QuestionShown | null {
  const index = room.questionIndex ?? -1;
  const shown = asked(room, index);
  const question = room.questions[index];
  if (!shown || !question) return null;
  const { correctOptions, explanation } = question;
  return isRevealed(room, index)
    ? { ...shown, correctOptions, explanation }
    : { ...shown, correctOptions: null, explanation: null };
}
