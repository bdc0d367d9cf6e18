import { v7 as uuid } from 'uuid';
import { challenge } from '../../rules/throw.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

/** Challenges a ball in flight at one of the caller's cups. Returns the challenge's id. */
export async function challengeThrow(context: Context, { throwId }: { throwId: string }): Promise<string> {
  const { userId } = requireViewer(context);
  const gameId = await gameOfThrow(context, throwId);
  const challengeId = uuid();
  const outcome = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    challenge(state, { throwId, challengeId, userId }, now),
  );
  accepted(outcome);
  return challengeId;
}
