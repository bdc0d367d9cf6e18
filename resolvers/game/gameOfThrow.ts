import { Throw } from '../../entities/throw.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/** The id of the game a throw belongs to. */
export async function gameOfThrow({ em }: Context, throwId: string): Promise<string> {
  const found = await em.findOne(Throw, throwId, { fields: ['game'], disableIdentityMap: true });
  if (!found) throw new NotFoundError('throw');
  return found.game.id;
}
