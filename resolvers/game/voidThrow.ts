import { voidThrow as voidByRule } from '../../rules/throw.ts';
import { forbidden, requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { changeGame } from './changeGame.ts';
import { gameOfThrow } from './gameOfThrow.ts';
import { accepted } from './refusalError.ts';

/** An operator takes a ball out of the air. Returns the throw's id. */
export async function voidThrow(context: Context, { throwId }: { throwId: string }): Promise<string> {
  if (!requireViewer(context).roles.includes('admin')) throw forbidden('Only an admin may void a throw.');
  const gameId = await gameOfThrow(context, throwId);
  const outcome = await changeGame(context.services, gameId, { throwId }, ({ state }, now) =>
    voidByRule(state, throwId, now),
  );
  accepted(outcome);
  return throwId;
}
