import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import { Quiz } from '../../entities/quiz.ts';
import { User } from '../../entities/user.ts';
import type { QuizDefinition } from '../../rules/quiz/quizDefinition.ts';
import { isText } from '../../rules/text.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';

const keyLength = 80;

/**
 * Keeps a quiz of the caller's that was read.
 * @param key their own name for this creation: the same again is the quiz it made, as it is now, deleted or not
 */
export async function keepQuiz(context: Context, wanted: QuizDefinition, key: string | null): Promise<Quiz> {
  const { userId } = requireViewer(context);
  if (key !== null && !isText(key, keyLength)) {
    throw new InvalidInputError([{ field: 'key', message: `must have 1 to ${keyLength} visible characters.` }]);
  }
  const made = () => (key === null ? null : context.em.fork().findOne(Quiz, { author: userId, key }));
  const before = await made();
  if (before) return before;
  const { em, services } = context;
  const now = new Date(services.clock.now());
  const author = em.getReference(User, userId, { wrapped: true });
  const quiz = em.create(Quiz, { id: uuid(), author, key, ...wanted, createdAt: now, updatedAt: now });
  try {
    await em.flush();
    return quiz;
  } catch (error) {
    // What was not kept is not tried again by what else the request asks.
    em.clear();
    // Sent twice at once.
    const other = error instanceof UniqueConstraintViolationException ? await made() : null;
    if (!other) throw error;
    return other;
  }
}
