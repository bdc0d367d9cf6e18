import { Quiz } from '../../entities/quiz.ts';
import { type QuizDefinition, type QuizInput, readQuiz } from '../../rules/quiz/quizDefinition.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotAuthorError, NotFoundError } from '../errors.ts';

/** A quiz of the caller's own. */
export async function ownQuiz(context: Context, quizId: string): Promise<Quiz> {
  const { userId } = requireViewer(context);
  const quiz = await context.em.findOne(Quiz, { id: quizId, deletedAt: null });
  if (!quiz) throw new NotFoundError('quiz');
  if (quiz.author.id !== userId) throw new NotAuthorError();
  return quiz;
}

/** What the input makes, or an InvalidInputError that names every field to mend. */
export function quizOf(input: QuizInput): QuizDefinition {
  const read = readQuiz(input);
  if ('quiz' in read) return read.quiz;
  throw new InvalidInputError(
    read.problems.map(({ questionIndex, field, message }) => ({
      field: questionIndex === null ? field : `questions.${questionIndex}.${field}`,
      message,
    })),
  );
}
