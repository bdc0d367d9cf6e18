import type { PubSubEngine } from 'graphql-subscriptions';
import type { LogDatabase } from '../eventLog.ts';
import type { MessageSeal } from '../messageSeal.ts';
import { BoardMessages } from './boardMessages.ts';
import { lookAtBoards, nothingSeen } from './boardLook.ts';
import { FollowedBoard, type StandingsSnapshot } from './followedBoard.ts';
import type { People } from './people.ts';
import type { BoardSeason, StandingsAnnouncer, StandingsStore, WrittenStanding } from './standing.ts';
import { StandingsFollower, type JoinedBoard } from './standingsFollower.ts';

/** What live standings tell whoever measures them. */
export interface LiveStandingsObserver {
  /** A message that did not carry our signature, or was malformed. */
  forged(): void;
  /** The database or the messages between nodes did not answer; the next beat tries again. */
  failed(what: 'beat' | 'publish' | 'subscribe' | 'read', error: unknown): void;
}

/** Where to read; one that keeps copies is also told what changed, and when its copy may have missed something. */
export interface LiveStore extends Pick<StandingsStore, 'best' | 'doubt'>, Partial<StandingsAnnouncer> {}

export interface LiveStandingsOptions {
  store: LiveStore;
  people: Pick<People, 'refs'>;
  /** Asked once per beat for all boards followed here. */
  pool: LogDatabase;
  bus: PubSubEngine | null;
  seal: MessageSeal;
  /** The database's; see `EventLog`. */
  epoch: () => string;
  now: () => number;
  observer: LiveStandingsObserver;
  /** How often boards followed here are compared with the database, in milliseconds. */
  beatMs: number;
  /** A board is read at most this often on a node, in milliseconds, however many follow it. */
  tickMs?: number;
}

const defaultTickMs = 100;
type Member = { board: FollowedBoard; unlisten: () => void };

/**
 * Standings as they change. What this node's operations and other nodes' messages announce is the fast path; one query
 * per beat for all boards followed here finds what they did not bring, and seasons that began. Losing the bus costs at
 * most a beat; a database that is away is waited for.
 */
export class LiveStandings implements StandingsAnnouncer {
  readonly #options: Required<LiveStandingsOptions>;
  readonly #messages: BoardMessages;
  readonly #members = new Map<string, Member>();
  readonly #followers = new Set<StandingsFollower>();
  #timer: NodeJS.Timeout | undefined;
  /** The database's snapshot at the last beat. */
  #seen = nothingSeen;
  #epoch: string;
  #stopped = false;

  constructor(options: LiveStandingsOptions) {
    const { bus, seal, now, epoch, observer, tickMs = defaultTickMs } = options;
    this.#options = { ...options, tickMs };
    this.#epoch = epoch();
    this.#messages = new BoardMessages({
      bus,
      seal,
      now,
      epoch,
      tickMs,
      forged: () => observer.forged(),
      failed: (what, error) => observer.failed(what, error),
    });
  }

  start(): void {
    this.#timer ??= setTimeout(() => void this.#onBeat(), this.#options.beatMs);
  }

  /** Ends all followers, and those to come. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const follower of this.#followers) void follower.return();
    this.#messages.stop();
  }

  /** Boards followed on this node now. */
  get size(): number {
    return this.#members.size;
  }

  /** The season of a board that is followed here, as far as this node has heard. */
  following(scoreboardId: string): BoardSeason | undefined {
    return this.#members.get(scoreboardId)?.board.board;
  }

  /** Tells the store, this node's followers and the other nodes what a commit changed. */
  changed(board: BoardSeason, standings: readonly WrittenStanding[]): void {
    this.#options.store.changed?.(board, standings);
    this.#wake(board.scoreboardId, board.season);
    if (!this.#stopped) this.#messages.tell(board);
  }

  /** The best `first` of the board `find` comes to, and whatever follows. What `find` throws, the first `next()` does. */
  follow(find: () => Promise<BoardSeason> | BoardSeason, first: number): StandingsFollower {
    return this.#follower(find, first);
  }

  #follower(
    find: () => Promise<BoardSeason> | BoardSeason,
    first: number,
    start?: { joined: JoinedBoard; given: StandingsSnapshot | undefined },
  ): StandingsFollower {
    const follower: StandingsFollower = new StandingsFollower(
      {
        board: async () => {
          this.#followers.add(follower);
          return find();
        },
        join: (board) => this.#join(board, first),
        release: (joined) => {
          this.#followers.delete(follower);
          if (joined) this.#leave(joined.board, first);
        },
        fork: (joined, given) => {
          joined.board.join(first);
          return this.#follower(find, first, { joined, given });
        },
      },
      first,
      start,
    );
    if (start) this.#followers.add(follower);
    if (this.#stopped) void follower.return();
    return follower;
  }

  #join(board: BoardSeason, first: number): JoinedBoard {
    const { scoreboardId } = board;
    const member = this.#members.get(scoreboardId) ?? this.#add(board);
    if (board.season > member.board.board.season) member.board.turnTo(board.season);
    return { board: member.board, askers: member.board.join(first) };
  }

  #add(board: BoardSeason): Member {
    const { store, people, now, tickMs, observer } = this.#options;
    const { scoreboardId } = board;
    const failed = (error: unknown) => observer.failed('read', error);
    const followed = new FollowedBoard(board, { store, people, now, tickMs, failed });
    const unlisten = this.#messages.listen(scoreboardId, (season) => this.#wake(scoreboardId, season));
    const member = { board: followed, unlisten };
    this.#members.set(scoreboardId, member);
    return member;
  }

  #leave(board: FollowedBoard, first: number): void {
    board.leave(first);
    if (board.followers > 0) return;
    board.stop();
    this.#members.get(board.board.scoreboardId)?.unlisten();
    this.#members.delete(board.board.scoreboardId);
  }

  #wake(scoreboardId: string, season: number): void {
    const board = this.#members.get(scoreboardId)?.board;
    if (!board || season < board.board.season) return;
    if (season > board.board.season) board.turnTo(season);
    else board.changed();
  }

  async #onBeat(): Promise<void> {
    const { observer, beatMs } = this.#options;
    try {
      if (this.#members.size > 0) await this.#look();
    } catch (error) {
      observer.failed('beat', error);
    }
    if (this.#timer) this.#timer = setTimeout(() => void this.#onBeat(), beatMs);
  }

  async #look(): Promise<void> {
    const { pool, store, epoch } = this.#options;
    const before = epoch();
    const { boards, seen } = await lookAtBoards(pool, [...this.#members.keys()], this.#seen);
    const now = epoch();
    // Another history's numbers mean nothing; and which of the two answered, nobody knows.
    const replaced = now !== this.#epoch || now !== before;
    this.#epoch = now;
    if (replaced) this.#seen = nothingSeen;
    else this.#seen = seen ?? this.#seen;
    for (const { scoreboardId, season, changed } of boards) {
      const board = this.#members.get(scoreboardId)?.board;
      if (!board) continue;
      board.turnTo(season);
      if (changed || replaced) {
        store.doubt?.(board.board);
        board.changed();
      } else board.retry();
    }
  }
}

export type { StandingsSnapshot };
