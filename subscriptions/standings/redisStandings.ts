import type { Redis } from 'ioredis';
import type { LogDatabase } from '../eventLog.ts';
import { SingleFlight } from '../singleFlight.ts';
import { BoardLoader } from './boardLoader.ts';
import { encodeUserId } from './member.ts';
import { type Answer, type BoardKeys, type CopyState, type Question, RedisBoards } from './redisBoards.ts';
import type { BoardSeason, RankedEntry, StandingsAnnouncer, StandingsStore, WrittenStanding } from './standing.ts';
import { standingsDrift } from './standingsDrift.ts';
import { rowsSince } from './standingRows.ts';

export interface RedisStandingsOptions {
  /** With a short `commandTimeout` and no offline queue: what it does not answer, the table does. */
  redis: Redis;
  prefix: string;
  pool: LogDatabase;
  /** Answers for small boards, and whenever Redis can't. */
  table: StandingsStore;
  /** The database's; see `EventLog`. */
  epoch: () => string;
  /** Redis or the database did not answer; nobody but speed is the worse for it. */
  failed(what: 'tell' | 'read' | 'load', error: unknown): void;
  /** A change made elsewhere shows after this long at most, whatever was lost on the way. */
  syncMs?: number;
}

const defaultSyncMs = 500;
/** A sync brings so many rows at most; a board further behind is brought up in the background. */
const mostSyncedRows = 10_000;

type Fresh = Extract<Answer, { state: 'FRESH' }>;

/**
 * Standings of large boards from Redis, in time that hardly grows with the board; of all others from the table.
 *
 * The database is the truth. Writers tell Redis what they committed and don't wait. Readers see to it that nothing is
 * missing: a read of a copy that was last synced more than `syncMs` ago, by whichever node, first brings what was
 * committed since the database's snapshot that the copy is complete for. So ranks are exact but for changes of the last
 * `syncMs`, and include all that this node announced. Without a copy, and whenever Redis fails or is slow, the table
 * answers, and the copy is made anew in the background. Rows are never deleted, or `checkDrift` finds that they were.
 */
export class RedisStandings implements StandingsStore, StandingsAnnouncer {
  readonly #options: Required<RedisStandingsOptions>;
  readonly #boards: RedisBoards;
  readonly #loader: BoardLoader;
  readonly #syncs = new SingleFlight<boolean>();
  /** Copies that may miss something, each with the number of its newest doubt; a sync that began since then settles it. */
  readonly #doubts = new Map<string, number>();
  #lastDoubt = 0;

  constructor(options: RedisStandingsOptions) {
    const { redis, prefix, pool, epoch } = options;
    this.#options = { syncMs: defaultSyncMs, ...options };
    this.#boards = new RedisBoards(redis, prefix);
    const failed = (error: unknown) => options.failed('load', error);
    this.#loader = new BoardLoader({ boards: this.#boards, pool, epoch, failed });
  }

  /** Ends what runs in the background. */
  stop(): Promise<void> {
    return this.#loader.stop();
  }

  async top(board: BoardSeason, offset: number, count: number): Promise<RankedEntry[]> {
    if (count < 1) return [];
    const question: Question = ['TOP', offset, offset + count - 1];
    return this.#read(board, question, ranked, () => this.#options.table.top(board, offset, count));
  }

  async best(board: BoardSeason, count: number): Promise<{ entries: RankedEntry[]; size: number }> {
    const [entries, size] = await Promise.all([this.top(board, 0, count), this.size(board)]);
    return { entries, size };
  }

  entries(board: BoardSeason, userIds: readonly string[]): Promise<RankedEntry[]> {
    const people = [...new Set(userIds)].map((id) => encodeUserId(id));
    return this.#read(board, ['ENTRIES', ...people], ranked, () => this.#options.table.entries(board, userIds));
  }

