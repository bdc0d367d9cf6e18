import type { Throw } from '../../entities/throw.ts';
import { answer } from '../../rules/throw.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changedThrow } from './changedThrow.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

export interface AnswerChallengeInput {
  throwId: string;
  secret: string;
}

/** Answers for a challenged throw with the secret behind its commitment. */
export async function answerChallenge(context: Context, { throwId, secret }: AnswerChallengeInput): Promise<Throw> {
  const { userId } = requireViewer(context);
  const gameId = await gameOfThrow(context, throwId);
  const secretCommitment = context.services.throwSecrets.commitmentTo(secret);
  const changed = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    answer(state, { throwId, userId, secretCommitment }, now),
  );
  return changedThrow(context.em, accepted(changed), throwId);
}
