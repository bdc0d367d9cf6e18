import type { Game } from '../../entities/game.ts';
import { Throw } from '../../entities/throw.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

/** Every throw of a game, rejected ones too, in the order they were decided. */
export function gameThrows({ em }: Context, game: Game, args: PageArgs) {
  return em.findByCursor(Throw, { where: { game: game.id }, orderBy: { id: 'asc' }, ...pageOf(args) });
}
