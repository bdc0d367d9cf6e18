import { Scoreboard } from '../../entities/scoreboard.ts';
import type { StandingsSnapshot } from '../../subscriptions/standings/liveStandings.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { requireBoardSight, visibleBoards } from '../group/boardSight.ts';
import { seasonAsked, topSize, viewed } from './readBoard.ts';

/** Follows the top of a board: as it is, then after each change. Any person or service may, where they may read it. */
export async function standings(
  context: Context,
  { scoreboardId, first }: { scoreboardId: string; first?: number | null | undefined },
): Promise<AsyncIterableIterator<StandingsSnapshot>> {
  const size = first ?? topSize.usual;
  if (size < 1 || size > topSize.most) throw badUserInput(`\`first\` must be from 1 to ${topSize.most}.`);
  const { liveStandings } = context.services;
  const followed = liveStandings.following(scoreboardId);
  if (followed && !followed.guarded) {
    viewed(context, scoreboardId, 'LIVE');
    return liveStandings.follow(() => followed, size);
  }
  const [board] = await visibleBoards(context, await context.em.find(Scoreboard, { id: scoreboardId }));
  if (!board) throw badUserInput('There is no such scoreboard. Check scoreboardId.');
  await requireBoardSight(context, board);
  viewed(context, scoreboardId, 'LIVE');
  // Asked once; the feed of standings hears of later seasons by itself.
  return liveStandings.follow(() => seasonAsked(context, board, null), size);
}
