import pg, { type ClientBase, type Pool } from 'pg';
import type { Scoreboard } from '../../entities/scoreboard.ts';
import { isText } from '../../rules/text.ts';
import type { BoardSeason } from '../../subscriptions/standings/standing.ts';
import { forbidden } from '../badRequest.ts';
import type { Context } from '../context.ts';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  ScoreOutOfRangeError,
  type InvalidField,
} from '../errors.ts';
import { inTransaction, retrying } from '../transaction.ts';
import { mostPoints } from './createScoreboard.ts';
import { findBoard, seasonOf } from './findBoard.ts';
import { recordScores, type Score } from './recordScores.ts';

export const mostScores = 1_000;
const longestKey = 128;
const longestAction = 80;

export interface SubmittedScore {
  userId: string;
  points: number;
  action?: string | null | undefined;
  idempotencyKey: string;
}

/** A score under the key that the ledger knows it by. */
interface KeyedScore extends Score {
  /** The key as whoever submits calls it. */
  givenKey: string;
}

export interface Submission {
  board: Scoreboard;
  /** Scores that were new; all others had been submitted before. */
  fresh: number;
  /** What to read entries in: the season that is on, or the one in which a single score counted that was sent again. */
  season: BoardSeason;
}

/** Adds scores to an integrator's board, all of them or none. A score whose key is known counts once. */
export async function submitScores(
  context: Context,
  { scoreboardKey, scores }: { scoreboardKey: string; scores: readonly SubmittedScore[] },
): Promise<Submission> {
  const { services } = context;
  const source = await authorise(context, scoreboardKey, scores);
  const wanted = checked(scores, source);
  for (;;) {
    const board = await findBoard(context, scoreboardKey);
    if (!board) throw new NotFoundError('scoreboard');
    if (board.kind !== 'CUSTOM') {
      throw new InvalidInputError([{ field: 'scoreboardKey', message: 'is a board that the server keeps by itself.' }]);
    }
    const at = services.clock.now();
    // Between the two looks at the time the season ended.
    if (board.resetsAt && board.resetsAt.getTime() <= at) continue;
    const { fresh, changed, season } = await retrying(services.observer, () =>
      // One score is one statement, which is all or nothing by itself.
      wanted.length === 1
        ? record(services.pool, board, wanted, at)
        : inTransaction(services.pool, (client) => record(client, board, wanted, at)),
    ).catch((error: unknown) => {
      throw explained(error);
    });
    services.standings.changed(seasonOf(board), changed);
    // Another node may have written these, a moment ago.
    if (fresh < wanted.length) services.ranks.doubt?.(seasonOf(board, season));
    return { board, fresh, season: seasonOf(board, season) };
  }
}

/** Who submits, as the ledger notes it. Throws FORBIDDEN or RATE_LIMITED. */
async function authorise(context: Context, scoreboardKey: string, scores: readonly SubmittedScore[]): Promise<string> {
  const { service, viewer, services } = context;
  if (service?.scopes.includes('scores:write')) return `Service:${service.tokenId}`;
  if (service || !viewer) throw forbidden('Submitting scores takes a service token with the scope scores:write.');
  const board = await findBoard(context, scoreboardKey);
  if (board?.submission !== 'PLAYER' || scores.length !== 1 || scores[0]?.userId !== viewer.userId) {
    throw forbidden(
      'Submitting scores takes a service token with the scope scores:write; players submit their own, where the board lets them.',
    );
  }
  if (Math.abs(scores[0].points) > board.mostPlayerPoints) {
    throw new InvalidInputError([
      { field: 'points', message: `must be from ${-board.mostPlayerPoints} to ${board.mostPlayerPoints}.` },
    ]);
  }
  await services.limits.take('ownScoresPerUser', viewer.userId);
  return `User:${viewer.userId}`;
}

function checked(scores: readonly SubmittedScore[], source: string): KeyedScore[] {
  const wrong: InvalidField[] = [];
  const byKey = new Map<string, KeyedScore>();
  // A player's keys are their own: nobody can use up another's, or a service's.
  const prefix = source.startsWith('User:') ? `${source}:` : '';
  if (scores.length < 1 || scores.length > mostScores) {
    throw new InvalidInputError([{ field: 'scores', message: `must be 1 to ${mostScores} scores.` }]);
  }
  for (const [index, { userId, points, action = null, idempotencyKey: key }] of scores.entries()) {
    const field = (name: string) => (scores.length === 1 ? name : `scores.${index}.${name}`);
    if (!isText(key, longestKey)) {
      wrong.push({ field: field('idempotencyKey'), message: `must have 1 to ${longestKey} visible characters.` });
    }
    if (action !== null && !isText(action, longestAction, 0)) {
      wrong.push({ field: field('action'), message: `must have at most ${longestAction} visible characters.` });
    }
    if (points < -mostPoints) wrong.push({ field: field('points'), message: `must be at least ${-mostPoints}.` });
    const same = byKey.get(key);
    if (same && (same.userId !== userId || same.points !== points)) throw new IdempotencyKeyReusedError(key);
    byKey.set(key, { userId, points, action, key: `${prefix}${key}`, givenKey: key, source });
    if (wrong.length >= 10) break;
  }
  if (wrong.length > 0) throw new InvalidInputError(wrong);
  return [...byKey.values()];
}

async function record(client: ClientBase | Pool, board: Scoreboard, scores: readonly KeyedScore[], at: number) {
  const { fresh, changed } = await recordScores(client, board, scores, at);
  const repeated = scores.filter(({ key }) => !fresh.has(key));
  let { season } = board;
  if (repeated.length > 0) {
    const { rows } = await client.query<{ key: string; userId: string; points: number; season: number }>(
      `select idempotency_key as key, user_id as "userId", points, season from score_entry
       where scoreboard_id = $1 and idempotency_key = any($2)`,
      [board.id, repeated.map(({ key }) => key)],
    );
    const known = new Map(rows.map((row) => [row.key, row]));
    for (const { key, givenKey, userId, points } of repeated) {
      const earlier = known.get(key);
      if (earlier?.userId !== userId || earlier.points !== points) throw new IdempotencyKeyReusedError(givenKey);
      if (scores.length === 1) season = earlier.season;
    }
  }
  return { fresh: fresh.size, changed, season };
}

/** What the database refuses, in the API's words. */
function explained(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '22003') return new ScoreOutOfRangeError();
  if (error.code === '23503') {
    const [, userId] = /\(user_id\)=\(([0-9a-f-]+)\)/.exec(error.detail ?? '') ?? [];
    return new NotFoundError(userId ? `user as User:${userId}` : 'user');
  }
  return error;
}
