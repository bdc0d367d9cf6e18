import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Scoreboard } from '../entities/scoreboard.ts';
import type { NotificationKind, NotificationOutcome } from '../entities/telegram.ts';
import type { GroupingRule } from '../entities/tournament.ts';
import type { Role } from '../entities/user.ts';
import type { BattleEvent } from '../subscriptions/battleEvent.ts';
import type { EventLog } from '../subscriptions/eventLog.ts';
import type { Feed } from '../subscriptions/feed.ts';
import type { GameEvent } from '../subscriptions/gameEvent.ts';
import type { QuizRoomEvent } from '../subscriptions/quizRoomEvent.ts';
import type { LiveStandings } from '../subscriptions/standings/liveStandings.ts';
import type { StandingsAnnouncer, StandingsStore } from '../subscriptions/standings/standing.ts';
import type { Batches } from './batches.ts';
import type { BattleOutcome, BattleWork } from './battle/battleWork.ts';
import type { Clock } from './clock.ts';
import type { KeyedQueue } from './keyedQueue.ts';
import type { OperationTracing } from './operationTracing.ts';
import type { ProductObserver } from './productObserver.ts';
import type { RoomCache } from './quizRoom/roomState.ts';
import type { AnswerResult, ArrivedAnswer, RoomOutcome, RoomWork } from './quizRoom/roomWork.ts';

/** Everything operations need of the world; made once per node by `server/`. */
export interface Services {
  orm: MikroORM;
  /** The ORM's own connections, for statements an ORM can't say. */
  pool: Pool;
  clock: Clock;
  log: EventLog;
  feed: Feed;
  /** Told by operations, after the commit, of every change of where people stand. */
  standings: StandingsAnnouncer;
  ranks: StandingsStore;
  liveStandings: Pick<LiveStandings, 'follow' | 'following'>;
  /** Boards by key, as they were read; see `findBoard`. */
  boards: BoardCache;
  passwords: Passwords;
  tokens: Tokens;
  throwSecrets: ThrowSecrets;
  receipts: Receipts;
  seals: Seals;
  deadlines: { wake(): void };
  /** Bounds how many connections one game, tournament, group or person takes. */
  games: KeyedQueue;
  /** The game of each throw this node has met lately. */
  gamesOfThrows: { get(throwId: string): string | undefined; set(throwId: string, gameId: string): unknown };
  rooms: Rooms;
  battles: Battles;
  webhooks: Webhooks;
  limits: RateGuard;
  sessions: SessionRegister;
  policy: Policy;
  observer: OperationObserver;
  /** Left out: nothing is traced. */
  tracing?: OperationTracing | undefined;
  product: ProductObserver;
}

/** What this node does for quiz rooms. */
export interface Rooms {
  known: RoomCache;
  /** Chance for PINs: a whole number below `most`, each as often as any other. */
  randomInt(most: number): number;
  /** What rooms are asked, and what is answered in them: of each room, what comes at once is done together. */
  work: Batches<RoomWork, RoomOutcome>;
  answers: Batches<ArrivedAnswer, AnswerResult>;
  /** Something was done that many do at once: it is told within half a second. */
  pulse(roomId: string): void;
  /** Someone follows a room's stream on this node, until they are gone. */
  attend(roomId: string, userId: string): { gone(): void };
}

/** What this node does for battles. */
export interface Battles {
  /** What battles are asked: of each battle, what comes at once is done together. */
  work: Batches<BattleWork, BattleOutcome>;
  /** Somebody came: it is told within half a second. */
  pulse(battleId: string): void;
}

/** What this node knows of where webhooks may go, and its sender. */
export interface Webhooks {
  /** Whether http will do: to addresses that are allowed though they are not public. */
  plainAllowed: boolean;
  /** Why a webhook may not go there, to follow the field's name; undefined if it may, as far as is known. */
  refusal(url: URL): Promise<string | undefined>;
  /** Something is to be sent at once. */
  wake(): void;
}

export interface BoardCache {
  get(key: string): Scoreboard | undefined;
  set(key: string, board: Scoreboard): unknown;
  delete(key: string): unknown;
}