  around(board: BoardSeason, userId: string, radius: number): Promise<RankedEntry[]> {
    const question: Question = ['AROUND', radius, encodeUserId(userId)];
    return this.#read(board, question, ranked, () => this.#options.table.around(board, userId, radius));
  }

  size(board: BoardSeason): Promise<number> {
    return this.#read(
      board,
      ['SIZE'],
      ({ size }) => size,
      () => this.#options.table.size(board),
    );
  }

  /** Tells Redis what was committed. Reads of this node after it know. */
  changed(board: BoardSeason, standings: readonly WrittenStanding[]): void {
    if (!board.large || standings.length === 0) return;
    this.#boards.tell(this.#keys(board), standings).catch((error: unknown) => {
      this.doubt(board);
      this.#options.failed('tell', error);
    });
  }

  /** Something may be missing from the copy: the next read syncs first. */
  doubt(board: BoardSeason): void {
    if (!board.large) return;
    this.#lastDoubt += 1;
    this.#doubts.set(this.#keys(board).held, this.#lastDoubt);
  }

  /** Compares the copies there are with the table: how many entries differ. A copy that did is made anew. */
  checkDrift(): Promise<number> {
    return standingsDrift({
      boards: this.#boards,
      pool: this.#options.pool,
      epoch: this.#options.epoch(),
      sync: (board, keys, state) => this.#syncOnce(board, keys, state),
    });
  }

  #keys(board: BoardSeason): BoardKeys {
    return this.#boards.keys(this.#options.epoch(), board);
  }

  async #read<Result>(
    board: BoardSeason,
    question: Question,
    from: (answer: Fresh) => Result,
    fromTable: () => Promise<Result>,
  ): Promise<Result> {
    if (!board.large) return fromTable();
    try {
      const found = await this.#ask(board, this.#keys(board), question);
      if (found) return from(found);
    } catch (error) {
      this.#options.failed('read', error);
    }
    return fromTable();
  }

  async #ask(board: BoardSeason, keys: BoardKeys, question: Question): Promise<Fresh | undefined> {
    if (this.#loader.has(keys)) return undefined;
    let answer = await this.#boards.ask(keys, this.#doubts.has(keys.held) ? -1 : this.#options.syncMs, question);
    if (answer.state === 'STALE') {
      if (!(await this.#sync(board, keys, answer))) return undefined;
      answer = await this.#boards.ask(keys, undefined, question);
    }
    if (answer.state === 'FRESH') return answer;
    this.#loader.load(board, keys, 'ABSENT');
    return undefined;
  }

  /** Shared by all reads that wait for one; in doubt, only with one that began after this call. */
  async #sync(board: BoardSeason, keys: BoardKeys, state: CopyState): Promise<boolean> {
    const sync = () => this.#syncs.run(keys.held, () => this.#syncOnce(board, keys, state));
    return (await sync()) && (!this.#doubts.has(keys.held) || sync());
  }

  /** False: the copy can't be brought up to date now. */
  async #syncOnce(board: BoardSeason, keys: BoardKeys, { generation, snapshot, now }: CopyState): Promise<boolean> {
    const doubt = this.#doubts.get(keys.held);
    const since = await rowsSince(this.#options.pool, board, snapshot, mostSyncedRows + 1);
    // The rows may be another database's, which was put in the place of the one the keys are named for.
    if (this.#keys(board).held !== keys.held) return false;
    if (since.rows.length > mostSyncedRows) {
      this.#loader.load(board, keys, 'BEHIND');
      return false;
    }
    const state = { generation, snapshot: since.snapshot, now };
    const complete = await this.#boards.complete(keys, since.rows, state);
    if (complete && this.#doubts.get(keys.held) === doubt) this.#doubts.delete(keys.held);
    return complete;
  }
}

function ranked({ standings }: Fresh): RankedEntry[] {
  return standings.map(({ userId, rank, score, achievedAt }) => ({ userId, rank, score, achievedAt }));
}
