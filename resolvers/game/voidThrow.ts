import type { Throw } from '../../entities/throw.ts';
import { voidThrow as voidByRule } from '../../rules/throw.ts';
import { forbidden, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changedThrow } from './changedThrow.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

/** An operator takes a ball out of the air. */
export async function voidThrow(context: Context, { throwId }: { throwId: string }): Promise<Throw> {
  if (!requireViewer(context).roles.includes('admin')) throw forbidden('Only an admin may void a throw.');
  const gameId = await gameOfThrow(context, throwId);
  const changed = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    voidByRule(state, throwId, now),
  );
  return changedThrow(context.em, accepted(changed), throwId);
}
