/** One season of one board, with what reading it takes. */
export interface BoardSeason {
  scoreboardId: string;
  season: number;
  /** Whether it may grow large and be read a lot: such boards are kept in Redis too, where there is one. */
  large: boolean;
  /** Whether not everyone may read it. */
  guarded?: true;
}

/** Where one person stands. */
export interface RankedEntry {
  userId: string;
  /** From 1; nobody shares one: of equal scores whoever got there first ranks higher. */
  rank: number;
  score: number;
  achievedAt: Date;
}

/** A standing as it was written: what a store that keeps copies needs to know. */
export interface WrittenStanding {
  userId: string;
  score: number;
  /** Ascending: the lesser ranks higher. The score, negated on boards that rank the highest first. */
  rankKey: number;
  /** New whenever the score changes, and greater than all before; of equal scores the lesser revision ranks higher. */
  revision: number;
  achievedAt: Date;
}

/** Reads where people stand. Ranks are exact in every store. */
export interface StandingsStore {
  /** `count` entries from rank `offset` + 1 on. */
  top(board: BoardSeason, offset: number, count: number): Promise<RankedEntry[]>;
  /** The first `count` entries, and how many people are on the board. */
  best(board: BoardSeason, count: number): Promise<{ entries: RankedEntry[]; size: number }>;
  /** Those of the people named who are on the board, in any order. */
  entries(board: BoardSeason, userIds: readonly string[]): Promise<RankedEntry[]>;
  /** A person's entry with up to `radius` neighbours on either side, by rank; nothing when they are not on the board. */
  around(board: BoardSeason, userId: string, radius: number): Promise<RankedEntry[]>;
  /** How many people are on the board. */
  size(board: BoardSeason): Promise<number>;
  /** What another node wrote may be missing from a copy: the next read makes sure that it isn't. */
  doubt?(board: BoardSeason): void;
}

/** What operations tell after the commit that changed where people stand. */
export interface StandingsAnnouncer {
  /** Never waits, never fails. */
  changed(board: BoardSeason, standings: readonly WrittenStanding[]): void;
}
