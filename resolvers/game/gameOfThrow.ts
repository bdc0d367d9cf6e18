import { Throw } from '../../entities/throw.ts';
import type { Context } from '../context.ts';
import { NotFoundError } from '../errors.ts';

/** The id of the game a throw belongs to. A throw never changes its game, so what was asked once is known. */
export async function gameOfThrow({ em, services: { gamesOfThrows } }: Context, throwId: string): Promise<string> {
  const known = gamesOfThrows.get(throwId);
  if (known) return known;
  const found = await em.findOne(Throw, throwId, { fields: ['game'], disableIdentityMap: true });
  if (!found) throw new NotFoundError('throw');
  gamesOfThrows.set(throwId, found.game.id);
  return found.game.id;
}
