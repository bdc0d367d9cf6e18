import { v7 as uuid } from 'uuid';
import { Challenge } from '../../entities/throw.ts';
import { challenge } from '../../rules/throw.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changedThrow } from './changedThrow.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

/** Challenges a ball in flight at one of the caller's cups. */
export async function challengeThrow(context: Context, { throwId }: { throwId: string }): Promise<Challenge> {
  const { userId } = requireViewer(context);
  const gameId = await gameOfThrow(context, throwId);
  const challengeId = uuid();
  const changed = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    challenge(state, { throwId, challengeId, userId }, now),
  );
  const ball = await changedThrow(context.em, accepted(changed), throwId);
  return ball.challenge?.loadOrFail() ?? context.em.findOneOrFail(Challenge, challengeId);
}