/** Lets so much through and no more; `server/limits.ts` has the numbers. */
export interface RateGuard {
  /** Takes one of what `key` has left, or throws RATE_LIMITED with the seconds to wait. */
  take(
    limit:
      | 'signInsPerHandle'
      | 'signInsPerAddress'
      | 'accountsPerAddress'
      | 'refreshesPerAddress'
      | 'ownScoresPerUser'
      | 'groupsPerUser'
      | 'groupActionsPerUser'
      | 'invitationsPerUser'
      | 'battlesPerUser'
      | 'battleActionsPerUser'
      | 'quizActionsPerUser'
      | 'quizRoomsPerUser'
      | 'quizActionsPerRoom'
      | 'quizReportsPerUser'
      | 'telegramLinksPerUser',
    key: string,
  ): Promise<void>;
  /**
   * Lets `key` guess at a PIN or invitation code: `look` comes back with what it found, undefined for nothing. Throws
   * RATE_LIMITED, unlooked, after too many wrong ones. Guesses that find something, or fail, don't count, and those of one
   * key are taken one after the other. Call `quizRoom/guess.ts`, which knows the key.
   */
  guess<Result>(key: string, look: () => Promise<Result | undefined>): Promise<Result | undefined>;
}

/** Who is signed out although their access token still lives. */
export interface SessionRegister {
  has(sessionId: string): boolean;
  /** Makes it so on this node at once. */
  ended(sessionIds: readonly string[]): void;
}

export interface Policy {
  requireSealedThrows: boolean;
  /** How long a session lives without being refreshed, in milliseconds. */
  sessionMs: number;
  /** How the groups of new tournaments are filled. */
  groupingRule: GroupingRule;
  /** How long a reward waits to be claimed before it is paid, in milliseconds; 0: it is paid at the end. */
  rewardClaimMs: number;
  /** Whose wrong PINs and invitation codes count together: a person's, or those from an address. */
  pinGuessesPer: 'user' | 'address';
  /** The bot that people link their chats with, by its name; null: nobody is written to over Telegram. */
  telegramBot: string | null;
  /** Fields an operation may come to. */
  operationCost: number;
}

export interface OperationObserver {
  gameChanged(events: readonly GameEvent[]): void;
  /** `openMs`: how long each question was open that was revealed, pauses left out. */
  roomChanged(events: readonly QuizRoomEvent[], openMs: readonly number[]): void;
  answersTaken(results: readonly AnswerResult[]): void;
  battleChanged(events: readonly BattleEvent[]): void;
  /** The end of a battle was not held up any longer by somebody who writes scores: theirs count in no battle. */
  ledgerWriterOutwaited(battleId: string): void;
  /** A transaction lost a deadlock or waited too long for a lock, and was tried again. */
  retried(why: 'deadlock' | 'lock_timeout' | 'lost_race'): void;
  tournamentStep(step: TournamentStepTaken): void;
  tournamentEntered(fee: number): void;
  notificationSettled(kind: NotificationKind, outcome: NotificationOutcome): void;
}

/** A step of a tournament's course; CREATION only of a day's own. */
export interface TournamentStepTaken {
  id: string;
  /** Of a daily one: 2026-01-31. */
  day: string | null;
  step: 'CREATION' | 'OPENING' | 'ENTRY' | 'FINISH';
  /** From when it was due to when it was taken. */
  lateMs: number;
}

export interface Passwords {
  /** argon2id in PHC form. */
  hash(password: string): Promise<string>;
  /** Takes as long without a hash as with one, and is then false. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export interface TokenSubject {
  userId: string;
  handle: string;
  roles: readonly Role[];
  sessionId: string | null;
}

export interface Tokens {
  /** A signed JWT of 15 minutes, typ `at+jwt`. */
  issueAccessToken(subject: TokenSubject): Promise<{ accessToken: string; expiresAt: Date }>;
  /** An unguessable token that says nothing by itself, behind `prefix`, and the hash that is kept of it. */
  newOpaqueToken(prefix?: string): { token: string; hash: string };
  hashOpaqueToken(token: string): string;
}

export interface ThrowSecrets {
  /** HMAC(server key, throw id), unpadded base64url: the same for the same throw, on every node. */
  secretFor(throwId: string): string;
  /** Unpadded base64url SHA-256 of the secret's UTF-8. */
  commitmentTo(secret: string): string;
}

export interface ReceiptClaims {
  throwId: string;
  gameId: string;
  cupId: string;
  throwerId: string;
  cupOwnerId: string;
  commitment: string;
  challenged: boolean;
  /** Unix times in milliseconds. */
  thrownAt: number;
  settledAt: number;
}

export interface Receipts {
  /** A signed JWT, typ `throw-receipt+jwt`, that anyone verifies with the server's JWKS alone. */
  sign(claims: ReceiptClaims): Promise<string>;
}

/** What a sealed throw holds: the cup in the clear, bound to the game and the caller. */
export interface SealedThrow {
  gameId: string;
  cupId: string;
  nonce: string;
  thrownAt: Date;
  sub: string;
}

export interface Seals {
  /** The content of a compact JWE to this server's encryption key, or undefined when it can't be opened or is malformed. */
  open(sealed: string): Promise<SealedThrow | undefined>;
}
