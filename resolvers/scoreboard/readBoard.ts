import pg from 'pg';
import { Scoreboard } from '../../entities/scoreboard.ts';
import type { BoardSeason, RankedEntry } from '../../subscriptions/standings/standing.ts';
import { badUserInput } from '../badRequest.ts';
import type { Context } from '../context.ts';
import { requireBoardSight } from '../group/boardSight.ts';
import type { BoardView } from '../productObserver.ts';
import { findBoard, seasonOf } from './findBoard.ts';

/** Entries a page has when it doesn't say, and at most. */
export const topSize = { usual: 10, most: 1_000 } as const;
export const radiusSize = { usual: 5, most: 100 } as const;

/** A board as it is now: a reset that has come due since it was read, and that nobody has carried out, is carried out. */
export async function boardNow(context: Context, board: Scoreboard): Promise<Scoreboard> {
  const over = board.resetsAt && board.resetsAt.getTime() <= context.services.clock.now();
  return (over && (await findBoard(context, board.key))) || board;
}

/** The season a read is about: the one named, or the one that is on now. */
export async function seasonAsked(
  context: Context,
  board: Scoreboard,
  season: number | null | undefined,
): Promise<BoardSeason> {
  const current = await boardNow(context, board);
  if (typeof season !== 'number') return seasonOf(current);
  if (season < 1 || season > current.season) throw badUserInput(`\`season\` must be from 1 to ${current.season}.`);
  return seasonOf(current, season);
}

export interface TopArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  season?: number | null | undefined;
}

/** A page of a board from the top down. Its cursors are ranks: a page begins behind the rank the one before ended at. */
export async function topOf(context: Context, board: Scoreboard, { first, after, last, before, season }: TopArgs) {
  if (typeof last === 'number' || typeof before === 'string') {
    throw badUserInput('A scoreboard is read from the top: give `first` and `after`.');
  }
  const size = first ?? topSize.usual;
  if (size < 0 || size > topSize.most) throw badUserInput(`\`first\` must be from 0 to ${topSize.most}.`);
  const offset = typeof after === 'string' ? rankOfCursor(after) : 0;
  await requireBoardSight(context, board);
  const asked = await seasonAsked(context, board, season);
  // One more than asked for says whether there is a next page.
  const rows = await context.services.ranks.top(asked, offset, size + 1);
  viewed(context, board.id, 'TOP');
  const items = rows.slice(0, size);
  const edges = items.map((node) => ({ node, cursor: cursorOfRank(node.rank) }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > size,
      hasPreviousPage: offset > 0,
    },
  };
}

function cursorOfRank(rank: number): string {
  return Buffer.from(`rank:${rank}`).toString('base64url');
}

function rankOfCursor(cursor: string): number {
  const [, rank] = /^rank:([1-9]\d{0,8})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (rank === undefined) throw badUserInput('`after` is not a cursor of this connection.');
  return Number(rank);
}

/** Somebody's entry, the viewer's when nobody is named; null when they are not on the board. */
export async function entryOf(
  context: Context,
  board: Scoreboard,
  { userId, season }: { userId?: string | undefined; season?: number | null | undefined },
): Promise<RankedEntry | null> {
  const person = whose(context, userId);
  if (person !== context.viewer?.userId) await requireBoardSight(context, board);
  const asked = await seasonAsked(context, board, season);
  const [entry] = await context.services.ranks.entries(asked, [person]);
  return entry ?? null;
}

/** Somebody's entry with their neighbours. */
export async function aroundOf(
  context: Context,
  board: Scoreboard,
  args: { userId?: string | undefined; radius?: number | null | undefined; season?: number | null | undefined },
): Promise<RankedEntry[]> {
  const radius = args.radius ?? radiusSize.usual;
  if (radius < 0 || radius > radiusSize.most) throw badUserInput(`\`radius\` must be from 0 to ${radiusSize.most}.`);
  await requireBoardSight(context, board);
  const asked = await seasonAsked(context, board, args.season);
  const entries = await context.services.ranks.around(asked, whose(context, args.userId), radius);
  viewed(context, board.id, 'AROUND');
  return entries;
}

/** Somebody looks at a board; services look at none. */
export function viewed({ services, viewer }: Context, scoreboardId: string, how: BoardView): void {
  if (viewer) services.product.boardViewed(viewer.userId, scoreboardId, how);
}

function whose({ viewer }: Context, userId: string | undefined): string {
  const id = userId ?? viewer?.userId;
  if (id === undefined) throw badUserInput('A service has no entry of its own: say whose by `userId`.');
  return id;
}

export interface Season {
  number: number;
  startedAt: Date;
  endedAt: Date | null;
}

/** Every season of a board, the newest first. */
export async function seasonsOf(context: Context, board: Scoreboard): Promise<Season[]> {
  await boardNow(context, board);
  const { rows } = await context.services.pool.query<Season>({
    text: `select number, started_at as "startedAt", ended_at as "endedAt" from scoreboard_season
           where scoreboard_id = $1 order by number desc limit 1000`,
    values: [board.id],
    types: pg.types,
  });
  return rows.length > 0 ? rows : [{ number: 1, startedAt: board.createdAt, endedAt: null }];
}
