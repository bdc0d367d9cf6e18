import { Battle, type BattleStatus } from '../../entities/battle.ts';
import { Game, type GameStatus } from '../../entities/game.ts';
import { QuizRoom, type QuizPhase } from '../../entities/quizRoom.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { pageOf, type PageArgs } from '../page.ts';

type Only<State> = PageArgs & { only?: State | null | undefined };

const newestFirst = { id: 'desc' } as const;
const liveGames = ['LOBBY', 'ACTIVE'] as const satisfies GameStatus[];
const liveBattles = ['WAITING', 'RUNNING'] as const satisfies BattleStatus[];

/** Games that are under way, or in their lobby if so asked, whoever plays, the newest first. Each has an index of its own. */
export function listLiveGames({ em }: Context, { only, ...page }: Only<GameStatus>) {
  const [status] = liveOf(liveGames, only ?? 'ACTIVE');
  return em.findByCursor(Game, {
    where: { status },
    orderBy: newestFirst,
    ...pageOf(page),
  });
}

/** Quiz rooms that have not ended, whoever is in them, the newest first. */
export function listOpenRooms({ em }: Context, { only, ...page }: Only<QuizPhase>) {
  if (only === 'ENDED') throw badUserInput('A room that has ENDED is not open. Ask for another phase.');
  const phase = only ? { $eq: only } : { $ne: 'ENDED' as const };
  return em.findByCursor(QuizRoom, { where: { phase }, orderBy: newestFirst, ...pageOf(page) });
}

/** Battles that are not over, those within groups too, the newest first. */
export function listLiveBattles({ em }: Context, { only, ...page }: Only<BattleStatus>) {
  return em.findByCursor(Battle, {
    where: { status: { $in: liveOf(liveBattles, only) } },
    orderBy: newestFirst,
    ...pageOf(page),
  });
}

function liveOf<State extends string>(live: readonly State[], only: string | null | undefined): [State, ...State[]] {
  const [first, ...rest] = live.filter((state) => (only ?? state) === state);
  if (!first) throw badUserInput(`What is ${only} is over. Ask for ${live.join(' or ')}.`);
  return [first, ...rest];
}
