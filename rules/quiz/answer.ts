import type { QuizRefusal } from './quizDecision.ts';
import { durationMs } from './question.ts';
import type { QuizAnswerState, QuizMemberState, QuizRoomState } from './quizState.ts';

/** Of a room, what an answer is judged by: one row, without its members. */
export type AnswerableRoom = Pick<QuizRoomState, 'phase' | 'questionIndex' | 'endsAt' | 'settings' | 'questions'>;

export type Answerer = Pick<QuizMemberState, 'status' | 'plays' | 'kick'>;

export interface GivenAnswer {
  userId: string;
  questionIndex: number;
  options: readonly number[];
  /** The answer they have given to that question already. */
  previous: QuizAnswerState | null;
}

export type AnswerRefusal =
  | Extract<QuizRefusal, { refused: 'NOT_MEMBER' | 'BANNED' | 'WRONG_PHASE' }>
  | { refused: 'NOT_PLAYING' }
  | { refused: 'OPTIONS_UNFIT'; optionCount: number }
  | { refused: 'QUESTION_CLOSED'; questionIndex: number }
  | { refused: 'ALREADY_ANSWERED'; options: number[]; answeredAt: number };

export type AnswerOutcome =
  /** `written`: whether the answer is new and has to be kept, in the place of a previous one if there is any. */
  { answer: QuizAnswerState; written: boolean } | { refusal: AnswerRefusal };

/**
 * What becomes of an answer, without touching the room. Giving the same one again gives the same one, even after the
 * question closed; another replaces it or is refused, as the room's setting says. The deadline itself decides, not
 * whether anybody has acted on it. What comes back depends on nothing that is right.
 * @param member null: never in the room
 * @param now when the server received it
 */
export function answer(room: AnswerableRoom, member: Answerer | null, given: GivenAnswer, now: number): AnswerOutcome {
  const { userId, questionIndex, previous } = given;
  const barred = notAnswering(member, userId);
  if (barred) return { refusal: barred };
  const options = [...given.options].sort((one, other) => one - other);
  // One that was overtaken on its way is not the last.
  const overtaken = previous && room.settings.answerChange === 'LAST' && previous.answeredAt > now;
  if (previous && (overtaken || isSame(previous.options, options))) return { answer: previous, written: false };
  const open = whileOpen(room, questionIndex, now);
  if ('refused' in open) return { refusal: open };
  const { optionCount, elapsedMs } = open;
  if (!areOptions(options, optionCount)) return { refusal: { refused: 'OPTIONS_UNFIT', optionCount } };
  if (previous && room.settings.answerChange === 'FIRST') {
    const { options: kept, answeredAt } = previous;
    return { refusal: { refused: 'ALREADY_ANSWERED', options: kept, answeredAt } };
  }
  return { answer: { userId, questionIndex, options, answeredAt: now, elapsedMs }, written: true };
}

function notAnswering(member: Answerer | null, userId: string): AnswerRefusal | undefined {
  if (member?.status === 'KICKED') return { refused: 'BANNED', reason: member.kick?.reason ?? null };
  if (member?.status !== 'IN') return { refused: 'NOT_MEMBER', userId };
  return member.plays ? undefined : { refused: 'NOT_PLAYING' };
}

/** The question's number of options and its time used by now. A question that is yet to come, or paused, is no error of time. */
function whileOpen(
  { phase, questionIndex: reached, endsAt, questions }: AnswerableRoom,
  questionIndex: number,
  now: number,
): { optionCount: number; elapsedMs: number } | AnswerRefusal {
  const closed = { refused: 'QUESTION_CLOSED', questionIndex } as const;
  if (reached === null || !(questionIndex <= reached)) return { refused: 'WRONG_PHASE', phase };
  if (questionIndex !== reached || phase === 'REVEAL' || phase === 'ENDED') return closed;
  const question = questions[questionIndex];
  if (phase !== 'QUESTION' || endsAt === null || !question) return { refused: 'WRONG_PHASE', phase };
  if (now >= endsAt) return closed;
  const elapsedMs = Math.max(0, durationMs(question) - (endsAt - now));
  return { optionCount: question.options.length, elapsedMs };
}

/** One or several, each once. How many are right is nobody's business, so any number of them will do. */
function areOptions(options: readonly number[], optionCount: number): boolean {
  const fit = options.every((option) => Number.isInteger(option) && option >= 0 && option < optionCount);
  return fit && options.length > 0 && new Set(options).size === options.length;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((option, index) => option === other[index]);
}
