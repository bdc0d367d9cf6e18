import { Game } from '../../entities/game.ts';
import { requireViewer } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

const newestFirst = { id: 'desc' } as const;

/** Lobbies, the newest first. */
export function openGames({ em }: Context, args: PageArgs) {
  return em.findByCursor(Game, { where: { status: 'LOBBY' }, orderBy: newestFirst, ...pageOf(args) });
}

/** Games the caller has or had a seat in, the newest first. */
export function myGames(context: Context, args: PageArgs) {
  const { userId } = requireViewer(context);
  const where = { players: { $some: { user: userId } } };
  return context.em.findByCursor(Game, { where, orderBy: newestFirst, ...pageOf(args) });
}
