import { answer } from '../../rules/throw.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

export interface AnswerChallengeInput {
  throwId: string;
  secret: string;
}

/** Answers for a challenged throw with the secret behind its commitment. Returns the throw's id. */
export async function answerChallenge(context: Context, { throwId, secret }: AnswerChallengeInput): Promise<string> {
  const { userId } = requireViewer(context);
  const gameId = await gameOfThrow(context, throwId);
  const secretCommitment = context.services.throwSecrets.commitmentTo(secret);
  const outcome = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    answer(state, { throwId, userId, secretCommitment }, now),
  );
  accepted(outcome);
  return throwId;
}
