import type { QuizRoom } from '../../entities/quizRoom.ts';
import type { Context } from '../context.ts';
import { actAsMember } from './actAsMember.ts';

export interface RunQuizInput {
  type: 'START' | 'NEXT' | 'REVEAL' | 'PAUSE' | 'RESUME' | 'END';
  roomId: string;
  /** Of NEXT: the reveal that the caller saw. */
  afterIndex?: number | null | undefined;
  /** Of REVEAL: the question that the caller saw open. */
  questionIndex?: number | null | undefined;
}

/** What a host or cohost does with a quiz; each is a no-op where what it asks for is so already. */
export function runQuiz(
  context: Context,
  { type, roomId, afterIndex, questionIndex }: RunQuizInput,
): Promise<QuizRoom> {
  switch (type) {
    case 'NEXT':
      return actAsMember(context, roomId, { type, afterIndex });
    case 'REVEAL':
      return actAsMember(context, roomId, { type, questionIndex });
    default:
      return actAsMember(context, roomId, { type });
  }
}
