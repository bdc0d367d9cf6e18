/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whom. */
export type AddCohostInput = {
  /** The room. */
  roomId: string | number;
  /** Somebody who is in it. */
  userId: string | number;
};

/** Which answer counts of somebody who gives several to a question. */
export type AnswerChange =
  /** The first; another is refused. */
  | 'FIRST'
  /** The last before the deadline, as of when it was given. */
  | 'LAST';

/** To what, and what. */
export type AnswerQuestionInput = {
  /** Places of the options you choose, from 0: one or several, in any order. */
  options: Array<number>;
  /** The question, from 0. */
  questionIndex: number;
  /** The room. */
  roomId: string | number;
};

/** The roles that an owner gives. Their own they pass on by transferGroup. */
export type AssignableGroupRole =
  /** Is in it. */
  | 'MEMBER'
  /** Sends members out, bans, invites, and renews the invitation code. */
  | 'MODERATOR';

/** Why a battle never began. */
export type BattleCancelReason =
  /** Its last fighter left. */
  | 'EMPTY'
  /** Its host cancelled it. */
  | 'HOST'
  /** Nobody began it for 24 hours. */
  | 'STALE'
  /** At its beginsAt fewer than minFighters had joined. */
  | 'TOO_FEW';

/** How far a battle is. */
export type BattleStatus =
  /** It never began. */
  | 'CANCELLED'
  /** Over, and its ranks stand: moments after endsAt. */
  | 'FINISHED'
  /** What its fighters score counts, until endsAt. */
  | 'RUNNING'
  /** People join; it has not begun. */
  | 'WAITING';

/** What to claim the reward of. */
export type ClaimRewardInput = {
  /** Left out: the last one that owes you a reward, else the one you claimed last. */
  tournamentId?: string | number | null | undefined;
};

/** Why coins moved. */
export type CoinReason =
  /** A tournament was entered. */
  | 'ENTRY_FEE'
  /** A level was reached. */
  | 'LEVEL_UP'
  /** A reservation was rolled back or expired. */
  | 'REFUND'
  /** Taken aside for a purchase elsewhere. */
  | 'RESERVATION'
  /** A tournament’s reward. */
  | 'REWARD'
  /** Everyone begins with some. */
  | 'WELCOME';

/** What it is to be. */
export type CreateBattleInput = {
  /** When it begins by itself, 30 days ahead at most; with fewer than minFighters it is CANCELLED then. Left out, you begin it, within 24 hours. */
  beginsAt?: string | null | undefined;
  /** A group you are in: its members alone see and join the battle. Left out, everyone does. */
  groupId?: string | number | null | undefined;
  /** A name of your own, 1 to 80 characters: the same again is the battle it made first, also once that is over (see status): for another, give another key. */
  key?: string | null | undefined;
  /** So many may join: 2 to 1,000, and not below minFighters; 100 when left out. */
  maxFighters?: number | null | undefined;
  /** So many it takes to begin: 2 to 1,000; 2 when left out. */
  minFighters?: number | null | undefined;
  /** How long it runs: 10 to 86,400. */
  seconds: number;
  /** 1 to 80 characters. */
  title: string;
};

/** What the game is played by; what is left out is the default. */
export type CreateGameInput = {
  /** 1 to 120; default 15. */
  answerSeconds?: number | null | undefined;
  /** 1 to 120; default 15. */
  challengeSeconds?: number | null | undefined;
  /** 0 to 10; default 3. */
  challengesPerPlayer?: number | null | undefined;
  /** 1 to 10; default 6. */
  cupsPerPlayer?: number | null | undefined;
  /** 2 to 8; default 2. */
  maxPlayers?: number | null | undefined;
};

/** What it is. */
export type CreateGroupInput = {
  /** Up to 500 visible characters. */
  description?: string | null | undefined;
  /** A name of your own, 1 to 80 characters: the same again is the group it made first, also once that has ended (see endedAt): for another, give another key. */
  key?: string | null | undefined;
  /** Places, yours among them, 2 to 1000; default 100. */
  maxMembers?: number | null | undefined;
  /** 1 to 60 visible characters; others may be called the same. */
  name: string;
  /** Whether anyone may join, or only who has the invitation code; default true. */
  open?: boolean | null | undefined;
};

/** A quiz. */
export type CreateQuizInput = {
  /** A name of your own, 1 to 80 characters: the same again is the quiz it made first. */
  key?: string | null | undefined;
  /** 1 to 100, in the order they are asked. */
  questions: Array<QuizQuestionInput>;
  /** 1 to 120 characters. */
  title: string;
};

/** What the board is; its settings stay as they are made. */
export type CreateScoreboardInput = {
  /** 1 to 64 letters, digits, dots, dashes or underscores; unique. */
  key: string;
  /** The most points a player submits at once, where players may; 1000 when left out. */
  maxPlayerPoints?: number | null | undefined;
  /** What a new score does. */
  operator?: ScoreOperator | null | undefined;
  /** When it begins anew: cron of five fields, in UTC, such as `0 0 * * 1`. Left out: never. */
  resetSchedule?: string | null | undefined;
  /** What is best. */
  sortOrder?: SortOrder | null | undefined;
  /** Who may submit scores. */
  submission?: ScoreSubmission | null | undefined;
  /** 1 to 120 characters, to show. */
  title: string;
};

/** Who will use it, and for what. */
export type CreateServiceTokenInput = {
  /** Left out: it holds until it is revoked. */
  expiresAt?: string | null | undefined;
  /** 1 to 80 characters. */
  name: string;
  /** One or more of users:write, scores:write, progress:write, coins:write, rooms:admin, webhooks:manage. */
  scopes: Array<string>;
};

/** A user of an integrator’s. */
export type CreateUserInput = {
  /** 1 to 40 visible characters; the handle when left out. */
  displayName?: string | null | undefined;
  /** The id you know them by, 1 to 200 characters: the same again is the same user. */
  externalId?: string | null | undefined;
  /** Unique name: 2 to 32 letters, digits, dots, dashes or underscores. */
  handle: string;
};

/** Where to tell, and of what. */
export type CreateWebhookInput = {
  /** One or more of game.started, game.finished, game.abandoned, throw.settled, battle.started, battle.finished, battle.cancelled, quiz_room.started, quiz_room.ended, tournament.opened, tournament.entry_closed, tournament.finished, user.level_up, user.reward_paid. */
  events: Array<string>;
  /** `whsec_` and then 24 to 64 bytes in base64; left out: one is made. */
  secret?: string | null | undefined;
  /** An https address of at most 2048 characters that leads to the internet at large. (http, and private addresses, only as far as WEBHOOKS_ALLOW_PRIVATE says.) */
  url: string;
};

/** What happens when nobody acts in time. */
export type DeadlineKind =
  /** A challenged throw lapses. */
  | 'ANSWER'
  /** A battle begins, or is cancelled for too few. */
  | 'BATTLE_BEGIN'
  /** What was scored while a battle began is counted. */
  | 'BATTLE_COUNT'
  /** A battle is over. */
  | 'BATTLE_END'
  /** Fighters are told that their battle is about to begin. */
  | 'BATTLE_SOON'
  /** A battle nobody began is cancelled. */
  | 'BATTLE_STALE'
  /** Entry to a tournament closes. */
  | 'ENTRY'
  /** A tournament finishes. */
  | 'FINISH'
  /** A quiz whose host has gone pauses, or is handed over. */
  | 'HOST_GONE'
  /** A quiz moves on from a reveal. */
  | 'INTERMISSION'
  /** A lobby nobody started is given up. */
  | 'LOBBY'
  /** A tournament opens. */
  | 'OPENING'
  /** A question closes. */
  | 'QUESTION'
  /** Reserved coins go back. */
  | 'RESERVATION'
  /** A scoreboard’s next season begins. */
  | 'RESET'
  /** A quiz room nobody is in ends. */
  | 'ROOM_IDLE'
  /** A ball in flight lands. */
  | 'THROW';

/** What may be amiss with deadlines. */
export type DeadlineState =
  /** Their time has come, and they are not settled. Normal for milliseconds. */
  | 'DUE'
  /** Settling them failed. They are tried again by themselves, after a minute at most. */
  | 'FAILING';

/** A tournament beside the daily one; what is left out is as in that one. */
export type DefineTournamentInput = {
  /** When it is over: not before entryClosesAt, within 366 days of startsAt. */
  endsAt: string;
  /** Until when it can be entered: after startsAt and now. */
  entryClosesAt: string;
  /** Coins, 0 to 1000000; default 500. */
  entryFee?: number | null | undefined;
  /** Seats a group, 2 to 1000; default 35. */
  groupSize?: number | null | undefined;
  /** The least level that may enter, 1 to 1000000; default 10. */
  minLevel?: number | null | undefined;
  /** 1 to 80 visible characters, and not “Daily”. */
  name: string;
  /** At most 100, none overlapping; default 5000, 3000, 2000, and 1000 for ranks 4 to 10. */
  rewards?: Array<TournamentRewardInput> | null | undefined;
  /** When it opens; it may have begun. */
  startsAt: string;
};

/** Which one. */
export type DeleteQuizInput = {
  /** A quiz of yours. */
  quizId: string | number;
};

/** What to enter. */
export type EnterTournamentInput = {
  /** Today’s when left out. */
  tournamentId?: string | number | null | undefined;
};

/** How far a game is. */
export type GameStatus =
  /** Never started: nobody began it in time, or everyone left. */
  | 'ABANDONED'
  /** Under way. */
  | 'ACTIVE'
  /** Over, with a winner. */
  | 'FINISHED'
  /** Waiting for players; given up after 30 minutes. */
  | 'LOBBY';

/** Why a stream skips. */
export type GapReason =
  /** The server’s database was restored, and its history is not the one the cursor came from. Everything kept follows: read the state anew. */
  | 'RESTORED'
  /** The events were older than the server keeps them. */
  | 'TRIMMED';

/** What somebody may do in a group. */
export type GroupRole =
  /** Be in it, and invite to an open group. */
  | 'MEMBER'
  /** Send members out, ban, invite, and renew the invitation code. */
  | 'MODERATOR'
  /** Everything; there is one. */
  | 'OWNER';

/** The validation hops of a throw, in order. */
export type HopName =
  /** The thrower gave a secret, or let the time pass. */
  | 'ANSWERED'
  /** The token is valid. */
  | 'AUTHENTICATED'
  /** The cup’s owner doubts it; the answer window is open. */
  | 'CHALLENGED'
  /** The nonce is new and the thrower’s clock within 15 seconds. */
  | 'FRESH'
  /** The challenge window is open. */
  | 'IN_FLIGHT'
  /** The sealed throw was decrypted. Sealed throws only. */
  | 'OPENED'
  /** The rules allow it. */
  | 'PERMITTED'
  /** The request arrived. */
  | 'RECEIVED'
  /** It is over. */
  | 'SETTLED'
  /** The secret was held against the commitment. */
  | 'VERIFIED';

/** How a hop went. */
export type HopOutcome =
  /** Failed; for SETTLED, the throw did not land. */
  | 'FAILED'
  /** Passed. */
  | 'PASSED'
  /** A window opened here; a later hop says how it closed. */
  | 'WAITING';

/** What becomes of a quiz whose host has been gone for 20 seconds. */
export type HostAbsence =
  /** The first cohost who is there hosts it until the host returns. Where there is none, it pauses. */
  | 'HAND_OVER'
  /** It pauses until the host or a cohost resumes it. */
  | 'PAUSE';

/** Why a room’s hosts changed. */
export type HostChange =
  /** Somebody was made a cohost. */
  | 'COHOST_ADDED'
  /** The host was gone, and a cohost fills in. */
  | 'HANDED_OVER'
  /** The host left, and a cohost succeeds. */
  | 'LEFT'
  /** The host is back, and has the room back. */
  | 'RETURNED'
  /** The host gave the room to another. */
  | 'TRANSFERRED';

/** A file of questions. */
export type ImportQuizInput = {
  /** What it is written in. */
  format: QuizFormat;
  /** A name of your own, 1 to 80 characters: the same again is the quiz it made first. */
  key?: string | null | undefined;
  /** What it holds. */
  text: string;
  /** Of the quiz; needed where the file has none. */
  title?: string | null | undefined;
};

/** Which one: an open group by its id, or any by its invitation code; one of them. */
export type JoinGroupInput = {
  /** An open group. */
  groupId?: string | number | null | undefined;
  /** From somebody who is in it. */
  inviteCode?: string | null | undefined;
};

/** Where to, and as whom: a PIN or an invitation code, one of them. */
export type JoinQuizRoomInput = {
  /** For this room, 1 to 24 characters; your own name when left out. Who returns has the name they had. */
  displayName?: string | null | undefined;
  /** From the host or a cohost. */
  inviteCode?: string | null | undefined;
  /** Six digits; spaces do not matter. */
  pin?: string | null | undefined;
};

/** Why somebody can’t be kicked. */
export type KickObstacle =
  /** It is a cohost, whom only the host kicks. */
  | 'COHOST'
  /** It is the host, or the one whose room a cohost looks after. */
  | 'HOST'
  /** It is you. */
  | 'SELF';

/** Whom, and why. */
export type KickPlayerInput = {
  /** Shown to everyone in the room; 1 to 200 characters. */
  reason?: string | null | undefined;
  /** The room. */
  roomId: string | number;
  /** Somebody who is in the room, or was once the quiz had begun. */
  userId: string | number;
};

/** Why somebody is not sent out of a group. */
export type MemberProtection =
  /** It is a moderator, whom only the owner sends out. */
  | 'MODERATOR'
  /** It is the owner. */
  | 'OWNER'
  /** It is you. */
  | 'SELF';

/** Which one. */
export type NextQuestionInput = {
  /** The question whose reveal you see, from 0: asked twice, it moves once. Left out: the one shown now. */
  afterIndex?: number | null | undefined;
  /** The room. */
  roomId: string | number;
};

/** What a person may be told of while they are elsewhere. */
export type NotificationKind =
  /** A battle they are in begins in a minute, or has begun; not what they began themselves. */
  | 'BATTLE_STARTING'
  /** A throw of theirs is challenged, and still to be answered for. */
  | 'THROW_CHALLENGED'
  /** A tournament they entered is over: their rank and reward. */
  | 'TOURNAMENT_RESULT';

/** What to play, and how. */
export type OpenQuizRoomInput = {
  /** A name of your own, 1 to 80 characters: the same again is the room it opened first, also once that has ended (see phase): for another, give another key. */
  key?: string | null | undefined;
  /** A quiz of yours. */
  quizId: string | number;
  /** What is left out is the default. */
  settings?: QuizRoomSettingsInput | null | undefined;
};

/** Why a quiz paused. */
export type PauseReason =
  /** The host or a cohost said so. */
  | 'HOST'
  /** The host was gone for 20 seconds, or left with nobody to succeed. */
  | 'HOST_GONE';

/** What a penalty is for. */
export type PenaltyReason =
  /** No answer to a challenge. */
  | 'LAPSED'
  /** A wrong answer to a challenge. */
  | 'OVERTURNED'
  /** A nonce used again for something else. */
  | 'REPLAYED'
  /** A sealed throw that does not open. */
  | 'UNREADABLE';

/** How a guest wants to be called. */
export type PlayAsGuestInput = {
  /** 1 to 40 visible characters; “Guest” when left out. */
  displayName?: string | null | undefined;
};

/** How a quiz goes on after a reveal. */
export type QuizAdvance =
  /** By itself, after intermissionSeconds. */
  | 'AUTOMATIC'
  /** When the host or a cohost moves on. */
  | 'HOST';

/** Why a quiz ended. */
export type QuizEndReason =
  /** Every question was revealed. */
  | 'FINISHED'
  /** Nobody was there for two hours. */
  | 'IDLE'
  /** An operator of this server closed the room. */
  | 'OPERATOR'
  /** The host or a cohost ended it. */
  | 'STOPPED';

/** What a file of questions is written in. */
export type QuizFormat =
  /** A first line that names columns (question, option1 to option6, correct, seconds, points, picture, explanation), then a question a line. `correct` holds numbers of options from 1: “2” or “1 3”. */
  | 'CSV'
  /** An object with title and questions as createQuiz takes them, or a list of such questions. */
  | 'JSON';

/** What a room is about. */
export type QuizPhase =
  /** Over for good. */
  | 'ENDED'
  /** People come in; the quiz has not begun. */
  | 'LOBBY'
  /** A question or a reveal stands still, with the time that was left. */
  | 'PAUSED'
  /** A question can be answered until its deadline. */
  | 'QUESTION'
  /** The question is closed, and what is right is shown. */
  | 'REVEAL';

/** Whether a player was still there at the end. */
export type QuizPlayerStatus =
  /** They were. */
  | 'IN'
  /** They were kicked, and have no rank. */
  | 'KICKED'
  /** They left, and kept their score and their rank. */
  | 'LEFT';

/** A question; texts are trimmed. */
export type QuizQuestionInput = {
  /** What is asked, 1 to 500 characters. */
  body: string;
  /** Places of the right options, from 0: one or several, not all. */
  correctOptions: Array<number>;
  /** Shown with the right options; at most 1000 characters. */
  explanation?: string | null | undefined;
  /** 2 to 6 different ones, 1 to 200 characters each. */
  options: Array<string>;
  /** An https address of at most 2048 characters. */
  pictureUrl?: string | null | undefined;
  /** For a right answer at once, 0 to 2000; default 1000. */
  points?: number | null | undefined;
  /** How long it can be answered, 3 to 240; default 20. */
  seconds?: number | null | undefined;
};

/** What somebody may do in a room. */
export type QuizRole =
  /** Run the quiz and kick players. */
  | 'COHOST'
  /** Everything; there is one. */
  | 'HOST'
  /** Answer. */
  | 'PLAYER';

/** What a room is to be run by; what is left out is the default. */
export type QuizRoomSettingsInput = {
  /** How the quiz goes on after a reveal. Default HOST. */
  advance?: QuizAdvance | null | undefined;
  /** How points melt: a right answer gives points × (1 − t^alpha), t the part of the time used. 0.8 to 1.5. Default 1. */
  alpha?: number | null | undefined;
  /** Which answer counts of somebody who gives several. Default FIRST. */
  answerChange?: AnswerChange | null | undefined;
  /** Whether who opens the room answers and is ranked too. Default false. */
  hostPlays?: boolean | null | undefined;
  /** How long a reveal lasts where the quiz goes on by itself, 1 to 60. Default 5. */
  intermissionSeconds?: number | null | undefined;
  /** Whether people may join once the quiz has begun. Who was in before may return in any case. Default true. */
  lateJoin?: boolean | null | undefined;
  /** How many may be in at once, the host among them, 2 to 2000. Default 2000. */
  maxMembers?: number | null | undefined;
  /** Whether the PIN opens the room; the invitation code does in any case. Default true. */
  pinEntry?: boolean | null | undefined;
  /** Whether a question closes as soon as everyone online who plays has answered. Default false. */
  revealEarly?: boolean | null | undefined;
  /** Whether right answers in a row give more: a tenth each, half as much again at most. Default true. */
  streakBonus?: boolean | null | undefined;
  /** What becomes of the quiz when its host is gone for 20 seconds. Default PAUSE. */
  whenHostGone?: HostAbsence | null | undefined;
  /** Whether offensive display names are refused. Default true. */
  wordFilter?: boolean | null | undefined;
};

/** What somebody achieved elsewhere. */
export type RecordProgressInput = {
  /** 1 to 200 characters, your own for each achievement: it counts once. */
  eventId: string;
  /** How many levels they rise, 1 or more. */
  levels: number;
  /** Who. */
  userId: string | number;
};

/** Why a refresh token is refused. */
export type RefreshRefusal =
  /** The session was signed out, or ended by a reuse. */
  | 'ENDED'
  /** The session was not refreshed in time. */
  | 'EXPIRED'
  /** The token had been exchanged before; the session ended with this attempt. */
  | 'REUSED'
  /** No such token. */
  | 'UNKNOWN';

/** What came of a reservation. */
export type ReservationStatus =
  /** They are spent. */
  | 'CONFIRMED'
  /** Nobody confirmed it in five minutes, and they were given back. */
  | 'EXPIRED'
  /** The coins are taken aside. */
  | 'RESERVED'
  /** They were given back. */
  | 'ROLLED_BACK';

/** What to take aside. */
export type ReserveCoinsInput = {
  /** How many, 1 or more. */
  amount: number;
  /** What for; 1 to 120 characters. */
  purpose: string;
  /** 1 to 128 characters, your own for each reservation. */
  reservationId: string | number;
  /** Whose coins. */
  userId: string | number;
};

/** Which one. */
export type RevealQuestionInput = {
  /** The question you see open, from 0: asked twice, it closes one. Left out: the one that is open. */
  questionIndex?: number | null | undefined;
  /** The room. */
  roomId: string | number;
};

/** What a new score does to the one there is. */
export type ScoreOperator =
  /** Replaces it when it is better by the board’s order. */
  | 'BEST'
  /** Is added to it. */
  | 'INCREMENT'
  /** Replaces it. */
  | 'SET';

/** Who may submit scores. */
export type ScoreSubmission =
  /** Players for themselves too, so many a minute and so many points at once. */
  | 'PLAYER'
  /** Services with the scope scores:write alone. */
  | 'SERVICE';

/** Who signs in. */
export type SignInInput = {
  /** Whatever its case. */
  handle: string;
  /** The account’s password. */
  password: string;
};

/** A new account. */
export type SignUpInput = {
  /** 1 to 40 visible characters; the handle when left out. */
  displayName?: string | null | undefined;
  /** 2 to 32 letters, digits, dots, dashes or underscores. */
  handle: string;
  /** 8 to 200 characters. */
  password: string;
};

/** Which score is best. */
export type SortOrder =
  /** The greatest: points. */
  | 'HIGHEST_FIRST'
  /** The least: times, strokes. */
  | 'LOWEST_FIRST';

/** One score of one person. */
export type SubmitScoreInput = {
  /** What earned it, in your words, kept in the ledger; at most 80 characters. */
  action?: string | null | undefined;
  /** 1 to 128 characters, your own for each score of the board: the same again counts once. A player’s keys are theirs alone. */
  idempotencyKey: string;
  /** From −2147483647 to 2147483647. */
  points: number;
  /** Which board. */
  scoreboardKey: string;
  /** Whose score it is. */
  userId: string | number;
};

/** Many scores at once. */
export type SubmitScoresInput = {
  /** Which board. */
  scoreboardKey: string;
  /** 1 to 1000, in the order they happened. */
  scores: Array<SubmittedScoreInput>;
};

/** One score of a batch. */
export type SubmittedScoreInput = {
  /** What earned it, in your words, kept in the ledger; at most 80 characters. */
  action?: string | null | undefined;
  /** 1 to 128 characters, your own for each score of the board: the same again counts once. A player’s keys are theirs alone. */
  idempotencyKey: string;
  /** From −2147483647 to 2147483647. */
  points: number;
  /** Whose score it is. */
  userId: string | number;
};

/** A throw: in the clear (cupId, nonce, thrownAt) or sealed. */
export type ThrowBallInput = {
  /** Unpadded base64url SHA-256 of a secret you keep, to answer a challenge with. Left out, the server makes the secret. */
  commitment?: string | null | undefined;
  /** The cup to hit, in the clear. Either this or sealed. */
  cupId?: string | number | null | undefined;
  /** The game. */
  gameId: string | number;
  /** With cupId, required: 8 to 128 printable ASCII characters of your choice. The same nonce and cup again is the same throw; the same nonce for anything else is REPLAYED. */
  nonce?: string | null | undefined;
  /** A compact JWE (ECDH-ES, A256GCM) to the server’s published encryption key, of {gameId, cupId, nonce, thrownAt, sub}. */
  sealed?: string | null | undefined;
  /** With cupId, required: your clock. More than 15 seconds off is STALE. */
  thrownAt?: string | null | undefined;
};

/** The rule a throw broke. REPLAYED and UNREADABLE are marks of forgery and cost the penalty. */
export type ThrowRejection =
  /** The thrower has another ball in flight in this game. */
  | 'BALL_IN_FLIGHT'
  /** The cup is down, or not of this game. */
  | 'CUP_GONE'
  /** Another ball is in flight at the cup. */
  | 'CUP_TAKEN'
  /** The game has not begun or is over. */
  | 'GAME_NOT_ACTIVE'
  /** The thrower has no seat in the game. */
  | 'NOT_A_PLAYER'
  /** The cup is the thrower’s own. */
  | 'OWN_CUP'
  /** The nonce was used before, for something else. */
  | 'REPLAYED'
  /** This server takes sealed throws only. */
  | 'SEAL_REQUIRED'
  /** A penalty keeps the thrower from throwing. */
  | 'SITTING_OUT'
  /** The thrower’s clock is more than 15 seconds off. */
  | 'STALE'
  /** The sealed throw does not open, or is not the caller’s or of this game. */
  | 'UNREADABLE';

/** What has become of a throw. */
export type ThrowStatus =
  /** The thrower has to answer in time. */
  | 'CHALLENGED'
  /** Open to challenge by the cup’s owner. */
  | 'IN_FLIGHT'
  /** Final: the cup is down and the receipt signed. */
  | 'LANDED'
  /** Final: no answer came in time. */
  | 'LAPSED'
  /** Final: the answer did not open the commitment. */
  | 'OVERTURNED'
  /** A hop failed. Recorded with why; nothing flew. */
  | 'REJECTED'
  /** Final: the game ended, a player left, or an operator stepped in. */
  | 'VOIDED';

/** Coins for everyone whose rank in their group is between the two. */
export type TournamentRewardInput = {
  /** 0 to 1000000, for each of them. */
  coins: number;
  /** From 1. */
  fromRank: number;
  /** Included; up to 1000. */
  toRank: number;
};

/** How far a tournament is. Its times say, to the millisecond. */
export type TournamentStatus =
  /** Called off. */
  | 'CANCELLED'
  /** From entryClosesAt on: whoever is in plays on until endsAt. */
  | 'ENTRY_CLOSED'
  /** Over, and the ranks and rewards stand: moments after endsAt. */
  | 'FINISHED'
  /** From startsAt to entryClosesAt: it can be entered, and levels count in it. */
  | 'OPEN'
  /** Before startsAt. */
  | 'SCHEDULED';

/** To whom. */
export type TransferHostInput = {
  /** The room. */
  roomId: string | number;
  /** Somebody who is in it. */
  userId: string | number;
};

/** What to change; what is left out stays. */
export type UpdateGroupInput = {
  /** Up to 500 visible characters; empty takes it away. */
  description?: string | null | undefined;
  /** The group. */
  groupId: string | number;
  /** 2 to 1000, and not below how many are in. */
  maxMembers?: number | null | undefined;
  /** 1 to 60 visible characters. */
  name?: string | null | undefined;
  /** False ends the invitation code too: the group has a new one. */
  open?: boolean | null | undefined;
};

/** What to change; what is left out stays. */
export type UpdateQuizInput = {
  /** All of them anew. */
  questions?: Array<QuizQuestionInput> | null | undefined;
  /** A quiz of yours. */
  quizId: string | number;
  /** 1 to 120 characters. */
  title?: string | null | undefined;
};

/** What to change; what is left out stays. */
export type UpdateWebhookInput = {
  /** False: what happens from now on is not told, and what waits is parked. True: it is told again. */
  enabled?: boolean | null | undefined;
  /** All of them anew. One or more of game.started, game.finished, game.abandoned, throw.settled, battle.started, battle.finished, battle.cancelled, quiz_room.started, quiz_room.ended, tournament.opened, tournament.entry_closed, tournament.finished, user.level_up, user.reward_paid. */
  events?: Array<string> | null | undefined;
  /** A Webhook. */
  id: string | number;
  /** An https address of at most 2048 characters that leads to the internet at large. (http, and private addresses, only as far as WEBHOOKS_ALLOW_PRIVATE says.) */
  url?: string | null | undefined;
};

/** What has become of a message. */
export type WebhookDeliveryState =
  /** Answered with a status of 200 to 299. */
  | 'DELIVERED'
  /** Given up after 24 hours, or because the webhook was disabled; it can be replayed. */
  | 'PARKED'
  /** To be sent, or sent again. */
  | 'PENDING';

/** Why nothing is sent to a webhook. */
export type WebhookDisabledReason =
  /** Its server answered 410. */
  | 'GONE'
  /** Whoever manages it said so. */
  | 'OWNER'
  /** The service token that made it was revoked, or has expired. */
  | 'TOKEN_ENDED';

export type AccountSignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type AccountSignUpMutation = { signUp:
    | { __typename: 'HandleTakenError', handle: string, message: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'SignUpPayload', session: { accessToken: string, expiresAt: string, refreshToken: string, user: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null } } }
   };

export type AccountSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type AccountSignInMutation = { signIn:
    | { __typename: 'SignInPayload', session: { accessToken: string, expiresAt: string, refreshToken: string, user: { id: string, handle: string, displayName: string, guest: boolean } } }
    | { __typename: 'WrongCredentialsError', message: string }
   };

export type AccountPlayAsGuestMutationVariables = Exact<{
  input: PlayAsGuestInput;
}>;


export type AccountPlayAsGuestMutation = { playAsGuest:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'PlayAsGuestPayload', session: { accessToken: string, refreshToken: string, user: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null } } }
   };

export type AccountRefreshSessionMutationVariables = Exact<{
  refreshToken: string;
}>;


export type AccountRefreshSessionMutation = { refreshSession:
    | { __typename: 'InvalidRefreshTokenError', reason: RefreshRefusal, message: string }
    | { __typename: 'RefreshSessionPayload', session: { accessToken: string, expiresAt: string, refreshToken: string, user: { id: string } } }
   };

export type AccountSignOutMutationVariables = Exact<{
  everywhere?: boolean | null | undefined;
}>;


export type AccountSignOutMutation = { signOut:
    | { __typename: 'NoSessionError', message: string }
    | { __typename: 'SignOutPayload', ok: boolean }
   };

export type AccountSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountSessionsQuery = { mySessions: Array<{ id: string, device: string | null, createdAt: string, lastUsedAt: string, expiresAt: string, current: boolean }> };

export type AccountEndSessionMutationVariables = Exact<{
  sessionId: string | number;
}>;


export type AccountEndSessionMutation = { endSession:
    | { __typename: 'EndSessionPayload', ok: boolean }
    | { __typename: 'NotFoundError', message: string }
   };

export type AccountUserQueryVariables = Exact<{
  handle: string;
}>;


export type AccountUserQuery = { user: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null } | null };

export type AccountNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type AccountNodeQuery = { node:
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Battle', id: string }
    | { __typename: 'Challenge', id: string }
    | { __typename: 'Cup', id: string }
    | { __typename: 'Game', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Quiz', id: string }
    | { __typename: 'QuizRoom', id: string }
    | { __typename: 'Reservation', id: string }
    | { __typename: 'Scoreboard', id: string }
    | { __typename: 'ServiceToken', id: string }
    | { __typename: 'Throw', id: string }
    | { __typename: 'Tournament', id: string }
    | { __typename: 'TournamentEntry', id: string }
    | { __typename: 'TournamentGroup', id: string }
    | { __typename: 'User', handle: string, displayName: string, createdAt: string, guest: boolean, level: number, coins: number | null, cursor: string, id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type AccountServerTimeQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountServerTimeQuery = { serverTime: string };

export type ServiceTokenRevokedMutationVariables = Exact<{
  id: string | number;
}>;


export type ServiceTokenRevokedMutation = { revokeServiceToken:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RevokeServiceTokenPayload', ok: boolean }
   };

export type ServiceTokensQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ServiceTokensQuery = { serviceTokens: { edges: Array<{ node: { id: string, name: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, revokedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ServiceTokenNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type ServiceTokenNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken', id: string, name: string }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ServiceReadsQueryVariables = Exact<{
  handle: string;
  id: string | number;
  gameId: string | number;
}>;


export type ServiceReadsQuery = { serverTime: string, me: { id: string } | null, user: { id: string, level: number, coins: number | null } | null, node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User', handle: string, coins: number | null }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null, game: { status: GameStatus, scoreboard: { size: number } } | null, globalLeaderboard: { key: string }, scoreboards: { edges: Array<{ node: { key: string } }> } };

export type ServiceFollowsSubscriptionVariables = Exact<{
  scoreboardId: string | number;
}>;


export type ServiceFollowsSubscription = { standings: { version: string, size: number } };

export type ServicePollsQueryVariables = Exact<{
  handle: string;
}>;


export type ServicePollsQuery = { user: { events: { edges: Array<{ cursor: string }> } } | null };

export type BattleWarningsQueryVariables = Exact<{ [key: string]: never; }>;


export type BattleWarningsQuery = { me: { events: { edges: Array<{ node:
          | { __typename: 'BattleStarting', battleId: string, title: string, beginsAt: string }
          | { __typename: 'ChallengeAgainstYou' }
          | { __typename: 'CoinsChanged' }
          | { __typename: 'InvitationReceived' }
          | { __typename: 'LevelUp' }
          | { __typename: 'RewardPaid' }
          | { __typename: 'StreamGap' }
          | { __typename: 'ThrowAgainstYou' }
         }> } } | null };

export type CreateBattleMutationVariables = Exact<{
  input: CreateBattleInput;
}>;


export type CreateBattleMutation = { createBattle:
    | { __typename: 'CreateBattlePayload', battle: { id: string, cursor: string, status: BattleStatus, title: string, seconds: number, minFighters: number, maxFighters: number, beginsAt: string | null, endsAt: string | null, fighterCount: number, host: { id: string } } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAMemberError', userId: string, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TooManyBattlesError', message: string }
   };

export type JoinBattleMutationVariables = Exact<{
  battleId: string | number;
}>;


export type JoinBattleMutation = { joinBattle:
    | { __typename: 'BattleFullError', maxFighters: number, message: string }
    | { __typename: 'BattleNotWaitingError', status: BattleStatus, message: string }
    | { __typename: 'JoinBattlePayload', battle: { id: string, status: BattleStatus, fighterCount: number, fighting: boolean } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TooManyBattlesError', message: string }
   };

export type LeaveBattleMutationVariables = Exact<{
  battleId: string | number;
}>;


export type LeaveBattleMutation = { leaveBattle:
    | { __typename: 'BattleNotWaitingError', status: BattleStatus, message: string }
    | { __typename: 'LeaveBattlePayload', battle: { id: string, status: BattleStatus, fighterCount: number, fighting: boolean, cancelReason: BattleCancelReason | null, host: { id: string } } }
    | { __typename: 'NotFoundError', message: string }
   };

export type BeginBattleMutationVariables = Exact<{
  battleId: string | number;
}>;


export type BeginBattleMutation = { beginBattle:
    | { __typename: 'BattleNotWaitingError', status: BattleStatus, message: string }
    | { __typename: 'BeginBattlePayload', battle: { id: string, status: BattleStatus, beginsAt: string | null, endsAt: string | null } }
    | { __typename: 'NotEnoughFightersError', fighters: number, needed: number, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
   };

export type CancelBattleMutationVariables = Exact<{
  battleId: string | number;
}>;


export type CancelBattleMutation = { cancelBattle:
    | { __typename: 'BattleNotWaitingError', status: BattleStatus, message: string }
    | { __typename: 'CancelBattlePayload', battle: { id: string, status: BattleStatus, cancelReason: BattleCancelReason | null } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
   };

export type BattleQueryVariables = Exact<{
  id: string | number;
}>;


export type BattleQuery = { battle: { id: string, cursor: string, title: string, status: BattleStatus, cancelReason: BattleCancelReason | null, seconds: number, beginsAt: string | null, endsAt: string | null, finishedAt: string | null, fighterCount: number, fighting: boolean, host: { id: string }, winner: { id: string, level: number } | null, fighters: Array<{ score: number, rank: number | null, user: { id: string } }>, scoreboard: { id: string, key: string, size: number, top: { edges: Array<{ node: { rank: number, score: number, user: { id: string } } }> } } } | null };

export type BattlesQueryVariables = Exact<{
  status?: BattleStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BattlesQuery = { battles: { edges: Array<{ cursor: string, node: { id: string, title: string, status: BattleStatus } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type EveryBattleEvent_BattleBegan_Fragment = { __typename: 'BattleBegan', beganAt: string, endsAt: string, fighterCount: number, seq: number, cursor: string, at: string };

type EveryBattleEvent_BattleCancelled_Fragment = { __typename: 'BattleCancelled', cancelReason: BattleCancelReason, fighterCount: number, seq: number, cursor: string, at: string, by: { id: string } | null };

type EveryBattleEvent_BattleFinished_Fragment = { __typename: 'BattleFinished', finishedAt: string, fighterCount: number, seq: number, cursor: string, at: string, ranking: Array<{ rank: number, score: number, person: { id: string } }>, winner: { id: string } | null };

type EveryBattleEvent_BattleJoined_Fragment = { __typename: 'BattleJoined', fighterCount: number, seq: number, cursor: string, at: string, fighters: Array<{ id: string, handle: string }> };

type EveryBattleEvent_BattleLeft_Fragment = { __typename: 'BattleLeft', fighterCount: number, seq: number, cursor: string, at: string, person: { id: string }, host: { id: string } };

type EveryBattleEvent_BattleScored_Fragment = { __typename: 'BattleScored', seq: number, cursor: string, at: string, scores: Array<{ score: number, person: { id: string } }> };

type EveryBattleEvent_StreamGap_Fragment = { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string };

export type EveryBattleEventFragment =
  | EveryBattleEvent_BattleBegan_Fragment
  | EveryBattleEvent_BattleCancelled_Fragment
  | EveryBattleEvent_BattleFinished_Fragment
  | EveryBattleEvent_BattleJoined_Fragment
  | EveryBattleEvent_BattleLeft_Fragment
  | EveryBattleEvent_BattleScored_Fragment
  | EveryBattleEvent_StreamGap_Fragment
;

export type BattleEventsSubscriptionVariables = Exact<{
  battleId: string | number;
  after?: string | null | undefined;
}>;


export type BattleEventsSubscription = { battleEvents:
    | { __typename: 'BattleBegan', beganAt: string, endsAt: string, fighterCount: number, seq: number, cursor: string, at: string }
    | { __typename: 'BattleCancelled', cancelReason: BattleCancelReason, fighterCount: number, seq: number, cursor: string, at: string, by: { id: string } | null }
    | { __typename: 'BattleFinished', finishedAt: string, fighterCount: number, seq: number, cursor: string, at: string, ranking: Array<{ rank: number, score: number, person: { id: string } }>, winner: { id: string } | null }
    | { __typename: 'BattleJoined', fighterCount: number, seq: number, cursor: string, at: string, fighters: Array<{ id: string, handle: string }> }
    | { __typename: 'BattleLeft', fighterCount: number, seq: number, cursor: string, at: string, person: { id: string }, host: { id: string } }
    | { __typename: 'BattleScored', seq: number, cursor: string, at: string, scores: Array<{ score: number, person: { id: string } }> }
    | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
   };

export type PolledBattleEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PolledBattleEventsQuery = { battle: { events: { edges: Array<{ cursor: string, node:
          | { __typename: 'BattleBegan', beganAt: string, endsAt: string, fighterCount: number, seq: number, cursor: string, at: string }
          | { __typename: 'BattleCancelled', cancelReason: BattleCancelReason, fighterCount: number, seq: number, cursor: string, at: string, by: { id: string } | null }
          | { __typename: 'BattleFinished', finishedAt: string, fighterCount: number, seq: number, cursor: string, at: string, ranking: Array<{ rank: number, score: number, person: { id: string } }>, winner: { id: string } | null }
          | { __typename: 'BattleJoined', fighterCount: number, seq: number, cursor: string, at: string, fighters: Array<{ id: string, handle: string }> }
          | { __typename: 'BattleLeft', fighterCount: number, seq: number, cursor: string, at: string, person: { id: string }, host: { id: string } }
          | { __typename: 'BattleScored', seq: number, cursor: string, at: string, scores: Array<{ score: number, person: { id: string } }> }
          | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BattleNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type BattleNodeQuery = { node:
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Battle', id: string }
    | { __typename: 'Challenge', id: string }
    | { __typename: 'Cup', id: string }
    | { __typename: 'Game', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Quiz', id: string }
    | { __typename: 'QuizRoom', id: string }
    | { __typename: 'Reservation', id: string }
    | { __typename: 'Scoreboard', id: string }
    | { __typename: 'ServiceToken', id: string }
    | { __typename: 'Throw', id: string }
    | { __typename: 'Tournament', id: string }
    | { __typename: 'TournamentEntry', id: string }
    | { __typename: 'TournamentGroup', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type GameCallsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type GameCallsSubscription = { myEvents:
    | { __typename: 'BattleStarting', seq: number }
    | { __typename: 'ChallengeAgainstYou', gameId: string, throwId: string, answerBy: string, seq: number, challenger: { id: string, handle: string } }
    | { __typename: 'CoinsChanged', seq: number }
    | { __typename: 'InvitationReceived', seq: number }
    | { __typename: 'LevelUp', seq: number }
    | { __typename: 'RewardPaid', seq: number }
    | { __typename: 'StreamGap', seq: number }
    | { __typename: 'ThrowAgainstYou', gameId: string, throwId: string, cupId: string, challengeBy: string, seq: number, thrower: { id: string, handle: string } }
   };

export type GamePolledCallsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type GamePolledCallsQuery = { me: { events: { edges: Array<{ cursor: string, node:
          | { __typename: 'BattleStarting', seq: number }
          | { __typename: 'ChallengeAgainstYou', throwId: string, seq: number }
          | { __typename: 'CoinsChanged', seq: number }
          | { __typename: 'InvitationReceived', seq: number }
          | { __typename: 'LevelUp', seq: number }
          | { __typename: 'RewardPaid', seq: number }
          | { __typename: 'StreamGap', seq: number }
          | { __typename: 'ThrowAgainstYou', throwId: string, seq: number }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type GameVoidThrowMutationVariables = Exact<{
  throwId: string | number;
}>;


export type GameVoidThrowMutation = { voidThrow:
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'VoidThrowPayload', throw: { id: string, status: ThrowStatus, settledAt: string | null, receipt: string | null, challenge: { upheld: boolean | null } | null, cup: { standing: boolean } | null } }
   };

export type GameAnswerErrorsMutationVariables = Exact<{
  throwId: string | number;
  secret: string;
}>;


export type GameAnswerErrorsMutation = { answerChallenge:
    | { __typename: 'AnswerChallengePayload' }
    | { __typename: 'AnswerWindowClosedError', answerBy: string, message: string }
    | { __typename: 'NotChallengedError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotThrowerError', message: string }
   };

export type GameChallengeErrorsMutationVariables = Exact<{
  throwId: string | number;
}>;


export type GameChallengeErrorsMutation = { challengeThrow:
    | { __typename: 'AlreadyChallengedError', message: string }
    | { __typename: 'ChallengeThrowPayload' }
    | { __typename: 'ChallengeWindowClosedError', message: string }
    | { __typename: 'NoChallengesLeftError', challengesPerPlayer: number, message: string }
    | { __typename: 'NotCupOwnerError', message: string }
    | { __typename: 'NotFoundError', message: string }
   };

export type GameLogQueryVariables = Exact<{
  id: string | number;
}>;


export type GameLogQuery = { game: { events: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node:
          | { __typename: 'BallThrown', throwId: string, seq: number, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
          | { __typename: 'ChallengeAnswered', throwId: string, upheld: boolean, seq: number, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
          | { __typename: 'GameAbandoned', seq: number, at: string }
          | { __typename: 'GameFinished', seq: number, at: string, winner: { id: string } | null }
          | { __typename: 'GameStarted', seq: number, at: string }
          | { __typename: 'PlayerJoined', seq: number, at: string }
          | { __typename: 'PlayerLeft', forfeited: boolean, seq: number, at: string, player: { id: string }, host: { id: string } }
          | { __typename: 'PlayerPenalised', points: number, score: number, because: PenaltyReason, sittingOutUntil: string, seq: number, at: string, player: { id: string } }
          | { __typename: 'StreamGap', seq: number, at: string }
          | { __typename: 'ThrowChallenged', throwId: string, challengesLeft: number, seq: number, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
          | { __typename: 'ThrowRejected', throwId: string, cupId: string | null, rejectedFor: ThrowRejection, seq: number, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
          | { __typename: 'ThrowSettled', throwId: string, status: ThrowStatus, throwerScore: number, challengerScore: number | null, seq: number, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
         }> } } | null };

export type GamePlayAsGuestMutationVariables = Exact<{ [key: string]: never; }>;


export type GamePlayAsGuestMutation = { playAsGuest:
    | { __typename: 'InvalidInputError' }
    | { __typename: 'PlayAsGuestPayload', session: { accessToken: string, user: { id: string, handle: string } } }
   };

export type GameJoinErrorsMutationVariables = Exact<{
  gameId: string | number;
}>;


export type GameJoinErrorsMutation = { joinGame:
    | { __typename: 'GameFullError', maxPlayers: number, message: string }
    | { __typename: 'GameNotJoinableError', status: GameStatus, message: string }
    | { __typename: 'JoinGamePayload' }
    | { __typename: 'NotFoundError', message: string }
   };

export type GameStartErrorsMutationVariables = Exact<{
  gameId: string | number;
}>;


export type GameStartErrorsMutation = { startGame:
    | { __typename: 'GameNotJoinableError', status: GameStatus, message: string }
    | { __typename: 'NotEnoughPlayersError', players: number, needed: number, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'StartGamePayload' }
   };

export type GameNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type GameNodeQuery = { node:
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'Battle', id: string }
    | { __typename: 'Challenge', id: string, challenger: { handle: string }, throw: { id: string } }
    | { __typename: 'Cup', position: number, id: string, owner: { handle: string } }
    | { __typename: 'Game', status: GameStatus, id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Quiz', id: string }
    | { __typename: 'QuizRoom', id: string }
    | { __typename: 'Reservation', id: string }
    | { __typename: 'Scoreboard', id: string }
    | { __typename: 'ServiceToken', id: string }
    | { __typename: 'Throw', id: string, thrower: { handle: string } }
    | { __typename: 'Tournament', id: string }
    | { __typename: 'TournamentEntry', id: string }
    | { __typename: 'TournamentGroup', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type GameByTypedArgumentQueryVariables = Exact<{
  id: string | number;
}>;


export type GameByTypedArgumentQuery = { game: { id: string } | null };

export type GameDeepReadQueryVariables = Exact<{ [key: string]: never; }>;


export type GameDeepReadQuery = { openGames: { edges: Array<{ node: { id: string, cursor: string, status: GameStatus, host: { id: string, handle: string }, winner: { id: string } | null, settings: { maxPlayers: number }, players: Array<{ seat: number, user: { id: string, handle: string, level: number, cursor: string }, cups: Array<{ id: string, standing: boolean, owner: { id: string } }> }> } }> } };

export type GameDeepThrowsQueryVariables = Exact<{
  id: string | number;
}>;


export type GameDeepThrowsQuery = { game: { throws: { edges: Array<{ node: { id: string, receipt: string | null, thrower: { handle: string }, game: { id: string, host: { handle: string } }, cup: { standing: boolean, owner: { handle: string } } | null, challenge: { upheld: boolean | null, challenger: { handle: string }, throw: { id: string } } | null, hops: Array<{ name: HopName }> } }> } } | null };

export type GameThrowPagesQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GameThrowPagesQuery = { game: { throws: { edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type GameOpenPagesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GameOpenPagesQuery = { openGames: { edges: Array<{ cursor: string, node: { id: string, status: GameStatus } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GameMyPagesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GameMyPagesQuery = { myGames: { edges: Array<{ cursor: string, node: { id: string, status: GameStatus } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GameRejectedThrowsQueryVariables = Exact<{
  id: string | number;
}>;


export type GameRejectedThrowsQuery = { game: { players: Array<{ score: number, sittingOutUntil: string | null, user: { id: string } }>, throws: { edges: Array<{ node: { id: string, status: ThrowStatus, rejectedFor: ThrowRejection | null, settledAt: string | null, challengeBy: string | null, cup: { id: string } | null, thrower: { id: string }, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> } }> } } | null };

export type GroupMemberStandingsSubscriptionVariables = Exact<{
  scoreboardId: string | number;
}>;


export type GroupMemberStandingsSubscription = { standings: { size: number, entries: Array<{ rank: number, score: number, user: { id: string } }> } };

export type GroupOwnEntryQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupOwnEntryQuery = { group: { scoreboard: { entry: { score: number } | null } } | null };

export type GroupBoardReadsQueryVariables = Exact<{
  key: string;
  userId: string | number;
}>;


export type GroupBoardReadsQuery = { scoreboard: { size: number, mine: { score: number } | null, theirs: { score: number } | null, around: Array<{ score: number }>, top: { edges: Array<{ node: { score: number } }> } } | null };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { createGroup:
    | { __typename: 'CreateGroupPayload', group: { id: string, name: string, description: string | null, open: boolean, maxMembers: number, memberCount: number, inviteCode: string | null, createdAt: string, endedAt: string | null, owner: { id: string }, me: { role: GroupRole, joinedAt: string } | null, scoreboard: { id: string, key: string, size: number } } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TooManyGroupsError', message: string, most: number }
   };

export type JoinGroupMutationVariables = Exact<{
  input: JoinGroupInput;
}>;


export type JoinGroupMutation = { joinGroup:
    | { __typename: 'BannedError', message: string, reason: string | null }
    | { __typename: 'GroupClosedError', message: string }
    | { __typename: 'GroupEndedError', message: string }
    | { __typename: 'GroupFullError', message: string, maxMembers: number }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'JoinGroupPayload', group: { id: string, memberCount: number, inviteCode: string | null, me: { role: GroupRole, joinedAt: string, user: { id: string } } | null } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TooManyGroupsError', message: string, most: number }
    | { __typename: 'UnknownInviteCodeError', message: string }
   };

export type LeaveGroupMutationVariables = Exact<{
  groupId: string | number;
}>;


export type LeaveGroupMutation = { leaveGroup:
    | { __typename: 'LeaveGroupPayload', group: { id: string, memberCount: number, inviteCode: string | null, endedAt: string | null, owner: { id: string }, me: { role: GroupRole } | null } }
    | { __typename: 'NotFoundError', message: string }
   };

export type KickGroupMemberMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
}>;


export type KickGroupMemberMutation = { kickGroupMember:
    | { __typename: 'KickGroupMemberPayload', group: { id: string, memberCount: number } }
    | { __typename: 'MemberProtectedError', message: string, because: MemberProtection }
    | { __typename: 'NotAMemberError', message: string, userId: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
   };

export type BanFromGroupMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
  reason?: string | null | undefined;
}>;


export type BanFromGroupMutation = { banFromGroup:
    | { __typename: 'BanFromGroupPayload', group: { id: string, memberCount: number, bans: { edges: Array<{ node: { reason: string | null, bannedAt: string | null, user: { id: string }, by: { id: string } | null } }> } | null } }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'MemberProtectedError', message: string, because: MemberProtection }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
   };

export type UnbanFromGroupMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
}>;


export type UnbanFromGroupMutation = { unbanFromGroup:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
    | { __typename: 'UnbanFromGroupPayload', group: { id: string, bans: { edges: Array<{ node: { user: { id: string } } }> } | null } }
   };

export type SetGroupRoleMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
  role: AssignableGroupRole;
}>;


export type SetGroupRoleMutation = { setGroupRole:
    | { __typename: 'MemberProtectedError', message: string, because: MemberProtection }
    | { __typename: 'NotAMemberError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
    | { __typename: 'SetGroupRolePayload', group: { id: string, members: { edges: Array<{ node: { role: GroupRole, user: { id: string } } }> } | null } }
   };

export type TransferGroupMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
}>;


export type TransferGroupMutation = { transferGroup:
    | { __typename: 'NotAMemberError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
    | { __typename: 'TransferGroupPayload', group: { id: string, owner: { id: string }, me: { role: GroupRole } | null } }
   };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { updateGroup:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
    | { __typename: 'UpdateGroupPayload', group: { id: string, name: string, description: string | null, open: boolean, maxMembers: number, inviteCode: string | null } }
   };

export type NewInviteCodeMutationVariables = Exact<{
  groupId: string | number;
  insteadOf?: string | null | undefined;
}>;


export type NewInviteCodeMutation = { newInviteCode:
    | { __typename: 'NewInviteCodePayload', group: { id: string, inviteCode: string | null } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
   };

export type InviteToGroupMutationVariables = Exact<{
  groupId: string | number;
  userId: string | number;
}>;


export type InviteToGroupMutation = { inviteToGroup:
    | { __typename: 'InviteToGroupPayload', group: { id: string, inviteCode: string | null } }
    | { __typename: 'InviteeBannedError', message: string }
    | { __typename: 'NotAMemberError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotOwnerError', message: string }
   };

export type GroupStateQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GroupStateQuery = { group: { id: string, name: string, description: string | null, open: boolean, maxMembers: number, memberCount: number, inviteCode: string | null, createdAt: string, endedAt: string | null, owner: { id: string }, me: { role: GroupRole, joinedAt: string } | null, members: { edges: Array<{ cursor: string, node: { role: GroupRole, joinedAt: string, user: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } | null, bans: { edges: Array<{ cursor: string, node: { reason: string | null, user: { id: string } } }> } | null, scoreboard: { id: string, key: string, size: number } } | null };

export type GroupScoresQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupScoresQuery = { group: { scoreboard: { size: number, top: { edges: Array<{ node: { score: number, rank: number, user: { id: string } } }> }, entry: { score: number } | null } } | null };

export type GroupsQueryVariables = Exact<{
  mine?: boolean | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type GroupsQuery = { groups: { edges: Array<{ cursor: string, node: { id: string, name: string, memberCount: number, owner: { id: string }, me: { role: GroupRole } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvitationsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InvitationsSubscription = { myEvents:
    | { __typename: 'BattleStarting', seq: number }
    | { __typename: 'ChallengeAgainstYou', seq: number }
    | { __typename: 'CoinsChanged', seq: number }
    | { __typename: 'InvitationReceived', groupId: string, groupName: string, inviteCode: string, seq: number, by: { id: string, handle: string, displayName: string } }
    | { __typename: 'LevelUp', seq: number }
    | { __typename: 'RewardPaid', seq: number }
    | { __typename: 'StreamGap', seq: number }
    | { __typename: 'ThrowAgainstYou', seq: number }
   };

export type PolledInvitationsQueryVariables = Exact<{ [key: string]: never; }>;


export type PolledInvitationsQuery = { me: { events: { edges: Array<{ node:
          | { __typename: 'BattleStarting' }
          | { __typename: 'ChallengeAgainstYou' }
          | { __typename: 'CoinsChanged' }
          | { __typename: 'InvitationReceived', groupId: string, groupName: string, inviteCode: string, by: { id: string } }
          | { __typename: 'LevelUp' }
          | { __typename: 'RewardPaid' }
          | { __typename: 'StreamGap' }
          | { __typename: 'ThrowAgainstYou' }
         }> } } | null };

export type GroupDeepReadQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupDeepReadQuery = { groups: { edges: Array<{ node: { name: string, memberCount: number, inviteCode: string | null, owner: { handle: string }, me: { role: GroupRole, user: { handle: string } } | null, scoreboard: { key: string, title: string } } }> } };

export type GroupDeepMembersQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupDeepMembersQuery = { group: { members: { edges: Array<{ node: { role: GroupRole, user: { handle: string, level: number } } }> } | null, scoreboard: { top: { edges: Array<{ node: { score: number, user: { handle: string } } }> } } } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null, cursor: string } | null };

export type CreateGameMutationVariables = Exact<{
  input: CreateGameInput;
}>;


export type CreateGameMutation = { createGame:
    | { __typename: 'CreateGamePayload', game: { id: string, cursor: string, status: GameStatus, host: { id: string }, settings: { challengeSeconds: number, answerSeconds: number }, players: Array<{ seat: number, user: { id: string }, cups: Array<{ id: string }> }> } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
   };

export type JoinGameMutationVariables = Exact<{
  gameId: string | number;
}>;


export type JoinGameMutation = { joinGame:
    | { __typename: 'GameFullError', message: string }
    | { __typename: 'GameNotJoinableError', message: string }
    | { __typename: 'JoinGamePayload', game: { id: string, status: GameStatus, host: { id: string }, players: Array<{ seat: number, user: { id: string }, cups: Array<{ id: string }> }> } }
    | { __typename: 'NotFoundError', message: string }
   };

export type StartGameMutationVariables = Exact<{
  gameId: string | number;
}>;


export type StartGameMutation = { startGame:
    | { __typename: 'GameNotJoinableError', message: string }
    | { __typename: 'NotEnoughPlayersError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'StartGamePayload', game: { id: string, status: GameStatus, startedAt: string | null, players: Array<{ seat: number, user: { id: string }, cups: Array<{ id: string, standing: boolean }> }> } }
   };

export type LeaveGameMutationVariables = Exact<{
  gameId: string | number;
}>;


export type LeaveGameMutation = { leaveGame:
    | { __typename: 'LeaveGamePayload', game: { id: string, status: GameStatus, host: { id: string }, winner: { id: string } | null, players: Array<{ leftAt: string | null, user: { id: string }, cups: Array<{ id: string, standing: boolean }> }> } }
    | { __typename: 'NotFoundError', message: string }
   };

export type ThrowBallMutationVariables = Exact<{
  input: ThrowBallInput;
}>;


export type ThrowBallMutation = { throwBall:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ThrowBallPayload', answerKey: string | null, throw: { id: string, status: ThrowStatus, rejectedFor: ThrowRejection | null, challengeBy: string | null, settledAt: string | null, cup: { id: string } | null, hops: Array<{ name: HopName, outcome: HopOutcome, at: string, elapsedMs: number, detail: string | null }> } }
   };

export type ChallengeThrowMutationVariables = Exact<{
  throwId: string | number;
}>;


export type ChallengeThrowMutation = { challengeThrow:
    | { __typename: 'AlreadyChallengedError', message: string, answerBy: string }
    | { __typename: 'ChallengeThrowPayload', challenge: { id: string, answerBy: string, challengedAt: string, upheld: boolean | null, challenger: { id: string }, throw: { id: string, status: ThrowStatus } } }
    | { __typename: 'ChallengeWindowClosedError', message: string, challengeBy: string | null }
    | { __typename: 'NoChallengesLeftError', message: string }
    | { __typename: 'NotCupOwnerError', message: string }
    | { __typename: 'NotFoundError', message: string }
   };

export type AnswerChallengeMutationVariables = Exact<{
  throwId: string | number;
  secret: string;
}>;


export type AnswerChallengeMutation = { answerChallenge:
    | { __typename: 'AnswerChallengePayload', throw: { id: string, status: ThrowStatus, settledAt: string | null, receipt: string | null, challenge: { upheld: boolean | null, answeredAt: string | null } | null, hops: Array<{ name: HopName, outcome: HopOutcome }> } }
    | { __typename: 'AnswerWindowClosedError', message: string }
    | { __typename: 'NotChallengedError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotThrowerError', message: string }
   };

export type GameStateQueryVariables = Exact<{
  id: string | number;
}>;


export type GameStateQuery = { game: { id: string, cursor: string, status: GameStatus, startedAt: string | null, finishedAt: string | null, host: { id: string }, winner: { id: string, level: number } | null, players: Array<{ seat: number, score: number, challengesLeft: number, sittingOutUntil: string | null, leftAt: string | null, user: { id: string, handle: string }, cups: Array<{ id: string, position: number, standing: boolean }> }>, throws: { edges: Array<{ cursor: string, node: { id: string, status: ThrowStatus, rejectedFor: ThrowRejection | null, settledAt: string | null, challenge: { id: string, upheld: boolean | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ThrowStateQueryVariables = Exact<{
  id: string | number;
}>;


export type ThrowStateQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw', id: string, status: ThrowStatus, rejectedFor: ThrowRejection | null, receipt: string | null, settledAt: string | null, challengeBy: string | null, thrower: { id: string }, cup: { id: string, standing: boolean } | null, challenge: { id: string, upheld: boolean | null, answeredAt: string | null, answerBy: string } | null, hops: Array<{ name: HopName, outcome: HopOutcome, at: string, elapsedMs: number, detail: string | null }> }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type GameEventsSubscriptionVariables = Exact<{
  gameId: string | number;
  after?: string | null | undefined;
}>;


export type GameEventsSubscription = { gameEvents:
    | { __typename: 'BallThrown', throwId: string, seq: number, cursor: string, at: string, hops: Array<{ name: HopName, outcome: HopOutcome }> }
    | { __typename: 'ChallengeAnswered', throwId: string, upheld: boolean, seq: number, cursor: string, at: string }
    | { __typename: 'GameAbandoned', seq: number, cursor: string, at: string }
    | { __typename: 'GameFinished', seq: number, cursor: string, at: string, winner: { id: string, handle: string } | null, scores: Array<{ score: number, cupsStanding: number, player: { id: string } }> }
    | { __typename: 'GameStarted', seq: number, cursor: string, at: string }
    | { __typename: 'PlayerJoined', seq: number, cursor: string, at: string }
    | { __typename: 'PlayerLeft', seq: number, cursor: string, at: string }
    | { __typename: 'PlayerPenalised', points: number, score: number, because: PenaltyReason, seq: number, cursor: string, at: string, player: { id: string } }
    | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
    | { __typename: 'ThrowChallenged', throwId: string, answerBy: string, challengesLeft: number, seq: number, cursor: string, at: string }
    | { __typename: 'ThrowRejected', throwId: string, rejectedFor: ThrowRejection, seq: number, cursor: string, at: string, hops: Array<{ name: HopName, outcome: HopOutcome, detail: string | null }> }
    | { __typename: 'ThrowSettled', throwId: string, status: ThrowStatus, cupStanding: boolean, throwerScore: number, seq: number, cursor: string, at: string }
   };

export type ThrowHopsSubscriptionVariables = Exact<{
  throwId: string | number;
}>;


export type ThrowHopsSubscription = { throwHops: { name: HopName, outcome: HopOutcome, at: string, elapsedMs: number, detail: string | null } };

export type PolledEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PolledEventsQuery = { game: { events: { edges: Array<{ cursor: string, node:
          | { __typename: 'BallThrown', seq: number, cursor: string }
          | { __typename: 'ChallengeAnswered', seq: number, cursor: string }
          | { __typename: 'GameAbandoned', seq: number, cursor: string }
          | { __typename: 'GameFinished', seq: number, cursor: string }
          | { __typename: 'GameStarted', seq: number, cursor: string }
          | { __typename: 'PlayerJoined', seq: number, cursor: string }
          | { __typename: 'PlayerLeft', seq: number, cursor: string }
          | { __typename: 'PlayerPenalised', seq: number, cursor: string }
          | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string }
          | { __typename: 'ThrowChallenged', seq: number, cursor: string }
          | { __typename: 'ThrowRejected', seq: number, cursor: string }
          | { __typename: 'ThrowSettled', seq: number, cursor: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ServiceTokenMadeMutationVariables = Exact<{
  input: CreateServiceTokenInput;
}>;


export type ServiceTokenMadeMutation = { createServiceToken:
    | { __typename: 'CreateServiceTokenPayload', token: string, id: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
   };

export type ServiceUserMadeMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type ServiceUserMadeMutation = { createUser:
    | { __typename: 'CreateUserPayload', user: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null, createdAt: string } }
    | { __typename: 'HandleTakenError', message: string, handle: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
   };

export type GameCursorsQueryVariables = Exact<{
  id: string | number;
}>;


export type GameCursorsQuery = { game: { cursor: string, events: { edges: Array<{ cursor: string, node:
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
          | { seq: number }
         }> } } | null };

export type OperatorsViewQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsViewQuery = { operations: { games: { edges: Array<{ cursor: string, node: { id: string, status: GameStatus, createdAt: string, startedAt: string | null, players: Array<{ user: { id: string, handle: string } }> } }> }, rooms: { edges: Array<{ cursor: string, node: { id: string, phase: QuizPhase, title: string, memberCount: number, onlineCount: number, host: { id: string, handle: string } } }> }, battles: { edges: Array<{ cursor: string, node: { id: string, status: BattleStatus, title: string, fighterCount: number } }> }, nodes: Array<{ id: string, version: string | null, roles: Array<string> | null, startedAt: string | null, seenAt: string, sockets: number | null, subscriptions: number | null, eventLoopDelayMs: number | null }>, deadlines: { edges: Array<{ cursor: string, node: { kind: DeadlineKind, subject: string, dueAt: string, nextAt: string, attempts: number, failedAt: string | null, lastError: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, jobs: { edges: Array<{ cursor: string, node: { id: string, name: string, every: string | null, nextRunAt: string | null, lastRunAt: string | null, lastFinishedAt: string | null, failures: number, failedAt: string | null, failReason: string | null, lockedAt: string | null, lockedBy: string | null } }> }, auditLog: { edges: Array<{ cursor: string, node: { id: string, at: string, action: string, subject: string, reason: string | null, user: { id: string } | null, service: { id: string } | null, details: Array<{ name: string, value: string }> } }> } } };

export type OperatorsAuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  by?: string | number | null | undefined;
  action?: string | null | undefined;
  subject?: string | number | null | undefined;
}>;


export type OperatorsAuditLogQuery = { operations: { auditLog: { edges: Array<{ node: { id: string, at: string, action: string, subject: string, reason: string | null, user: { id: string, handle: string } | null, service: { id: string } | null, details: Array<{ name: string, value: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type OperatorsLiveQueryVariables = Exact<{
  game?: GameStatus | null | undefined;
  room?: QuizPhase | null | undefined;
  battle?: BattleStatus | null | undefined;
  first?: number | null | undefined;
}>;


export type OperatorsLiveQuery = { operations: { games: { edges: Array<{ node: { id: string, status: GameStatus, startedAt: string | null, players: Array<{ user: { id: string, handle: string } }> } }>, pageInfo: { hasNextPage: boolean } }, rooms: { edges: Array<{ node: { id: string, phase: QuizPhase, memberCount: number, onlineCount: number, host: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean } }, battles: { edges: Array<{ node: { id: string, status: BattleStatus, fighterCount: number, host: { handle: string } } }>, pageInfo: { hasNextPage: boolean } } } };

export type OperatorsNodesQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorsNodesQuery = { operations: { nodes: Array<{ id: string, version: string | null, roles: Array<string> | null, startedAt: string | null, seenAt: string, sockets: number | null, subscriptions: number | null, eventLoopDelayMs: number | null }> } };

export type OperatorsDeadlinesQueryVariables = Exact<{
  state?: DeadlineState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorsDeadlinesQuery = { operations: { deadlines: { edges: Array<{ node: { kind: DeadlineKind, subject: string, dueAt: string, nextAt: string, attempts: number, failedAt: string | null, lastError: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type OperatorsJobsQueryVariables = Exact<{
  failing?: boolean | null | undefined;
  name?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OperatorsJobsQuery = { operations: { jobs: { edges: Array<{ node: { id: string, name: string, every: string | null, nextRunAt: string | null, lastRunAt: string | null, lastFinishedAt: string | null, failures: number, failedAt: string | null, failReason: string | null, lockedAt: string | null, lockedBy: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type OperatorsCloseRoomMutationVariables = Exact<{
  roomId: string | number;
  reason: string;
}>;


export type OperatorsCloseRoomMutation = { closeRoom:
    | { __typename: 'CloseRoomPayload', room: { id: string, phase: QuizPhase, pin: string | null, endedAt: string | null, memberCount: number } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string }> }
    | { __typename: 'NotFoundError', message: string }
   };

export type OperatorsKickFromRoomMutationVariables = Exact<{
  roomId: string | number;
  userId: string | number;
  reason: string;
}>;


export type OperatorsKickFromRoomMutation = { kickFromRoom:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string }> }
    | { __typename: 'KickFromRoomPayload', room: { id: string, phase: QuizPhase, memberCount: number, host: { id: string } } }
    | { __typename: 'NotAMemberError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotKickableError', message: string, because: KickObstacle }
    | { __typename: 'WrongPhaseError', message: string }
   };

export type OperatorsVoidThrowMutationVariables = Exact<{
  throwId: string | number;
  reason: string;
}>;


export type OperatorsVoidThrowMutation = { voidThrow:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'VoidThrowPayload', throw: { id: string, status: ThrowStatus, receipt: string | null, settledAt: string | null } }
   };

export type OperatorsRetryDeadlineMutationVariables = Exact<{
  kind: DeadlineKind;
  subject: string | number;
  reason: string;
}>;


export type OperatorsRetryDeadlineMutation = { retryDeadline:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string }> }
    | { __typename: 'RetryDeadlinePayload', deadline: { kind: DeadlineKind, subject: string, attempts: number, nextAt: string, lastError: string | null } | null }
   };

export type OperatorsRetryJobMutationVariables = Exact<{
  jobId: string | number;
  reason: string;
}>;


export type OperatorsRetryJobMutation = { retryJob:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string }> }
    | { __typename: 'RetryJobPayload', job: { id: string, name: string, nextRunAt: string | null, failures: number } | null }
   };

export type ProgressRecordedMutationVariables = Exact<{
  input: RecordProgressInput;
}>;


export type ProgressRecordedMutation = { recordProgress:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RecordProgressPayload', coinsEarned: number, user: { id: string, level: number, coins: number | null } }
   };

export type CoinsReservedMutationVariables = Exact<{
  input: ReserveCoinsInput;
}>;


export type CoinsReservedMutation = { reserveCoins:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotEnoughCoinsError', message: string, coins: number, needed: number }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReserveCoinsPayload', reservation: { id: string, amount: number, purpose: string, status: ReservationStatus, expiresAt: string, user: { id: string, coins: number | null } } }
   };

export type ReservationConfirmedMutationVariables = Exact<{
  reservationId: string | number;
}>;


export type ReservationConfirmedMutation = { confirmReservation:
    | { __typename: 'ConfirmReservationPayload', reservation: { id: string, status: ReservationStatus, user: { coins: number | null } } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReservationSettledError', message: string, status: ReservationStatus }
   };

export type ReservationRolledBackMutationVariables = Exact<{
  reservationId: string | number;
}>;


export type ReservationRolledBackMutation = { rollBackReservation:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReservationSettledError', message: string, status: ReservationStatus }
    | { __typename: 'RollBackReservationPayload', reservation: { id: string, status: ReservationStatus, user: { coins: number | null } } }
   };

export type ReservationNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type ReservationNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation', id: string, amount: number, purpose: string, status: ReservationStatus, expiresAt: string, user: { id: string } }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ProgressBalanceQueryVariables = Exact<{
  id: string | number;
}>;


export type ProgressBalanceQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User', level: number, coins: number | null }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ProgressGlobalQueryVariables = Exact<{
  userId?: string | number | null | undefined;
}>;


export type ProgressGlobalQuery = { globalLeaderboard: { size: number, entry: { rank: number, score: number, user: { id: string, level: number } } | null } };

export type ProgressEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ProgressEventsSubscription = { myEvents:
    | { __typename: 'BattleStarting', seq: number, cursor: string, at: string }
    | { __typename: 'ChallengeAgainstYou', seq: number, cursor: string, at: string }
    | { __typename: 'CoinsChanged', coins: number, amount: number, reason: CoinReason, seq: number, cursor: string, at: string }
    | { __typename: 'InvitationReceived', seq: number, cursor: string, at: string }
    | { __typename: 'LevelUp', oldLevel: number, newLevel: number, coinsEarned: number, seq: number, cursor: string, at: string }
    | { __typename: 'RewardPaid', seq: number, cursor: string, at: string }
    | { __typename: 'StreamGap', seq: number, cursor: string, at: string }
    | { __typename: 'ThrowAgainstYou', seq: number, cursor: string, at: string }
   };

export type ProgressPolledQueryVariables = Exact<{
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type ProgressPolledQuery = { me: { cursor: string, coins: number | null, level: number, events: { edges: Array<{ cursor: string, node:
          | { __typename: 'BattleStarting', seq: number, cursor: string, at: string }
          | { __typename: 'ChallengeAgainstYou', seq: number, cursor: string, at: string }
          | { __typename: 'CoinsChanged', coins: number, amount: number, reason: CoinReason, seq: number, cursor: string, at: string }
          | { __typename: 'InvitationReceived', seq: number, cursor: string, at: string }
          | { __typename: 'LevelUp', oldLevel: number, newLevel: number, coinsEarned: number, seq: number, cursor: string, at: string }
          | { __typename: 'RewardPaid', seq: number, cursor: string, at: string }
          | { __typename: 'StreamGap', seq: number, cursor: string, at: string }
          | { __typename: 'ThrowAgainstYou', seq: number, cursor: string, at: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ProgressEventsOfQueryVariables = Exact<{
  handle: string;
}>;


export type ProgressEventsOfQuery = { user: { id: string, events: { edges: Array<{ cursor: string }> } } | null };

export type QuizQueryVariables = Exact<{
  id: string | number;
}>;


export type QuizQuery = { node:
    | { title: string, questionCount: number, author: { id: string }, questions: Array<{ index: number, body: string, options: Array<string>, correctOptions: Array<number>, seconds: number, points: number, pictureUrl: string | null, explanation: string | null }> | null }
    | Record<PropertyKey, never>
   | null };

export type QuizzesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type QuizzesQuery = { quizzes: { edges: Array<{ node: { id: string, title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateQuizMutationVariables = Exact<{
  input: CreateQuizInput;
}>;


export type CreateQuizMutation = { createQuiz:
    | { __typename: 'CreateQuizPayload', quiz: { id: string, title: string, questionCount: number, createdAt: string } }
    | { __typename: 'InvalidInputError', fields: Array<{ field: string, message: string }> }
   };

export type UpdateQuizMutationVariables = Exact<{
  input: UpdateQuizInput;
}>;


export type UpdateQuizMutation = { updateQuiz:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAuthorError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'UpdateQuizPayload', quiz: { id: string, title: string, questionCount: number } }
   };

export type DeleteQuizMutationVariables = Exact<{
  input: DeleteQuizInput;
}>;


export type DeleteQuizMutation = { deleteQuiz:
    | { __typename: 'DeleteQuizPayload', quizId: string }
    | { __typename: 'NotAuthorError', message: string }
    | { __typename: 'NotFoundError', message: string }
   };

export type ImportQuizMutationVariables = Exact<{
  input: ImportQuizInput;
}>;


export type ImportQuizMutation = { importQuiz:
    | { __typename: 'ImportQuizPayload', quiz: { id: string, title: string, questions: Array<{ body: string, options: Array<string>, correctOptions: Array<number>, seconds: number, points: number, pictureUrl: string | null, explanation: string | null }> | null } }
    | { __typename: 'InvalidInputError', fields: Array<{ field: string, message: string }> }
   };

export type QuizReportQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type QuizReportQuery = { quizRoom: { report: { csvPath: string, questions: Array<{ index: number, body: string, options: Array<string>, correctOptions: Array<number> | null, revealed: boolean, answered: number, correct: number, distribution: Array<number>, averageMs: number | null, averagePoints: number | null }>, players: { edges: Array<{ cursor: string, node: { displayName: string, rank: number | null, score: number, correct: number, answered: number, averageMs: number | null, status: QuizPlayerStatus, user: { id: string, handle: string }, kick: { reason: string | null, at: string, by: { id: string } | null } | null, answers: Array<{ questionIndex: number, options: Array<number>, correct: boolean, points: number, bonus: number, elapsedMs: number }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null } | null };

export type PlayersOfReportQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PlayersOfReportQuery = { quizRoom: { report: { players: { edges: Array<{ node: { rank: number | null } }> } } | null } | null };

export type RevealsQueryVariables = Exact<{
  id: string | number;
}>;


export type RevealsQuery = { quizRoom: { events: { edges: Array<{ node:
          | { answered: number, distribution: Array<number> }
          | Record<PropertyKey, never>
         }> } } | null };

export type OpenQuizRoomMutationVariables = Exact<{
  input: OpenQuizRoomInput;
}>;


export type OpenQuizRoomMutation = { openQuizRoom:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAuthorError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'OpenQuizRoomPayload', room: { id: string, cursor: string, pin: string | null, inviteCode: string | null, phase: QuizPhase, title: string } }
   };

export type JoinQuizRoomMutationVariables = Exact<{
  input: JoinQuizRoomInput;
}>;


export type JoinQuizRoomMutation = { joinQuizRoom:
    | { __typename: 'BannedError', reason: string | null, message: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'JoinQuizRoomPayload', room: { id: string, cursor: string, me: { displayName: string, role: QuizRole, plays: boolean } | null } }
    | { __typename: 'LateJoinClosedError', message: string }
    | { __typename: 'NameTakenError', displayName: string, message: string }
    | { __typename: 'RoomFullError', maxMembers: number, message: string }
    | { __typename: 'RoomNotFoundError', message: string }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type LeaveQuizRoomMutationVariables = Exact<{
  roomId: string | number;
}>;


export type LeaveQuizRoomMutation = { leaveQuizRoom:
    | { __typename: 'LeaveQuizRoomPayload', room: { id: string, pin: string | null, memberCount: number, me: { displayName: string } | null } | null }
    | { __typename: 'NotFoundError', message: string }
   };

export type KickPlayerMutationVariables = Exact<{
  input: KickPlayerInput;
}>;


export type KickPlayerMutation = { kickPlayer:
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'KickPlayerPayload', room: { id: string, memberCount: number } }
    | { __typename: 'NotAMemberError', userId: string, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'NotKickableError', because: KickObstacle, message: string }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type TransferHostMutationVariables = Exact<{
  input: TransferHostInput;
}>;


export type TransferHostMutation = { transferHost:
    | { __typename: 'NotAMemberError', userId: string, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'TransferHostPayload', room: { host: { id: string }, cohosts: Array<{ id: string }> } }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type AddCohostMutationVariables = Exact<{
  input: AddCohostInput;
}>;


export type AddCohostMutation = { addCohost:
    | { __typename: 'AddCohostPayload', room: { host: { id: string }, cohosts: Array<{ id: string }> } }
    | { __typename: 'NotAMemberError', userId: string, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type StartQuizMutationVariables = Exact<{
  roomId: string | number;
}>;


export type StartQuizMutation = { startQuiz:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'StartQuizPayload', room: { phase: QuizPhase, questionIndex: number | null, deadline: string | null, startedAt: string | null } }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type NextQuestionMutationVariables = Exact<{
  input: NextQuestionInput;
}>;


export type NextQuestionMutation = { nextQuestion:
    | { __typename: 'NextQuestionPayload', room: { phase: QuizPhase, questionIndex: number | null, deadline: string | null } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type RevealQuestionMutationVariables = Exact<{
  input: RevealQuestionInput;
}>;


export type RevealQuestionMutation = { revealQuestion:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'RevealQuestionPayload', room: { phase: QuizPhase, questionIndex: number | null, deadline: string | null } }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type PauseQuizMutationVariables = Exact<{
  roomId: string | number;
}>;


export type PauseQuizMutation = { pauseQuiz:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'PauseQuizPayload', room: { phase: QuizPhase, pausedFrom: QuizPhase | null, remainingMs: number | null, deadline: string | null } }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type ResumeQuizMutationVariables = Exact<{
  roomId: string | number;
}>;


export type ResumeQuizMutation = { resumeQuiz:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'ResumeQuizPayload', room: { phase: QuizPhase, pausedFrom: QuizPhase | null, remainingMs: number | null, deadline: string | null } }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type EndQuizMutationVariables = Exact<{
  roomId: string | number;
}>;


export type EndQuizMutation = { endQuiz:
    | { __typename: 'EndQuizPayload', room: { phase: QuizPhase, questionIndex: number | null, endedAt: string | null, pin: string | null } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotHostError', message: string }
    | { __typename: 'WrongPhaseError', message: string }
   };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerQuestionInput;
}>;


export type AnswerQuestionMutation = { answerQuestion:
    | { __typename: 'AlreadyAnsweredError', options: Array<number>, answeredAt: string, message: string }
    | { __typename: 'AnswerQuestionPayload', answer: { questionIndex: number, options: Array<number>, answeredAt: string, elapsedMs: number, correct: boolean | null, points: number | null } }
    | { __typename: 'BannedError', reason: string | null, message: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotAMemberError', userId: string, message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NotPlayingError', message: string }
    | { __typename: 'QuestionClosedError', questionIndex: number, message: string }
    | { __typename: 'WrongPhaseError', phase: QuizPhase, message: string }
   };

export type QuizRoomQueryVariables = Exact<{
  id: string | number;
}>;


export type QuizRoomQuery = { quizRoom: { id: string, cursor: string, pin: string | null, inviteCode: string | null, title: string, questionCount: number, phase: QuizPhase, pausedFrom: QuizPhase | null, remainingMs: number | null, questionIndex: number | null, deadline: string | null, answered: number, memberCount: number, createdAt: string, startedAt: string | null, endedAt: string | null, settings: { advance: QuizAdvance, intermissionSeconds: number, revealEarly: boolean, lateJoin: boolean, answerChange: AnswerChange, alpha: number, streakBonus: boolean, whenHostGone: HostAbsence, maxMembers: number, pinEntry: boolean, wordFilter: boolean, hostPlays: boolean }, quiz: { id: string, title: string, questionCount: number, questions: Array<{ correctOptions: Array<number> }> | null }, host: { id: string }, cohosts: Array<{ id: string }>, me: { displayName: string, role: QuizRole, online: boolean, plays: boolean, score: number, streak: number, joinedAt: string, user: { id: string } } | null, question: { index: number, body: string, options: Array<string>, seconds: number, points: number, pictureUrl: string | null, correctOptions: Array<number> | null, explanation: string | null } | null, myAnswer: { questionIndex: number, options: Array<number>, answeredAt: string, elapsedMs: number, correct: boolean | null, points: number | null } | null, scoreboard: { id: string, title: string, top: { edges: Array<{ node: { rank: number, score: number, user: { id: string } } }> } } } | null };

export type QuizRoomNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type QuizRoomNodeQuery = { node:
    | { id: string, phase: QuizPhase }
    | Record<PropertyKey, never>
   | null };

export type RoomMembersQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RoomMembersQuery = { quizRoom: { memberCount: number, members: { edges: Array<{ cursor: string, node: { displayName: string, role: QuizRole, user: { id: string, handle: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type MyQuizRoomsQueryVariables = Exact<{
  open?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyQuizRoomsQuery = { myQuizRooms: { edges: Array<{ node: { id: string, phase: QuizPhase } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type EveryRoomEvent_AnswerCounted_Fragment = { __typename: 'AnswerCounted', questionIndex: number, answered: number, playerCount: number, seq: number, cursor: string, at: string };

type EveryRoomEvent_HostChanged_Fragment = { __typename: 'HostChanged', hostChange: HostChange, seq: number, cursor: string, at: string, host: { id: string }, cohosts: Array<{ id: string }> };

type EveryRoomEvent_MemberJoined_Fragment = { __typename: 'MemberJoined', memberCount: number, seq: number, cursor: string, at: string, members: Array<{ role: QuizRole, plays: boolean, online: boolean, score: number, streak: number, person: { id: string, displayName: string } }> };

type EveryRoomEvent_MemberKicked_Fragment = { __typename: 'MemberKicked', kickReason: string | null, memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string }, by: { id: string } | null };

type EveryRoomEvent_MemberLeft_Fragment = { __typename: 'MemberLeft', memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string } };

type EveryRoomEvent_PresenceChanged_Fragment = { __typename: 'PresenceChanged', onlineCount: number, seq: number, cursor: string, at: string, members: Array<{ online: boolean, person: { id: string, displayName: string } }> };

type EveryRoomEvent_QuestionOpened_Fragment = { __typename: 'QuestionOpened', questionIndex: number, questionCount: number, body: string, options: Array<string>, seconds: number, points: number, pictureUrl: string | null, deadline: string | null, seq: number, cursor: string, at: string };

type EveryRoomEvent_QuestionRevealed_Fragment = { __typename: 'QuestionRevealed', questionIndex: number, correctOptions: Array<number>, explanation: string | null, distribution: Array<number>, answered: number, deadline: string | null, seq: number, cursor: string, at: string, standings: Array<{ rank: number, score: number, person: { id: string } }>, myResult: { options: Array<number> | null, correct: boolean, points: number, bonus: number, streak: number, score: number, rank: number } | null };

type EveryRoomEvent_QuizEnded_Fragment = { __typename: 'QuizEnded', endReason: QuizEndReason, closeReason: string | null, questionsRevealed: number, seq: number, cursor: string, at: string, by: { id: string } | null, podium: Array<{ rank: number, score: number, person: { id: string } }> };

type EveryRoomEvent_QuizPaused_Fragment = { __typename: 'QuizPaused', pausedFrom: QuizPhase, questionIndex: number, remainingMs: number | null, pauseReason: PauseReason, seq: number, cursor: string, at: string, by: { id: string } | null };

type EveryRoomEvent_QuizResumed_Fragment = { __typename: 'QuizResumed', phase: QuizPhase, questionIndex: number, deadline: string | null, seq: number, cursor: string, at: string, by: { id: string } | null };

type EveryRoomEvent_StreamGap_Fragment = { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string };

export type EveryRoomEventFragment =
  | EveryRoomEvent_AnswerCounted_Fragment
  | EveryRoomEvent_HostChanged_Fragment
  | EveryRoomEvent_MemberJoined_Fragment
  | EveryRoomEvent_MemberKicked_Fragment
  | EveryRoomEvent_MemberLeft_Fragment
  | EveryRoomEvent_PresenceChanged_Fragment
  | EveryRoomEvent_QuestionOpened_Fragment
  | EveryRoomEvent_QuestionRevealed_Fragment
  | EveryRoomEvent_QuizEnded_Fragment
  | EveryRoomEvent_QuizPaused_Fragment
  | EveryRoomEvent_QuizResumed_Fragment
  | EveryRoomEvent_StreamGap_Fragment
;

export type QuizRoomEventsSubscriptionVariables = Exact<{
  roomId: string | number;
  after?: string | null | undefined;
}>;


export type QuizRoomEventsSubscription = { quizRoomEvents:
    | { __typename: 'AnswerCounted', questionIndex: number, answered: number, playerCount: number, seq: number, cursor: string, at: string }
    | { __typename: 'HostChanged', hostChange: HostChange, seq: number, cursor: string, at: string, host: { id: string }, cohosts: Array<{ id: string }> }
    | { __typename: 'MemberJoined', memberCount: number, seq: number, cursor: string, at: string, members: Array<{ role: QuizRole, plays: boolean, online: boolean, score: number, streak: number, person: { id: string, displayName: string } }> }
    | { __typename: 'MemberKicked', kickReason: string | null, memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string }, by: { id: string } | null }
    | { __typename: 'MemberLeft', memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string } }
    | { __typename: 'PresenceChanged', onlineCount: number, seq: number, cursor: string, at: string, members: Array<{ online: boolean, person: { id: string, displayName: string } }> }
    | { __typename: 'QuestionOpened', questionIndex: number, questionCount: number, body: string, options: Array<string>, seconds: number, points: number, pictureUrl: string | null, deadline: string | null, seq: number, cursor: string, at: string }
    | { __typename: 'QuestionRevealed', questionIndex: number, correctOptions: Array<number>, explanation: string | null, distribution: Array<number>, answered: number, deadline: string | null, seq: number, cursor: string, at: string, standings: Array<{ rank: number, score: number, person: { id: string } }>, myResult: { options: Array<number> | null, correct: boolean, points: number, bonus: number, streak: number, score: number, rank: number } | null }
    | { __typename: 'QuizEnded', endReason: QuizEndReason, closeReason: string | null, questionsRevealed: number, seq: number, cursor: string, at: string, by: { id: string } | null, podium: Array<{ rank: number, score: number, person: { id: string } }> }
    | { __typename: 'QuizPaused', pausedFrom: QuizPhase, questionIndex: number, remainingMs: number | null, pauseReason: PauseReason, seq: number, cursor: string, at: string, by: { id: string } | null }
    | { __typename: 'QuizResumed', phase: QuizPhase, questionIndex: number, deadline: string | null, seq: number, cursor: string, at: string, by: { id: string } | null }
    | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
   };

export type PolledRoomEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PolledRoomEventsQuery = { quizRoom: { events: { edges: Array<{ cursor: string, node:
          | { __typename: 'AnswerCounted', questionIndex: number, answered: number, playerCount: number, seq: number, cursor: string, at: string }
          | { __typename: 'HostChanged', hostChange: HostChange, seq: number, cursor: string, at: string, host: { id: string }, cohosts: Array<{ id: string }> }
          | { __typename: 'MemberJoined', memberCount: number, seq: number, cursor: string, at: string, members: Array<{ role: QuizRole, plays: boolean, online: boolean, score: number, streak: number, person: { id: string, displayName: string } }> }
          | { __typename: 'MemberKicked', kickReason: string | null, memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string }, by: { id: string } | null }
          | { __typename: 'MemberLeft', memberCount: number, seq: number, cursor: string, at: string, person: { id: string, displayName: string } }
          | { __typename: 'PresenceChanged', onlineCount: number, seq: number, cursor: string, at: string, members: Array<{ online: boolean, person: { id: string, displayName: string } }> }
          | { __typename: 'QuestionOpened', questionIndex: number, questionCount: number, body: string, options: Array<string>, seconds: number, points: number, pictureUrl: string | null, deadline: string | null, seq: number, cursor: string, at: string }
          | { __typename: 'QuestionRevealed', questionIndex: number, correctOptions: Array<number>, explanation: string | null, distribution: Array<number>, answered: number, deadline: string | null, seq: number, cursor: string, at: string, standings: Array<{ rank: number, score: number, person: { id: string } }>, myResult: { options: Array<number> | null, correct: boolean, points: number, bonus: number, streak: number, score: number, rank: number } | null }
          | { __typename: 'QuizEnded', endReason: QuizEndReason, closeReason: string | null, questionsRevealed: number, seq: number, cursor: string, at: string, by: { id: string } | null, podium: Array<{ rank: number, score: number, person: { id: string } }> }
          | { __typename: 'QuizPaused', pausedFrom: QuizPhase, questionIndex: number, remainingMs: number | null, pauseReason: PauseReason, seq: number, cursor: string, at: string, by: { id: string } | null }
          | { __typename: 'QuizResumed', phase: QuizPhase, questionIndex: number, deadline: string | null, seq: number, cursor: string, at: string, by: { id: string } | null }
          | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type RoomRankingQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RoomRankingQuery = { quizRoom: { ranking: { edges: Array<{ node: { displayName: string, score: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type QuizRoomDeepReadQueryVariables = Exact<{ [key: string]: never; }>;


export type QuizRoomDeepReadQuery = { myQuizRooms: { edges: Array<{ node: { id: string, cursor: string, phase: QuizPhase, memberCount: number, host: { id: string }, cohosts: Array<{ id: string }>, quiz: { title: string, author: { handle: string } }, question: { body: string } | null, me: { role: QuizRole, score: number, user: { handle: string } } | null, myAnswer: { options: Array<number> } | null, scoreboard: { key: string } } }> } };

export type BoardMadeMutationVariables = Exact<{
  input: CreateScoreboardInput;
}>;


export type BoardMadeMutation = { createScoreboard:
    | { __typename: 'CreateScoreboardPayload', scoreboard: { id: string, key: string, title: string, operator: ScoreOperator, sortOrder: SortOrder, submission: ScoreSubmission, maxPlayerPoints: number, resetSchedule: string | null, resetsAt: string | null, season: number, size: number } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'ScoreboardKeyTakenError', message: string, key: string }
   };

export type ScoreSubmittedMutationVariables = Exact<{
  input: SubmitScoreInput;
}>;


export type ScoreSubmittedMutation = { submitScore:
    | { __typename: 'IdempotencyKeyReusedError', message: string, idempotencyKey: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ScoreOutOfRangeError', message: string }
    | { __typename: 'SubmitScorePayload', entry: { rank: number, score: number, achievedAt: string, user: { id: string, handle: string } } }
   };

export type ScoresSubmittedMutationVariables = Exact<{
  input: SubmitScoresInput;
}>;


export type ScoresSubmittedMutation = { submitScores:
    | { __typename: 'IdempotencyKeyReusedError', message: string, idempotencyKey: string }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ScoreOutOfRangeError', message: string }
    | { __typename: 'SubmitScoresPayload', accepted: number, repeated: number, scoreboard: { key: string, size: number }, entries: Array<{ rank: number, score: number, user: { id: string } }> }
   };

export type BoardQueryVariables = Exact<{
  key: string;
}>;


export type BoardQuery = { scoreboard: { id: string, key: string, title: string, operator: ScoreOperator, sortOrder: SortOrder, submission: ScoreSubmission, maxPlayerPoints: number, resetSchedule: string | null, resetsAt: string | null, season: number, size: number, seasons: Array<{ number: number, startedAt: string, endedAt: string | null }> } | null };

export type BoardNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type BoardNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard', season: number, resetsAt: string | null, size: number, seasons: Array<{ number: number, startedAt: string, endedAt: string | null }> }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type BoardTopQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  season?: number | null | undefined;
}>;


export type BoardTopQuery = { scoreboard: { size: number, top: { edges: Array<{ cursor: string, node: { rank: number, score: number, achievedAt: string, user: { id: string } } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type BoardEntryQueryVariables = Exact<{
  key: string;
  userId?: string | number | null | undefined;
  season?: number | null | undefined;
}>;


export type BoardEntryQuery = { scoreboard: { entry: { rank: number, score: number, achievedAt: string, user: { id: string } } | null } | null };

export type BoardAroundQueryVariables = Exact<{
  key: string;
  userId?: string | number | null | undefined;
  radius?: number | null | undefined;
  season?: number | null | undefined;
}>;


export type BoardAroundQuery = { scoreboard: { around: Array<{ rank: number, score: number, user: { id: string } }> } | null };

export type BoardsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BoardsQuery = { scoreboards: { edges: Array<{ node: { key: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type GameBoardQueryVariables = Exact<{
  id: string | number;
}>;


export type GameBoardQuery = { game: { players: Array<{ seat: number, score: number, user: { id: string } }>, scoreboard: { id: string, key: string, title: string, operator: ScoreOperator, sortOrder: SortOrder, submission: ScoreSubmission, resetsAt: string | null, season: number, size: number, seasons: Array<{ number: number, startedAt: string, endedAt: string | null }>, top: { edges: Array<{ node: { rank: number, score: number, user: { id: string } } }> } } } | null };

export type BoardFollowedSubscriptionVariables = Exact<{
  scoreboardId: string | number;
  first?: number | null | undefined;
}>;


export type BoardFollowedSubscription = { standings: { scoreboardId: string, version: string, size: number, at: string, entries: Array<{ rank: number, score: number, achievedAt: string, user: { id: string, handle: string, displayName: string } }> } };

export type StreamWideSubscriptionVariables = Exact<{
  gameId: string | number;
  after?: string | null | undefined;
}>;


export type StreamWideSubscription = { gameEvents:
    | { __typename: 'BallThrown', seq: number, cursor: string }
    | { __typename: 'ChallengeAnswered', seq: number, cursor: string }
    | { __typename: 'GameAbandoned', seq: number, cursor: string }
    | { __typename: 'GameFinished', seq: number, cursor: string }
    | { __typename: 'GameStarted', seq: number, cursor: string }
    | { __typename: 'PlayerJoined', seq: number, cursor: string, player: { displayName: string } }
    | { __typename: 'PlayerLeft', seq: number, cursor: string }
    | { __typename: 'PlayerPenalised', seq: number, cursor: string }
    | { __typename: 'StreamGap', seq: number, cursor: string }
    | { __typename: 'ThrowChallenged', seq: number, cursor: string }
    | { __typename: 'ThrowRejected', seq: number, cursor: string }
    | { __typename: 'ThrowSettled', seq: number, cursor: string }
   };

export type StreamBareSubscriptionVariables = Exact<{
  gameId: string | number;
  after?: string | null | undefined;
}>;


export type StreamBareSubscription = { gameEvents:
    | { __typename: 'BallThrown', seq: number, cursor: string }
    | { __typename: 'ChallengeAnswered', seq: number, cursor: string }
    | { __typename: 'GameAbandoned', seq: number, cursor: string }
    | { __typename: 'GameFinished', seq: number, cursor: string }
    | { __typename: 'GameStarted', seq: number, cursor: string }
    | { __typename: 'PlayerJoined', seq: number, cursor: string }
    | { __typename: 'PlayerLeft', seq: number, cursor: string }
    | { __typename: 'PlayerPenalised', seq: number, cursor: string }
    | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string }
    | { __typename: 'ThrowChallenged', seq: number, cursor: string }
    | { __typename: 'ThrowRejected', seq: number, cursor: string }
    | { __typename: 'ThrowSettled', seq: number, cursor: string }
   };

export type StreamServerTimeQueryVariables = Exact<{ [key: string]: never; }>;


export type StreamServerTimeQuery = { serverTime: string };

export type LinkTelegramMutationVariables = Exact<{
  notifications?: Array<NotificationKind> | NotificationKind | null | undefined;
}>;


export type LinkTelegramMutation = { linkTelegram:
    | { __typename: 'LinkTelegramPayload', url: string, code: string, expiresAt: string }
    | { __typename: 'TelegramOffError', message: string }
   };

export type UnlinkTelegramMutationVariables = Exact<{
  forgetChoices?: boolean | null | undefined;
}>;


export type UnlinkTelegramMutation = { unlinkTelegram: { __typename: 'UnlinkTelegramPayload', telegram: { linkedAt: string | null, reachable: boolean, notifications: Array<NotificationKind> } } };

export type SetTelegramNotificationsMutationVariables = Exact<{
  notifications: Array<NotificationKind> | NotificationKind;
}>;


export type SetTelegramNotificationsMutation = { setTelegramNotifications: { __typename: 'SetTelegramNotificationsPayload', telegram: { linkedAt: string | null, reachable: boolean, notifications: Array<NotificationKind> } } };

export type MyTelegramQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTelegramQuery = { me: { telegram: { linkedAt: string | null, reachable: boolean, notifications: Array<NotificationKind> } | null } | null };

export type TelegramOfUserQueryVariables = Exact<{
  handle: string;
}>;


export type TelegramOfUserQuery = { user: { telegram: { linkedAt: string | null } | null } | null };

export type CurrentTournamentQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentTournamentQuery = { currentTournament: { id: string, cursor: string, name: string, status: TournamentStatus, startsAt: string, entryClosesAt: string, endsAt: string, finishedAt: string | null, minLevel: number, entryFee: number, groupSize: number, participantCount: number, rewards: Array<{ fromRank: number, toRank: number, coins: number }>, myEntry: { id: string } | null } | null };

export type TournamentStateQueryVariables = Exact<{
  id: string | number;
}>;


export type TournamentStateQuery = { tournament: { id: string, cursor: string, name: string, status: TournamentStatus, finishedAt: string | null, participantCount: number, myEntry: { id: string, rank: number, score: number, coinsEarned: number | null, claimedAt: string | null, group: { id: string, number: number, band: string, size: number } } | null } | null };

export type EnterTournamentMutationVariables = Exact<{
  input?: EnterTournamentInput;
}>;


export type EnterTournamentMutation = { enterTournament:
    | { __typename: 'EnterTournamentPayload', entry: { id: string, rank: number, score: number, coinsEarned: number | null, enteredAt: string, claimedAt: string | null, user: { id: string, coins: number | null }, tournament: { id: string, status: TournamentStatus }, group: { id: string, number: number, band: string, size: number } } }
    | { __typename: 'EntryClosedError', message: string, startsAt: string, entryClosesAt: string }
    | { __typename: 'LevelTooLowError', message: string, level: number, minLevel: number }
    | { __typename: 'NotEnoughCoinsError', message: string, coins: number, needed: number }
    | { __typename: 'NotFoundError', message: string }
   };

export type ClaimRewardMutationVariables = Exact<{
  input?: ClaimRewardInput;
}>;


export type ClaimRewardMutation = { claimReward:
    | { __typename: 'ClaimRewardPayload', entry: { id: string, rank: number, score: number, coinsEarned: number | null, claimedAt: string | null, user: { coins: number | null }, tournament: { id: string, status: TournamentStatus } } }
    | { __typename: 'NotAParticipantError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TournamentNotFinishedError', message: string, endsAt: string }
   };

export type DefineTournamentMutationVariables = Exact<{
  input: DefineTournamentInput;
}>;


export type DefineTournamentMutation = { defineTournament:
    | { __typename: 'DefineTournamentPayload', tournament: { id: string, name: string, status: TournamentStatus, startsAt: string, entryClosesAt: string, endsAt: string, minLevel: number, entryFee: number, groupSize: number, participantCount: number, rewards: Array<{ fromRank: number, toRank: number, coins: number }> } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
   };

export type TournamentEventsSubscriptionVariables = Exact<{
  tournamentId: string | number;
  after?: string | null | undefined;
}>;


export type TournamentEventsSubscription = { tournamentEvents:
    | { __typename: 'EntryClosed', participantCount: number, groupCount: number, seq: number, cursor: string, at: string }
    | { __typename: 'StreamGap', reason: GapReason, missedFrom: number | null, missedTo: number | null, seq: number, cursor: string, at: string }
    | { __typename: 'TournamentFinished', finishedAt: string, participantCount: number, seq: number, cursor: string, at: string }
    | { __typename: 'TournamentOpened', entryClosesAt: string, endsAt: string, seq: number, cursor: string, at: string }
   };

export type PolledTournamentEventsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type PolledTournamentEventsQuery = { tournament: { events: { edges: Array<{ cursor: string, node:
          | { __typename: 'EntryClosed', participantCount: number, groupCount: number, seq: number, cursor: string, at: string }
          | { __typename: 'StreamGap', reason: GapReason, seq: number, cursor: string, at: string }
          | { __typename: 'TournamentFinished', seq: number, cursor: string, at: string }
          | { __typename: 'TournamentOpened', seq: number, cursor: string, at: string }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type MyTournamentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyTournamentsQuery = { myTournaments: { edges: Array<{ cursor: string, node: { id: string, name: string, status: TournamentStatus, participantCount: number, myEntry: { id: string, rank: number, score: number, group: { number: number, scoreboard: { id: string, size: number } } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TournamentsQueryVariables = Exact<{
  open?: boolean | null | undefined;
}>;


export type TournamentsQuery = { tournaments: { edges: Array<{ node: { id: string, name: string, status: TournamentStatus, participantCount: number } }> } };

export type GroupBoardQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupBoardQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup', size: number, number: number, band: string, tournament: { id: string }, scoreboard: { id: string, key: string, size: number, top: { edges: Array<{ node: { rank: number, score: number, user: { id: string } } }> } } }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type GroupStandingsSubscriptionVariables = Exact<{
  scoreboardId: string | number;
}>;


export type GroupStandingsSubscription = { standings: { size: number, entries: Array<{ rank: number, score: number, user: { id: string } }> } };

export type EntryNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type EntryNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry', rank: number, score: number, coinsEarned: number | null, claimedAt: string | null, user: { id: string }, tournament: { id: string } }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery' }
   | null };

export type ContestantEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ContestantEventsSubscription = { myEvents:
    | { __typename: 'BattleStarting' }
    | { __typename: 'ChallengeAgainstYou' }
    | { __typename: 'CoinsChanged', coins: number, amount: number, reason: CoinReason }
    | { __typename: 'InvitationReceived' }
    | { __typename: 'LevelUp', newLevel: number }
    | { __typename: 'RewardPaid', tournamentId: string, rank: number, coins: number }
    | { __typename: 'StreamGap' }
    | { __typename: 'ThrowAgainstYou' }
   };

export type RaiseLevelMutationVariables = Exact<{
  userId: string | number;
  levels: number;
  eventId: string;
}>;


export type RaiseLevelMutation = { recordProgress:
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RecordProgressPayload', coinsEarned: number, user: { id: string, level: number, coins: number | null } }
   };

export type TournamentPlayAsGuestMutationVariables = Exact<{ [key: string]: never; }>;


export type TournamentPlayAsGuestMutation = { playAsGuest:
    | { __typename: 'InvalidInputError' }
    | { __typename: 'PlayAsGuestPayload', session: { accessToken: string, user: { id: string, handle: string } } }
   };

export type TournamentDeepReadQueryVariables = Exact<{ [key: string]: never; }>;


export type TournamentDeepReadQuery = { myTournaments: { edges: Array<{ node: { id: string, cursor: string, status: TournamentStatus, participantCount: number, rewards: Array<{ coins: number }>, myEntry: { id: string, rank: number, score: number, coinsEarned: number | null, user: { id: string, handle: string }, tournament: { name: string }, group: { number: number, size: number, tournament: { name: string }, scoreboard: { id: string, key: string } } } | null } }> } };

export type TracedUserQueryVariables = Exact<{
  handle: string;
}>;


export type TracedUserQuery = { user: { id: string, handle: string } | null };

export type SeatsQueryVariables = Exact<{
  id: string | number;
}>;


export type SeatsQuery = { game: { status: GameStatus, host: { id: string }, players: Array<{ leftAt: string | null, user: { id: string, handle: string, displayName: string }, cups: Array<{ id: string, standing: boolean }> }> } | null };

export type ToldQueryVariables = Exact<{
  id: string | number;
}>;


export type ToldQuery = { game: { events: { edges: Array<{ node:
          | { __typename: 'BallThrown', throwId: string, cupId: string, thrower: { handle: string } }
          | { __typename: 'ChallengeAnswered' }
          | { __typename: 'GameAbandoned' }
          | { __typename: 'GameFinished' }
          | { __typename: 'GameStarted' }
          | { __typename: 'PlayerJoined' }
          | { __typename: 'PlayerLeft' }
          | { __typename: 'PlayerPenalised', because: PenaltyReason, player: { handle: string } }
          | { __typename: 'StreamGap' }
          | { __typename: 'ThrowChallenged', throwId: string, challenger: { handle: string }, thrower: { handle: string } }
          | { __typename: 'ThrowRejected' }
          | { __typename: 'ThrowSettled', throwId: string, status: ThrowStatus, thrower: { handle: string } }
         }> } } | null };

export type WebhookSeenFragment = { id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null };

export type DeliverySeenFragment = { id: string, type: string, stream: string, seq: number, at: string, state: WebhookDeliveryState, body: string | null, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastError: string | null, nextAttemptAt: string | null, settledAt: string | null, webhook: { id: string } };

export type WebhookMadeMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type WebhookMadeMutation = { createWebhook:
    | { __typename: 'CreateWebhookPayload', webhook: { id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null } }
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'TooManyWebhooksError', message: string, mostWebhooks: number }
    | { __typename: 'WebhookExistsError', message: string, webhookId: string }
   };

export type WebhookChangedMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type WebhookChangedMutation = { updateWebhook:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'UpdateWebhookPayload', webhook: { id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null } }
    | { __typename: 'WebhookExistsError', message: string, webhookId: string }
   };

export type WebhookSecretRotatedMutationVariables = Exact<{
  id: string | number;
  secret: string;
}>;


export type WebhookSecretRotatedMutation = { rotateWebhookSecret:
    | { __typename: 'InvalidInputError', message: string, fields: Array<{ field: string, message: string }> }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RotateWebhookSecretPayload', webhook: { id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null } }
   };

export type WebhookDeletedMutationVariables = Exact<{
  id: string | number;
}>;


export type WebhookDeletedMutation = { deleteWebhook:
    | { __typename: 'DeleteWebhookPayload', id: string }
    | { __typename: 'NotFoundError', message: string }
   };

export type DeliveryReplayedMutationVariables = Exact<{
  id: string | number;
}>;


export type DeliveryReplayedMutation = { replayWebhookDelivery:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReplayWebhookDeliveryPayload', delivery: { id: string, type: string, stream: string, seq: number, at: string, state: WebhookDeliveryState, body: string | null, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastError: string | null, nextAttemptAt: string | null, settledAt: string | null, webhook: { id: string } } }
    | { __typename: 'WebhookDisabledError', message: string, because: WebhookDisabledReason }
   };

export type ParkedReplayedMutationVariables = Exact<{
  id: string | number;
}>;


export type ParkedReplayedMutation = { replayParkedDeliveries:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReplayParkedDeliveriesPayload', replayed: number }
    | { __typename: 'WebhookDisabledError', message: string, because: WebhookDisabledReason }
   };

export type WebhooksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhooksQuery = { webhooks: { edges: Array<{ node: { id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WebhookDeliveriesQueryVariables = Exact<{
  id: string | number;
  state?: WebhookDeliveryState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook', id: string, url: string, events: Array<string>, secret: string | null, previousSecretUntil: string | null, owner: string, createdAt: string, disabledAt: string | null, disabledBecause: WebhookDisabledReason | null, pausedUntil: string | null, deliveries: { edges: Array<{ node: { id: string, type: string, stream: string, seq: number, at: string, state: WebhookDeliveryState, body: string | null, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastError: string | null, nextAttemptAt: string | null, settledAt: string | null, webhook: { id: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'WebhookDelivery' }
   | null };

export type WebhookDeliveryNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type WebhookDeliveryNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'Battle' }
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Group' }
    | { __typename: 'Quiz' }
    | { __typename: 'QuizRoom' }
    | { __typename: 'Reservation' }
    | { __typename: 'Scoreboard' }
    | { __typename: 'ServiceToken' }
    | { __typename: 'Throw' }
    | { __typename: 'Tournament' }
    | { __typename: 'TournamentEntry' }
    | { __typename: 'TournamentGroup' }
    | { __typename: 'User' }
    | { __typename: 'Webhook' }
    | { __typename: 'WebhookDelivery', id: string, type: string, stream: string, seq: number, at: string, state: WebhookDeliveryState, body: string | null, attempts: number, lastAttemptAt: string | null, lastStatus: number | null, lastError: string | null, nextAttemptAt: string | null, settledAt: string | null, webhook: { id: string } }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EveryBattleEventFragmentDoc = new TypedDocumentString(`
    fragment EveryBattleEvent on BattleEvent {
  __typename
  seq
  cursor
  at
  ... on BattleJoined {
    fighters {
      id
      handle
    }
    fighterCount
  }
  ... on BattleLeft {
    person {
      id
    }
    host {
      id
    }
    fighterCount
  }
  ... on BattleBegan {
    beganAt
    endsAt
    fighterCount
  }
  ... on BattleScored {
    scores {
      person {
        id
      }
      score
    }
  }
  ... on BattleFinished {
    finishedAt
    ranking {
      rank
      person {
        id
      }
      score
    }
    winner {
      id
    }
    fighterCount
  }
  ... on BattleCancelled {
    cancelReason
    by {
      id
    }
    fighterCount
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}
    `, {"fragmentName":"EveryBattleEvent"}) as unknown as TypedDocumentString<EveryBattleEventFragment, unknown>;
export const EveryRoomEventFragmentDoc = new TypedDocumentString(`
    fragment EveryRoomEvent on QuizRoomEvent {
  __typename
  seq
  cursor
  at
  ... on MemberJoined {
    members {
      person {
        id
        displayName
      }
      role
      plays
      online
      score
      streak
    }
    memberCount
  }
  ... on MemberLeft {
    person {
      id
      displayName
    }
    memberCount
  }
  ... on MemberKicked {
    person {
      id
      displayName
    }
    by {
      id
    }
    kickReason
    memberCount
  }
  ... on PresenceChanged {
    members {
      person {
        id
        displayName
      }
      online
    }
    onlineCount
  }
  ... on HostChanged {
    host {
      id
    }
    cohosts {
      id
    }
    hostChange
  }
  ... on QuestionOpened {
    questionIndex
    questionCount
    body
    options
    seconds
    points
    pictureUrl
    deadline
  }
  ... on AnswerCounted {
    questionIndex
    answered
    playerCount
  }
  ... on QuestionRevealed {
    questionIndex
    correctOptions
    explanation
    distribution
    answered
    standings {
      rank
      score
      person {
        id
      }
    }
    myResult {
      options
      correct
      points
      bonus
      streak
      score
      rank
    }
    deadline
  }
  ... on QuizPaused {
    pausedFrom
    questionIndex
    remainingMs
    pauseReason
    by {
      id
    }
  }
  ... on QuizResumed {
    phase
    questionIndex
    deadline
    by {
      id
    }
  }
  ... on QuizEnded {
    endReason
    by {
      id
    }
    closeReason
    questionsRevealed
    podium {
      rank
      score
      person {
        id
      }
    }
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}
    `, {"fragmentName":"EveryRoomEvent"}) as unknown as TypedDocumentString<EveryRoomEventFragment, unknown>;
export const WebhookSeenFragmentDoc = new TypedDocumentString(`
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}
    `, {"fragmentName":"WebhookSeen"}) as unknown as TypedDocumentString<WebhookSeenFragment, unknown>;
export const DeliverySeenFragmentDoc = new TypedDocumentString(`
    fragment DeliverySeen on WebhookDelivery {
  id
  type
  stream
  seq
  at
  state
  body
  attempts
  lastAttemptAt
  lastStatus
  lastError
  nextAttemptAt
  settledAt
  webhook {
    id
  }
}
    `, {"fragmentName":"DeliverySeen"}) as unknown as TypedDocumentString<DeliverySeenFragment, unknown>;
export const AccountSignUpDocument = new TypedDocumentString(`
    mutation AccountSignUp($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignUpPayload {
      session {
        accessToken
        expiresAt
        refreshToken
        user {
          id
          handle
          displayName
          guest
          level
          coins
        }
      }
    }
    ... on HandleTakenError {
      handle
      message
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountSignUpMutation, AccountSignUpMutationVariables>;
export const AccountSignInDocument = new TypedDocumentString(`
    mutation AccountSignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignInPayload {
      session {
        accessToken
        expiresAt
        refreshToken
        user {
          id
          handle
          displayName
          guest
        }
      }
    }
    ... on WrongCredentialsError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountSignInMutation, AccountSignInMutationVariables>;
export const AccountPlayAsGuestDocument = new TypedDocumentString(`
    mutation AccountPlayAsGuest($input: PlayAsGuestInput!) {
  playAsGuest(input: $input) {
    __typename
    ... on PlayAsGuestPayload {
      session {
        accessToken
        refreshToken
        user {
          id
          handle
          displayName
          guest
          level
          coins
        }
      }
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPlayAsGuestMutation, AccountPlayAsGuestMutationVariables>;
export const AccountRefreshSessionDocument = new TypedDocumentString(`
    mutation AccountRefreshSession($refreshToken: String!) {
  refreshSession(input: {refreshToken: $refreshToken}) {
    __typename
    ... on RefreshSessionPayload {
      session {
        accessToken
        expiresAt
        refreshToken
        user {
          id
        }
      }
    }
    ... on InvalidRefreshTokenError {
      reason
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountRefreshSessionMutation, AccountRefreshSessionMutationVariables>;
export const AccountSignOutDocument = new TypedDocumentString(`
    mutation AccountSignOut($everywhere: Boolean) {
  signOut(input: {everywhere: $everywhere}) {
    __typename
    ... on SignOutPayload {
      ok
    }
    ... on NoSessionError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountSignOutMutation, AccountSignOutMutationVariables>;
export const AccountSessionsDocument = new TypedDocumentString(`
    query AccountSessions {
  mySessions {
    id
    device
    createdAt
    lastUsedAt
    expiresAt
    current
  }
}
    `) as unknown as TypedDocumentString<AccountSessionsQuery, AccountSessionsQueryVariables>;
export const AccountEndSessionDocument = new TypedDocumentString(`
    mutation AccountEndSession($sessionId: ID!) {
  endSession(input: {sessionId: $sessionId}) {
    __typename
    ... on EndSessionPayload {
      ok
    }
    ... on NotFoundError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AccountEndSessionMutation, AccountEndSessionMutationVariables>;
export const AccountUserDocument = new TypedDocumentString(`
    query AccountUser($handle: String!) {
  user(handle: $handle) {
    id
    handle
    displayName
    guest
    level
    coins
  }
}
    `) as unknown as TypedDocumentString<AccountUserQuery, AccountUserQueryVariables>;
export const AccountNodeDocument = new TypedDocumentString(`
    query AccountNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on User {
      handle
      displayName
      createdAt
      guest
      level
      coins
      cursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccountNodeQuery, AccountNodeQueryVariables>;
export const AccountServerTimeDocument = new TypedDocumentString(`
    query AccountServerTime {
  serverTime
}
    `) as unknown as TypedDocumentString<AccountServerTimeQuery, AccountServerTimeQueryVariables>;
export const ServiceTokenRevokedDocument = new TypedDocumentString(`
    mutation ServiceTokenRevoked($id: ID!) {
  revokeServiceToken(input: {id: $id}) {
    __typename
    ... on RevokeServiceTokenPayload {
      ok
    }
    ... on NotFoundError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTokenRevokedMutation, ServiceTokenRevokedMutationVariables>;
export const ServiceTokensDocument = new TypedDocumentString(`
    query ServiceTokens($first: Int, $after: String) {
  serviceTokens(first: $first, after: $after) {
    edges {
      node {
        id
        name
        scopes
        createdAt
        expiresAt
        revokedAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTokensQuery, ServiceTokensQueryVariables>;
export const ServiceTokenNodeDocument = new TypedDocumentString(`
    query ServiceTokenNode($id: ID!) {
  node(id: $id) {
    __typename
    ... on ServiceToken {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTokenNodeQuery, ServiceTokenNodeQueryVariables>;
export const ServiceReadsDocument = new TypedDocumentString(`
    query ServiceReads($handle: String!, $id: ID!, $gameId: ID!) {
  me {
    id
  }
  serverTime
  user(handle: $handle) {
    id
    level
    coins
  }
  node(id: $id) {
    __typename
    ... on User {
      handle
      coins
    }
  }
  game(id: $gameId) {
    status
    scoreboard {
      size
    }
  }
  globalLeaderboard {
    key
  }
  scoreboards(first: 1) {
    edges {
      node {
        key
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceReadsQuery, ServiceReadsQueryVariables>;
export const ServiceFollowsDocument = new TypedDocumentString(`
    subscription ServiceFollows($scoreboardId: ID!) {
  standings(scoreboardId: $scoreboardId) {
    version
    size
  }
}
    `) as unknown as TypedDocumentString<ServiceFollowsSubscription, ServiceFollowsSubscriptionVariables>;
export const ServicePollsDocument = new TypedDocumentString(`
    query ServicePolls($handle: String!) {
  user(handle: $handle) {
    events {
      edges {
        cursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServicePollsQuery, ServicePollsQueryVariables>;
export const BattleWarningsDocument = new TypedDocumentString(`
    query BattleWarnings {
  me {
    events(first: 100) {
      edges {
        node {
          __typename
          ... on BattleStarting {
            battleId
            title
            beginsAt
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BattleWarningsQuery, BattleWarningsQueryVariables>;
export const CreateBattleDocument = new TypedDocumentString(`
    mutation CreateBattle($input: CreateBattleInput!) {
  createBattle(input: $input) {
    __typename
    ... on CreateBattlePayload {
      battle {
        id
        cursor
        status
        title
        seconds
        minFighters
        maxFighters
        beginsAt
        endsAt
        host {
          id
        }
        fighterCount
      }
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on NotAMemberError {
      userId
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateBattleMutation, CreateBattleMutationVariables>;
export const JoinBattleDocument = new TypedDocumentString(`
    mutation JoinBattle($battleId: ID!) {
  joinBattle(input: {battleId: $battleId}) {
    __typename
    ... on JoinBattlePayload {
      battle {
        id
        status
        fighterCount
        fighting
      }
    }
    ... on BattleFullError {
      maxFighters
    }
    ... on BattleNotWaitingError {
      status
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JoinBattleMutation, JoinBattleMutationVariables>;
export const LeaveBattleDocument = new TypedDocumentString(`
    mutation LeaveBattle($battleId: ID!) {
  leaveBattle(input: {battleId: $battleId}) {
    __typename
    ... on LeaveBattlePayload {
      battle {
        id
        status
        host {
          id
        }
        fighterCount
        fighting
        cancelReason
      }
    }
    ... on BattleNotWaitingError {
      status
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LeaveBattleMutation, LeaveBattleMutationVariables>;
export const BeginBattleDocument = new TypedDocumentString(`
    mutation BeginBattle($battleId: ID!) {
  beginBattle(input: {battleId: $battleId}) {
    __typename
    ... on BeginBattlePayload {
      battle {
        id
        status
        beginsAt
        endsAt
      }
    }
    ... on NotEnoughFightersError {
      fighters
      needed
    }
    ... on BattleNotWaitingError {
      status
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginBattleMutation, BeginBattleMutationVariables>;
export const CancelBattleDocument = new TypedDocumentString(`
    mutation CancelBattle($battleId: ID!) {
  cancelBattle(input: {battleId: $battleId}) {
    __typename
    ... on CancelBattlePayload {
      battle {
        id
        status
        cancelReason
      }
    }
    ... on BattleNotWaitingError {
      status
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelBattleMutation, CancelBattleMutationVariables>;
export const BattleDocument = new TypedDocumentString(`
    query Battle($id: ID!) {
  battle(id: $id) {
    id
    cursor
    title
    status
    cancelReason
    seconds
    beginsAt
    endsAt
    finishedAt
    fighterCount
    fighting
    host {
      id
    }
    winner {
      id
      level
    }
    fighters {
      user {
        id
      }
      score
      rank
    }
    scoreboard {
      id
      key
      size
      top(first: 1000) {
        edges {
          node {
            user {
              id
            }
            rank
            score
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BattleQuery, BattleQueryVariables>;
export const BattlesDocument = new TypedDocumentString(`
    query Battles($status: BattleStatus, $first: Int, $after: String) {
  battles(status: $status, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        title
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BattlesQuery, BattlesQueryVariables>;
export const BattleEventsDocument = new TypedDocumentString(`
    subscription BattleEvents($battleId: ID!, $after: String) {
  battleEvents(battleId: $battleId, after: $after) {
    ...EveryBattleEvent
  }
}
    fragment EveryBattleEvent on BattleEvent {
  __typename
  seq
  cursor
  at
  ... on BattleJoined {
    fighters {
      id
      handle
    }
    fighterCount
  }
  ... on BattleLeft {
    person {
      id
    }
    host {
      id
    }
    fighterCount
  }
  ... on BattleBegan {
    beganAt
    endsAt
    fighterCount
  }
  ... on BattleScored {
    scores {
      person {
        id
      }
      score
    }
  }
  ... on BattleFinished {
    finishedAt
    ranking {
      rank
      person {
        id
      }
      score
    }
    winner {
      id
    }
    fighterCount
  }
  ... on BattleCancelled {
    cancelReason
    by {
      id
    }
    fighterCount
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}`) as unknown as TypedDocumentString<BattleEventsSubscription, BattleEventsSubscriptionVariables>;
export const PolledBattleEventsDocument = new TypedDocumentString(`
    query PolledBattleEvents($id: ID!, $after: String, $first: Int) {
  battle(id: $id) {
    events(after: $after, first: $first) {
      edges {
        cursor
        node {
          ...EveryBattleEvent
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment EveryBattleEvent on BattleEvent {
  __typename
  seq
  cursor
  at
  ... on BattleJoined {
    fighters {
      id
      handle
    }
    fighterCount
  }
  ... on BattleLeft {
    person {
      id
    }
    host {
      id
    }
    fighterCount
  }
  ... on BattleBegan {
    beganAt
    endsAt
    fighterCount
  }
  ... on BattleScored {
    scores {
      person {
        id
      }
      score
    }
  }
  ... on BattleFinished {
    finishedAt
    ranking {
      rank
      person {
        id
      }
      score
    }
    winner {
      id
    }
    fighterCount
  }
  ... on BattleCancelled {
    cancelReason
    by {
      id
    }
    fighterCount
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}`) as unknown as TypedDocumentString<PolledBattleEventsQuery, PolledBattleEventsQueryVariables>;
export const BattleNodeDocument = new TypedDocumentString(`
    query BattleNode($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<BattleNodeQuery, BattleNodeQueryVariables>;
export const GameCallsDocument = new TypedDocumentString(`
    subscription GameCalls($after: String) {
  myEvents(after: $after) {
    __typename
    seq
    ... on ThrowAgainstYou {
      gameId
      throwId
      cupId
      challengeBy
      thrower {
        id
        handle
      }
    }
    ... on ChallengeAgainstYou {
      gameId
      throwId
      answerBy
      challenger {
        id
        handle
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameCallsSubscription, GameCallsSubscriptionVariables>;
export const GamePolledCallsDocument = new TypedDocumentString(`
    query GamePolledCalls($after: String) {
  me {
    events(first: 200, after: $after) {
      edges {
        cursor
        node {
          __typename
          seq
          ... on ThrowAgainstYou {
            throwId
          }
          ... on ChallengeAgainstYou {
            throwId
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GamePolledCallsQuery, GamePolledCallsQueryVariables>;
export const GameVoidThrowDocument = new TypedDocumentString(`
    mutation GameVoidThrow($throwId: ID!) {
  voidThrow(input: {throwId: $throwId, reason: "The table was shaken."}) {
    __typename
    ... on VoidThrowPayload {
      throw {
        id
        status
        settledAt
        receipt
        challenge {
          upheld
        }
        cup {
          standing
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GameVoidThrowMutation, GameVoidThrowMutationVariables>;
export const GameAnswerErrorsDocument = new TypedDocumentString(`
    mutation GameAnswerErrors($throwId: ID!, $secret: String!) {
  answerChallenge(input: {throwId: $throwId, secret: $secret}) {
    __typename
    ... on AnswerWindowClosedError {
      answerBy
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GameAnswerErrorsMutation, GameAnswerErrorsMutationVariables>;
export const GameChallengeErrorsDocument = new TypedDocumentString(`
    mutation GameChallengeErrors($throwId: ID!) {
  challengeThrow(input: {throwId: $throwId}) {
    __typename
    ... on NoChallengesLeftError {
      challengesPerPlayer
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GameChallengeErrorsMutation, GameChallengeErrorsMutationVariables>;
export const GameLogDocument = new TypedDocumentString(`
    query GameLog($id: ID!) {
  game(id: $id) {
    events(first: 200) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          __typename
          seq
          at
          ... on PlayerLeft {
            player {
              id
            }
            host {
              id
            }
            forfeited
          }
          ... on GameFinished {
            winner {
              id
            }
          }
          ... on BallThrown {
            throwId
            hops {
              name
              outcome
              detail
            }
          }
          ... on ThrowRejected {
            throwId
            cupId
            rejectedFor
            hops {
              name
              outcome
              detail
            }
          }
          ... on ThrowChallenged {
            throwId
            challengesLeft
            hops {
              name
              outcome
              detail
            }
          }
          ... on ChallengeAnswered {
            throwId
            upheld
            hops {
              name
              outcome
              detail
            }
          }
          ... on ThrowSettled {
            throwId
            status
            throwerScore
            challengerScore
            hops {
              name
              outcome
              detail
            }
          }
          ... on PlayerPenalised {
            player {
              id
            }
            points
            score
            because
            sittingOutUntil
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameLogQuery, GameLogQueryVariables>;
export const GamePlayAsGuestDocument = new TypedDocumentString(`
    mutation GamePlayAsGuest {
  playAsGuest {
    __typename
    ... on PlayAsGuestPayload {
      session {
        accessToken
        user {
          id
          handle
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GamePlayAsGuestMutation, GamePlayAsGuestMutationVariables>;
export const GameJoinErrorsDocument = new TypedDocumentString(`
    mutation GameJoinErrors($gameId: ID!) {
  joinGame(input: {gameId: $gameId}) {
    __typename
    ... on GameFullError {
      maxPlayers
    }
    ... on GameNotJoinableError {
      status
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GameJoinErrorsMutation, GameJoinErrorsMutationVariables>;
export const GameStartErrorsDocument = new TypedDocumentString(`
    mutation GameStartErrors($gameId: ID!) {
  startGame(input: {gameId: $gameId}) {
    __typename
    ... on GameNotJoinableError {
      status
    }
    ... on NotEnoughPlayersError {
      players
      needed
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GameStartErrorsMutation, GameStartErrorsMutationVariables>;
export const GameNodeDocument = new TypedDocumentString(`
    query GameNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Game {
      status
    }
    ... on Throw {
      thrower {
        handle
      }
    }
    ... on Challenge {
      challenger {
        handle
      }
      throw {
        id
      }
    }
    ... on Cup {
      position
      owner {
        handle
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameNodeQuery, GameNodeQueryVariables>;
export const GameByTypedArgumentDocument = new TypedDocumentString(`
    query GameByTypedArgument($id: ID!) {
  game(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<GameByTypedArgumentQuery, GameByTypedArgumentQueryVariables>;
export const GameDeepReadDocument = new TypedDocumentString(`
    query GameDeepRead {
  openGames(first: 20) {
    edges {
      node {
        id
        cursor
        status
        host {
          id
          handle
        }
        winner {
          id
        }
        settings {
          maxPlayers
        }
        players {
          seat
          user {
            id
            handle
            level
            cursor
          }
          cups {
            id
            standing
            owner {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameDeepReadQuery, GameDeepReadQueryVariables>;
export const GameDeepThrowsDocument = new TypedDocumentString(`
    query GameDeepThrows($id: ID!) {
  game(id: $id) {
    throws(first: 100) {
      edges {
        node {
          id
          receipt
          thrower {
            handle
          }
          game {
            id
            host {
              handle
            }
          }
          cup {
            standing
            owner {
              handle
            }
          }
          challenge {
            upheld
            challenger {
              handle
            }
            throw {
              id
            }
          }
          hops {
            name
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameDeepThrowsQuery, GameDeepThrowsQueryVariables>;
export const GameThrowPagesDocument = new TypedDocumentString(`
    query GameThrowPages($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  game(id: $id) {
    throws(first: $first, after: $after, last: $last, before: $before) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameThrowPagesQuery, GameThrowPagesQueryVariables>;
export const GameOpenPagesDocument = new TypedDocumentString(`
    query GameOpenPages($first: Int, $after: String, $last: Int, $before: String) {
  openGames(first: $first, after: $after, last: $last, before: $before) {
    edges {
      cursor
      node {
        id
        status
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GameOpenPagesQuery, GameOpenPagesQueryVariables>;
export const GameMyPagesDocument = new TypedDocumentString(`
    query GameMyPages($first: Int, $after: String, $last: Int, $before: String) {
  myGames(first: $first, after: $after, last: $last, before: $before) {
    edges {
      cursor
      node {
        id
        status
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GameMyPagesQuery, GameMyPagesQueryVariables>;
export const GameRejectedThrowsDocument = new TypedDocumentString(`
    query GameRejectedThrows($id: ID!) {
  game(id: $id) {
    players {
      score
      sittingOutUntil
      user {
        id
      }
    }
    throws(last: 1) {
      edges {
        node {
          id
          status
          rejectedFor
          settledAt
          challengeBy
          cup {
            id
          }
          thrower {
            id
          }
          hops {
            name
            outcome
            detail
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameRejectedThrowsQuery, GameRejectedThrowsQueryVariables>;
export const GroupMemberStandingsDocument = new TypedDocumentString(`
    subscription GroupMemberStandings($scoreboardId: ID!) {
  standings(scoreboardId: $scoreboardId, first: 50) {
    size
    entries {
      rank
      score
      user {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupMemberStandingsSubscription, GroupMemberStandingsSubscriptionVariables>;
export const GroupOwnEntryDocument = new TypedDocumentString(`
    query GroupOwnEntry($id: ID!) {
  group(id: $id) {
    scoreboard {
      entry {
        score
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupOwnEntryQuery, GroupOwnEntryQueryVariables>;
export const GroupBoardReadsDocument = new TypedDocumentString(`
    query GroupBoardReads($key: String!, $userId: ID!) {
  scoreboard(key: $key) {
    size
    mine: entry {
      score
    }
    theirs: entry(userId: $userId) {
      score
    }
    around(userId: $userId) {
      score
    }
    top {
      edges {
        node {
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupBoardReadsQuery, GroupBoardReadsQueryVariables>;
export const CreateGroupDocument = new TypedDocumentString(`
    mutation CreateGroup($input: CreateGroupInput!) {
  createGroup(input: $input) {
    __typename
    ... on CreateGroupPayload {
      group {
        id
        name
        description
        open
        maxMembers
        memberCount
        inviteCode
        createdAt
        endedAt
        owner {
          id
        }
        me {
          role
          joinedAt
        }
        scoreboard {
          id
          key
          size
        }
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on TooManyGroupsError {
      most
    }
  }
}
    `) as unknown as TypedDocumentString<CreateGroupMutation, CreateGroupMutationVariables>;
export const JoinGroupDocument = new TypedDocumentString(`
    mutation JoinGroup($input: JoinGroupInput!) {
  joinGroup(input: $input) {
    __typename
    ... on JoinGroupPayload {
      group {
        id
        memberCount
        inviteCode
        me {
          role
          joinedAt
          user {
            id
          }
        }
      }
    }
    ... on Error {
      message
    }
    ... on GroupFullError {
      maxMembers
    }
    ... on BannedError {
      reason
    }
    ... on TooManyGroupsError {
      most
    }
  }
}
    `) as unknown as TypedDocumentString<JoinGroupMutation, JoinGroupMutationVariables>;
export const LeaveGroupDocument = new TypedDocumentString(`
    mutation LeaveGroup($groupId: ID!) {
  leaveGroup(input: {groupId: $groupId}) {
    __typename
    ... on LeaveGroupPayload {
      group {
        id
        memberCount
        inviteCode
        endedAt
        owner {
          id
        }
        me {
          role
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LeaveGroupMutation, LeaveGroupMutationVariables>;
export const KickGroupMemberDocument = new TypedDocumentString(`
    mutation KickGroupMember($groupId: ID!, $userId: ID!) {
  kickGroupMember(input: {groupId: $groupId, userId: $userId}) {
    __typename
    ... on KickGroupMemberPayload {
      group {
        id
        memberCount
      }
    }
    ... on Error {
      message
    }
    ... on MemberProtectedError {
      because
    }
    ... on NotAMemberError {
      userId
    }
  }
}
    `) as unknown as TypedDocumentString<KickGroupMemberMutation, KickGroupMemberMutationVariables>;
export const BanFromGroupDocument = new TypedDocumentString(`
    mutation BanFromGroup($groupId: ID!, $userId: ID!, $reason: String) {
  banFromGroup(input: {groupId: $groupId, userId: $userId, reason: $reason}) {
    __typename
    ... on BanFromGroupPayload {
      group {
        id
        memberCount
        bans {
          edges {
            node {
              reason
              bannedAt
              user {
                id
              }
              by {
                id
              }
            }
          }
        }
      }
    }
    ... on Error {
      message
    }
    ... on MemberProtectedError {
      because
    }
  }
}
    `) as unknown as TypedDocumentString<BanFromGroupMutation, BanFromGroupMutationVariables>;
export const UnbanFromGroupDocument = new TypedDocumentString(`
    mutation UnbanFromGroup($groupId: ID!, $userId: ID!) {
  unbanFromGroup(input: {groupId: $groupId, userId: $userId}) {
    __typename
    ... on UnbanFromGroupPayload {
      group {
        id
        bans {
          edges {
            node {
              user {
                id
              }
            }
          }
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UnbanFromGroupMutation, UnbanFromGroupMutationVariables>;
export const SetGroupRoleDocument = new TypedDocumentString(`
    mutation SetGroupRole($groupId: ID!, $userId: ID!, $role: AssignableGroupRole!) {
  setGroupRole(input: {groupId: $groupId, userId: $userId, role: $role}) {
    __typename
    ... on SetGroupRolePayload {
      group {
        id
        members {
          edges {
            node {
              role
              user {
                id
              }
            }
          }
        }
      }
    }
    ... on Error {
      message
    }
    ... on MemberProtectedError {
      because
    }
  }
}
    `) as unknown as TypedDocumentString<SetGroupRoleMutation, SetGroupRoleMutationVariables>;
export const TransferGroupDocument = new TypedDocumentString(`
    mutation TransferGroup($groupId: ID!, $userId: ID!) {
  transferGroup(input: {groupId: $groupId, userId: $userId}) {
    __typename
    ... on TransferGroupPayload {
      group {
        id
        owner {
          id
        }
        me {
          role
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TransferGroupMutation, TransferGroupMutationVariables>;
export const UpdateGroupDocument = new TypedDocumentString(`
    mutation UpdateGroup($input: UpdateGroupInput!) {
  updateGroup(input: $input) {
    __typename
    ... on UpdateGroupPayload {
      group {
        id
        name
        description
        open
        maxMembers
        inviteCode
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const NewInviteCodeDocument = new TypedDocumentString(`
    mutation NewInviteCode($groupId: ID!, $insteadOf: String) {
  newInviteCode(input: {groupId: $groupId, insteadOf: $insteadOf}) {
    __typename
    ... on NewInviteCodePayload {
      group {
        id
        inviteCode
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NewInviteCodeMutation, NewInviteCodeMutationVariables>;
export const InviteToGroupDocument = new TypedDocumentString(`
    mutation InviteToGroup($groupId: ID!, $userId: ID!) {
  inviteToGroup(input: {groupId: $groupId, userId: $userId}) {
    __typename
    ... on InviteToGroupPayload {
      group {
        id
        inviteCode
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InviteToGroupMutation, InviteToGroupMutationVariables>;
export const GroupStateDocument = new TypedDocumentString(`
    query GroupState($id: ID!, $first: Int, $after: String) {
  group(id: $id) {
    id
    name
    description
    open
    maxMembers
    memberCount
    inviteCode
    createdAt
    endedAt
    owner {
      id
    }
    me {
      role
      joinedAt
    }
    members(first: $first, after: $after) {
      edges {
        cursor
        node {
          role
          joinedAt
          user {
            id
            handle
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
    }
    bans {
      edges {
        cursor
        node {
          reason
          user {
            id
          }
        }
      }
    }
    scoreboard {
      id
      key
      size
    }
  }
}
    `) as unknown as TypedDocumentString<GroupStateQuery, GroupStateQueryVariables>;
export const GroupScoresDocument = new TypedDocumentString(`
    query GroupScores($id: ID!) {
  group(id: $id) {
    scoreboard {
      size
      top(first: 200) {
        edges {
          node {
            score
            rank
            user {
              id
            }
          }
        }
      }
      entry {
        score
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupScoresQuery, GroupScoresQueryVariables>;
export const GroupsDocument = new TypedDocumentString(`
    query Groups($mine: Boolean, $search: String, $first: Int, $after: String) {
  groups(mine: $mine, search: $search, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        memberCount
        owner {
          id
        }
        me {
          role
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    subscription Invitations($after: String) {
  myEvents(after: $after) {
    __typename
    seq
    ... on InvitationReceived {
      groupId
      groupName
      inviteCode
      by {
        id
        handle
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<InvitationsSubscription, InvitationsSubscriptionVariables>;
export const PolledInvitationsDocument = new TypedDocumentString(`
    query PolledInvitations {
  me {
    events {
      edges {
        node {
          __typename
          ... on InvitationReceived {
            groupId
            groupName
            inviteCode
            by {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolledInvitationsQuery, PolledInvitationsQueryVariables>;
export const GroupDeepReadDocument = new TypedDocumentString(`
    query GroupDeepRead {
  groups(first: 50) {
    edges {
      node {
        name
        memberCount
        inviteCode
        owner {
          handle
        }
        me {
          role
          user {
            handle
          }
        }
        scoreboard {
          key
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupDeepReadQuery, GroupDeepReadQueryVariables>;
export const GroupDeepMembersDocument = new TypedDocumentString(`
    query GroupDeepMembers($id: ID!) {
  group(id: $id) {
    members(first: 100) {
      edges {
        node {
          role
          user {
            handle
            level
          }
        }
      }
    }
    scoreboard {
      top(first: 100) {
        edges {
          node {
            score
            user {
              handle
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupDeepMembersQuery, GroupDeepMembersQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    handle
    displayName
    guest
    level
    coins
    cursor
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const CreateGameDocument = new TypedDocumentString(`
    mutation CreateGame($input: CreateGameInput!) {
  createGame(input: $input) {
    __typename
    ... on CreateGamePayload {
      game {
        id
        cursor
        status
        host {
          id
        }
        settings {
          challengeSeconds
          answerSeconds
        }
        players {
          user {
            id
          }
          seat
          cups {
            id
          }
        }
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateGameMutation, CreateGameMutationVariables>;
export const JoinGameDocument = new TypedDocumentString(`
    mutation JoinGame($gameId: ID!) {
  joinGame(input: {gameId: $gameId}) {
    __typename
    ... on JoinGamePayload {
      game {
        id
        status
        host {
          id
        }
        players {
          user {
            id
          }
          seat
          cups {
            id
          }
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JoinGameMutation, JoinGameMutationVariables>;
export const StartGameDocument = new TypedDocumentString(`
    mutation StartGame($gameId: ID!) {
  startGame(input: {gameId: $gameId}) {
    __typename
    ... on StartGamePayload {
      game {
        id
        status
        startedAt
        players {
          user {
            id
          }
          seat
          cups {
            id
            standing
          }
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartGameMutation, StartGameMutationVariables>;
export const LeaveGameDocument = new TypedDocumentString(`
    mutation LeaveGame($gameId: ID!) {
  leaveGame(input: {gameId: $gameId}) {
    __typename
    ... on LeaveGamePayload {
      game {
        id
        status
        host {
          id
        }
        winner {
          id
        }
        players {
          user {
            id
          }
          leftAt
          cups {
            id
            standing
          }
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LeaveGameMutation, LeaveGameMutationVariables>;
export const ThrowBallDocument = new TypedDocumentString(`
    mutation ThrowBall($input: ThrowBallInput!) {
  throwBall(input: $input) {
    __typename
    ... on ThrowBallPayload {
      answerKey
      throw {
        id
        status
        rejectedFor
        challengeBy
        settledAt
        cup {
          id
        }
        hops {
          name
          outcome
          at
          elapsedMs
          detail
        }
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ThrowBallMutation, ThrowBallMutationVariables>;
export const ChallengeThrowDocument = new TypedDocumentString(`
    mutation ChallengeThrow($throwId: ID!) {
  challengeThrow(input: {throwId: $throwId}) {
    __typename
    ... on ChallengeThrowPayload {
      challenge {
        id
        answerBy
        challengedAt
        upheld
        challenger {
          id
        }
        throw {
          id
          status
        }
      }
    }
    ... on Error {
      message
    }
    ... on AlreadyChallengedError {
      answerBy
    }
    ... on ChallengeWindowClosedError {
      challengeBy
    }
  }
}
    `) as unknown as TypedDocumentString<ChallengeThrowMutation, ChallengeThrowMutationVariables>;
export const AnswerChallengeDocument = new TypedDocumentString(`
    mutation AnswerChallenge($throwId: ID!, $secret: String!) {
  answerChallenge(input: {throwId: $throwId, secret: $secret}) {
    __typename
    ... on AnswerChallengePayload {
      throw {
        id
        status
        settledAt
        receipt
        challenge {
          upheld
          answeredAt
        }
        hops {
          name
          outcome
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerChallengeMutation, AnswerChallengeMutationVariables>;
export const GameStateDocument = new TypedDocumentString(`
    query GameState($id: ID!) {
  game(id: $id) {
    id
    cursor
    status
    startedAt
    finishedAt
    host {
      id
    }
    winner {
      id
      level
    }
    players {
      seat
      score
      challengesLeft
      sittingOutUntil
      leftAt
      user {
        id
        handle
      }
      cups {
        id
        position
        standing
      }
    }
    throws(first: 100) {
      edges {
        cursor
        node {
          id
          status
          rejectedFor
          settledAt
          challenge {
            id
            upheld
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameStateQuery, GameStateQueryVariables>;
export const ThrowStateDocument = new TypedDocumentString(`
    query ThrowState($id: ID!) {
  node(id: $id) {
    __typename
    ... on Throw {
      id
      status
      rejectedFor
      receipt
      settledAt
      challengeBy
      thrower {
        id
      }
      cup {
        id
        standing
      }
      challenge {
        id
        upheld
        answeredAt
        answerBy
      }
      hops {
        name
        outcome
        at
        elapsedMs
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ThrowStateQuery, ThrowStateQueryVariables>;
export const GameEventsDocument = new TypedDocumentString(`
    subscription GameEvents($gameId: ID!, $after: String) {
  gameEvents(gameId: $gameId, after: $after) {
    __typename
    seq
    cursor
    at
    ... on BallThrown {
      throwId
      hops {
        name
        outcome
      }
    }
    ... on ThrowRejected {
      throwId
      rejectedFor
      hops {
        name
        outcome
        detail
      }
    }
    ... on ThrowChallenged {
      throwId
      answerBy
      challengesLeft
    }
    ... on ChallengeAnswered {
      throwId
      upheld
    }
    ... on ThrowSettled {
      throwId
      status
      cupStanding
      throwerScore
    }
    ... on PlayerPenalised {
      player {
        id
      }
      points
      score
      because
    }
    ... on GameFinished {
      winner {
        id
        handle
      }
      scores {
        score
        cupsStanding
        player {
          id
        }
      }
    }
    ... on StreamGap {
      reason
      missedFrom
      missedTo
    }
  }
}
    `) as unknown as TypedDocumentString<GameEventsSubscription, GameEventsSubscriptionVariables>;
export const ThrowHopsDocument = new TypedDocumentString(`
    subscription ThrowHops($throwId: ID!) {
  throwHops(throwId: $throwId) {
    name
    outcome
    at
    elapsedMs
    detail
  }
}
    `) as unknown as TypedDocumentString<ThrowHopsSubscription, ThrowHopsSubscriptionVariables>;
export const PolledEventsDocument = new TypedDocumentString(`
    query PolledEvents($id: ID!, $after: String, $first: Int) {
  game(id: $id) {
    events(after: $after, first: $first) {
      edges {
        cursor
        node {
          __typename
          seq
          cursor
          ... on StreamGap {
            reason
            missedFrom
            missedTo
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolledEventsQuery, PolledEventsQueryVariables>;
export const ServiceTokenMadeDocument = new TypedDocumentString(`
    mutation ServiceTokenMade($input: CreateServiceTokenInput!) {
  createServiceToken(input: $input) {
    __typename
    ... on CreateServiceTokenPayload {
      token
      id
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceTokenMadeMutation, ServiceTokenMadeMutationVariables>;
export const ServiceUserMadeDocument = new TypedDocumentString(`
    mutation ServiceUserMade($input: CreateUserInput!) {
  createUser(input: $input) {
    __typename
    ... on CreateUserPayload {
      user {
        id
        handle
        displayName
        guest
        level
        coins
        createdAt
      }
    }
    ... on HandleTakenError {
      message
      handle
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ServiceUserMadeMutation, ServiceUserMadeMutationVariables>;
export const GameCursorsDocument = new TypedDocumentString(`
    query GameCursors($id: ID!) {
  game(id: $id) {
    cursor
    events(first: 1000) {
      edges {
        cursor
        node {
          seq
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameCursorsQuery, GameCursorsQueryVariables>;
export const OperatorsViewDocument = new TypedDocumentString(`
    query OperatorsView {
  operations {
    games(first: 20) {
      edges {
        cursor
        node {
          id
          status
          createdAt
          startedAt
          players {
            user {
              id
              handle
            }
          }
        }
      }
    }
    rooms(first: 20) {
      edges {
        cursor
        node {
          id
          phase
          title
          memberCount
          onlineCount
          host {
            id
            handle
          }
        }
      }
    }
    battles(first: 20) {
      edges {
        cursor
        node {
          id
          status
          title
          fighterCount
        }
      }
    }
    nodes {
      id
      version
      roles
      startedAt
      seenAt
      sockets
      subscriptions
      eventLoopDelayMs
    }
    deadlines(first: 20) {
      edges {
        cursor
        node {
          kind
          subject
          dueAt
          nextAt
          attempts
          failedAt
          lastError
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    jobs(first: 20) {
      edges {
        cursor
        node {
          id
          name
          every
          nextRunAt
          lastRunAt
          lastFinishedAt
          failures
          failedAt
          failReason
          lockedAt
          lockedBy
        }
      }
    }
    auditLog(first: 20) {
      edges {
        cursor
        node {
          id
          at
          user {
            id
          }
          service {
            id
          }
          action
          subject
          reason
          details {
            name
            value
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsViewQuery, OperatorsViewQueryVariables>;
export const OperatorsAuditLogDocument = new TypedDocumentString(`
    query OperatorsAuditLog($first: Int, $after: String, $by: ID, $action: String, $subject: ID) {
  operations {
    auditLog(
      first: $first
      after: $after
      by: $by
      action: $action
      subject: $subject
    ) {
      edges {
        node {
          id
          at
          user {
            id
            handle
          }
          service {
            id
          }
          action
          subject
          reason
          details {
            name
            value
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsAuditLogQuery, OperatorsAuditLogQueryVariables>;
export const OperatorsLiveDocument = new TypedDocumentString(`
    query OperatorsLive($game: GameStatus, $room: QuizPhase, $battle: BattleStatus, $first: Int) {
  operations {
    games(status: $game, first: $first) {
      edges {
        node {
          id
          status
          startedAt
          players {
            user {
              id
              handle
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    rooms(phase: $room, first: $first) {
      edges {
        node {
          id
          phase
          memberCount
          onlineCount
          host {
            id
            handle
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    battles(status: $battle, first: $first) {
      edges {
        node {
          id
          status
          fighterCount
          host {
            handle
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsLiveQuery, OperatorsLiveQueryVariables>;
export const OperatorsNodesDocument = new TypedDocumentString(`
    query OperatorsNodes {
  operations {
    nodes {
      id
      version
      roles
      startedAt
      seenAt
      sockets
      subscriptions
      eventLoopDelayMs
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsNodesQuery, OperatorsNodesQueryVariables>;
export const OperatorsDeadlinesDocument = new TypedDocumentString(`
    query OperatorsDeadlines($state: DeadlineState, $first: Int, $after: String) {
  operations {
    deadlines(state: $state, first: $first, after: $after) {
      edges {
        node {
          kind
          subject
          dueAt
          nextAt
          attempts
          failedAt
          lastError
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsDeadlinesQuery, OperatorsDeadlinesQueryVariables>;
export const OperatorsJobsDocument = new TypedDocumentString(`
    query OperatorsJobs($failing: Boolean, $name: String, $first: Int, $after: String) {
  operations {
    jobs(failing: $failing, name: $name, first: $first, after: $after) {
      edges {
        node {
          id
          name
          every
          nextRunAt
          lastRunAt
          lastFinishedAt
          failures
          failedAt
          failReason
          lockedAt
          lockedBy
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsJobsQuery, OperatorsJobsQueryVariables>;
export const OperatorsCloseRoomDocument = new TypedDocumentString(`
    mutation OperatorsCloseRoom($roomId: ID!, $reason: String!) {
  closeRoom(input: {roomId: $roomId, reason: $reason}) {
    __typename
    ... on CloseRoomPayload {
      room {
        id
        phase
        pin
        endedAt
        memberCount
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsCloseRoomMutation, OperatorsCloseRoomMutationVariables>;
export const OperatorsKickFromRoomDocument = new TypedDocumentString(`
    mutation OperatorsKickFromRoom($roomId: ID!, $userId: ID!, $reason: String!) {
  kickFromRoom(input: {roomId: $roomId, userId: $userId, reason: $reason}) {
    __typename
    ... on KickFromRoomPayload {
      room {
        id
        phase
        memberCount
        host {
          id
        }
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
      }
    }
    ... on NotKickableError {
      because
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsKickFromRoomMutation, OperatorsKickFromRoomMutationVariables>;
export const OperatorsVoidThrowDocument = new TypedDocumentString(`
    mutation OperatorsVoidThrow($throwId: ID!, $reason: String!) {
  voidThrow(input: {throwId: $throwId, reason: $reason}) {
    __typename
    ... on VoidThrowPayload {
      throw {
        id
        status
        receipt
        settledAt
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsVoidThrowMutation, OperatorsVoidThrowMutationVariables>;
export const OperatorsRetryDeadlineDocument = new TypedDocumentString(`
    mutation OperatorsRetryDeadline($kind: DeadlineKind!, $subject: ID!, $reason: String!) {
  retryDeadline(input: {kind: $kind, subject: $subject, reason: $reason}) {
    __typename
    ... on RetryDeadlinePayload {
      deadline {
        kind
        subject
        attempts
        nextAt
        lastError
      }
    }
    ... on InvalidInputError {
      message
      fields {
        field
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsRetryDeadlineMutation, OperatorsRetryDeadlineMutationVariables>;
export const OperatorsRetryJobDocument = new TypedDocumentString(`
    mutation OperatorsRetryJob($jobId: ID!, $reason: String!) {
  retryJob(input: {jobId: $jobId, reason: $reason}) {
    __typename
    ... on RetryJobPayload {
      job {
        id
        name
        nextRunAt
        failures
      }
    }
    ... on InvalidInputError {
      message
      fields {
        field
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorsRetryJobMutation, OperatorsRetryJobMutationVariables>;
export const ProgressRecordedDocument = new TypedDocumentString(`
    mutation ProgressRecorded($input: RecordProgressInput!) {
  recordProgress(input: $input) {
    __typename
    ... on RecordProgressPayload {
      coinsEarned
      user {
        id
        level
        coins
      }
    }
    ... on NotFoundError {
      message
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressRecordedMutation, ProgressRecordedMutationVariables>;
export const CoinsReservedDocument = new TypedDocumentString(`
    mutation CoinsReserved($input: ReserveCoinsInput!) {
  reserveCoins(input: $input) {
    __typename
    ... on ReserveCoinsPayload {
      reservation {
        id
        amount
        purpose
        status
        expiresAt
        user {
          id
          coins
        }
      }
    }
    ... on NotEnoughCoinsError {
      message
      coins
      needed
    }
    ... on NotFoundError {
      message
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CoinsReservedMutation, CoinsReservedMutationVariables>;
export const ReservationConfirmedDocument = new TypedDocumentString(`
    mutation ReservationConfirmed($reservationId: ID!) {
  confirmReservation(input: {reservationId: $reservationId}) {
    __typename
    ... on ConfirmReservationPayload {
      reservation {
        id
        status
        user {
          coins
        }
      }
    }
    ... on ReservationSettledError {
      message
      status
    }
    ... on NotFoundError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReservationConfirmedMutation, ReservationConfirmedMutationVariables>;
export const ReservationRolledBackDocument = new TypedDocumentString(`
    mutation ReservationRolledBack($reservationId: ID!) {
  rollBackReservation(input: {reservationId: $reservationId}) {
    __typename
    ... on RollBackReservationPayload {
      reservation {
        id
        status
        user {
          coins
        }
      }
    }
    ... on ReservationSettledError {
      message
      status
    }
    ... on NotFoundError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReservationRolledBackMutation, ReservationRolledBackMutationVariables>;
export const ReservationNodeDocument = new TypedDocumentString(`
    query ReservationNode($id: ID!) {
  node(id: $id) {
    __typename
    ... on Reservation {
      id
      amount
      purpose
      status
      expiresAt
      user {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReservationNodeQuery, ReservationNodeQueryVariables>;
export const ProgressBalanceDocument = new TypedDocumentString(`
    query ProgressBalance($id: ID!) {
  node(id: $id) {
    __typename
    ... on User {
      level
      coins
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressBalanceQuery, ProgressBalanceQueryVariables>;
export const ProgressGlobalDocument = new TypedDocumentString(`
    query ProgressGlobal($userId: ID) {
  globalLeaderboard {
    size
    entry(userId: $userId) {
      rank
      score
      user {
        id
        level
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressGlobalQuery, ProgressGlobalQueryVariables>;
export const ProgressEventsDocument = new TypedDocumentString(`
    subscription ProgressEvents($after: String) {
  myEvents(after: $after) {
    __typename
    seq
    cursor
    at
    ... on LevelUp {
      oldLevel
      newLevel
      coinsEarned
    }
    ... on CoinsChanged {
      coins
      amount
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressEventsSubscription, ProgressEventsSubscriptionVariables>;
export const ProgressPolledDocument = new TypedDocumentString(`
    query ProgressPolled($after: String, $first: Int) {
  me {
    cursor
    coins
    level
    events(after: $after, first: $first) {
      edges {
        cursor
        node {
          __typename
          seq
          cursor
          at
          ... on LevelUp {
            oldLevel
            newLevel
            coinsEarned
          }
          ... on CoinsChanged {
            coins
            amount
            reason
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressPolledQuery, ProgressPolledQueryVariables>;
export const ProgressEventsOfDocument = new TypedDocumentString(`
    query ProgressEventsOf($handle: String!) {
  user(handle: $handle) {
    id
    events {
      edges {
        cursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProgressEventsOfQuery, ProgressEventsOfQueryVariables>;
export const QuizDocument = new TypedDocumentString(`
    query Quiz($id: ID!) {
  node(id: $id) {
    ... on Quiz {
      title
      questionCount
      author {
        id
      }
      questions {
        index
        body
        options
        correctOptions
        seconds
        points
        pictureUrl
        explanation
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuizQuery, QuizQueryVariables>;
export const QuizzesDocument = new TypedDocumentString(`
    query Quizzes($first: Int, $after: String) {
  quizzes(first: $first, after: $after) {
    edges {
      node {
        id
        title
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<QuizzesQuery, QuizzesQueryVariables>;
export const CreateQuizDocument = new TypedDocumentString(`
    mutation CreateQuiz($input: CreateQuizInput!) {
  createQuiz(input: $input) {
    __typename
    ... on CreateQuizPayload {
      quiz {
        id
        title
        questionCount
        createdAt
      }
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateQuizMutation, CreateQuizMutationVariables>;
export const UpdateQuizDocument = new TypedDocumentString(`
    mutation UpdateQuiz($input: UpdateQuizInput!) {
  updateQuiz(input: $input) {
    __typename
    ... on UpdateQuizPayload {
      quiz {
        id
        title
        questionCount
      }
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateQuizMutation, UpdateQuizMutationVariables>;
export const DeleteQuizDocument = new TypedDocumentString(`
    mutation DeleteQuiz($input: DeleteQuizInput!) {
  deleteQuiz(input: $input) {
    __typename
    ... on DeleteQuizPayload {
      quizId
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteQuizMutation, DeleteQuizMutationVariables>;
export const ImportQuizDocument = new TypedDocumentString(`
    mutation ImportQuiz($input: ImportQuizInput!) {
  importQuiz(input: $input) {
    __typename
    ... on ImportQuizPayload {
      quiz {
        id
        title
        questions {
          body
          options
          correctOptions
          seconds
          points
          pictureUrl
          explanation
        }
      }
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportQuizMutation, ImportQuizMutationVariables>;
export const QuizReportDocument = new TypedDocumentString(`
    query QuizReport($id: ID!, $first: Int, $after: String) {
  quizRoom(id: $id) {
    report {
      csvPath
      questions {
        index
        body
        options
        correctOptions
        revealed
        answered
        correct
        distribution
        averageMs
        averagePoints
      }
      players(first: $first, after: $after) {
        edges {
          cursor
          node {
            user {
              id
              handle
            }
            displayName
            rank
            score
            correct
            answered
            averageMs
            status
            kick {
              by {
                id
              }
              reason
              at
            }
            answers {
              questionIndex
              options
              correct
              points
              bonus
              elapsedMs
            }
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuizReportQuery, QuizReportQueryVariables>;
export const PlayersOfReportDocument = new TypedDocumentString(`
    query PlayersOfReport($id: ID!, $first: Int, $after: String) {
  quizRoom(id: $id) {
    report {
      players(first: $first, after: $after) {
        edges {
          node {
            rank
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PlayersOfReportQuery, PlayersOfReportQueryVariables>;
export const RevealsDocument = new TypedDocumentString(`
    query Reveals($id: ID!) {
  quizRoom(id: $id) {
    events {
      edges {
        node {
          ... on QuestionRevealed {
            answered
            distribution
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RevealsQuery, RevealsQueryVariables>;
export const OpenQuizRoomDocument = new TypedDocumentString(`
    mutation OpenQuizRoom($input: OpenQuizRoomInput!) {
  openQuizRoom(input: $input) {
    __typename
    ... on OpenQuizRoomPayload {
      room {
        id
        cursor
        pin
        inviteCode
        phase
        title
      }
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpenQuizRoomMutation, OpenQuizRoomMutationVariables>;
export const JoinQuizRoomDocument = new TypedDocumentString(`
    mutation JoinQuizRoom($input: JoinQuizRoomInput!) {
  joinQuizRoom(input: $input) {
    __typename
    ... on JoinQuizRoomPayload {
      room {
        id
        cursor
        me {
          displayName
          role
          plays
        }
      }
    }
    ... on BannedError {
      reason
    }
    ... on WrongPhaseError {
      phase
    }
    ... on RoomFullError {
      maxMembers
    }
    ... on NameTakenError {
      displayName
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JoinQuizRoomMutation, JoinQuizRoomMutationVariables>;
export const LeaveQuizRoomDocument = new TypedDocumentString(`
    mutation LeaveQuizRoom($roomId: ID!) {
  leaveQuizRoom(input: {roomId: $roomId}) {
    __typename
    ... on LeaveQuizRoomPayload {
      room {
        id
        pin
        memberCount
        me {
          displayName
        }
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LeaveQuizRoomMutation, LeaveQuizRoomMutationVariables>;
export const KickPlayerDocument = new TypedDocumentString(`
    mutation KickPlayer($input: KickPlayerInput!) {
  kickPlayer(input: $input) {
    __typename
    ... on KickPlayerPayload {
      room {
        id
        memberCount
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on NotAMemberError {
      userId
    }
    ... on NotKickableError {
      because
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<KickPlayerMutation, KickPlayerMutationVariables>;
export const TransferHostDocument = new TypedDocumentString(`
    mutation TransferHost($input: TransferHostInput!) {
  transferHost(input: $input) {
    __typename
    ... on TransferHostPayload {
      room {
        host {
          id
        }
        cohosts {
          id
        }
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on NotAMemberError {
      userId
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TransferHostMutation, TransferHostMutationVariables>;
export const AddCohostDocument = new TypedDocumentString(`
    mutation AddCohost($input: AddCohostInput!) {
  addCohost(input: $input) {
    __typename
    ... on AddCohostPayload {
      room {
        host {
          id
        }
        cohosts {
          id
        }
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on NotAMemberError {
      userId
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddCohostMutation, AddCohostMutationVariables>;
export const StartQuizDocument = new TypedDocumentString(`
    mutation StartQuiz($roomId: ID!) {
  startQuiz(input: {roomId: $roomId}) {
    __typename
    ... on StartQuizPayload {
      room {
        phase
        questionIndex
        deadline
        startedAt
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartQuizMutation, StartQuizMutationVariables>;
export const NextQuestionDocument = new TypedDocumentString(`
    mutation NextQuestion($input: NextQuestionInput!) {
  nextQuestion(input: $input) {
    __typename
    ... on NextQuestionPayload {
      room {
        phase
        questionIndex
        deadline
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NextQuestionMutation, NextQuestionMutationVariables>;
export const RevealQuestionDocument = new TypedDocumentString(`
    mutation RevealQuestion($input: RevealQuestionInput!) {
  revealQuestion(input: $input) {
    __typename
    ... on RevealQuestionPayload {
      room {
        phase
        questionIndex
        deadline
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevealQuestionMutation, RevealQuestionMutationVariables>;
export const PauseQuizDocument = new TypedDocumentString(`
    mutation PauseQuiz($roomId: ID!) {
  pauseQuiz(input: {roomId: $roomId}) {
    __typename
    ... on PauseQuizPayload {
      room {
        phase
        pausedFrom
        remainingMs
        deadline
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseQuizMutation, PauseQuizMutationVariables>;
export const ResumeQuizDocument = new TypedDocumentString(`
    mutation ResumeQuiz($roomId: ID!) {
  resumeQuiz(input: {roomId: $roomId}) {
    __typename
    ... on ResumeQuizPayload {
      room {
        phase
        pausedFrom
        remainingMs
        deadline
      }
    }
    ... on WrongPhaseError {
      phase
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeQuizMutation, ResumeQuizMutationVariables>;
export const EndQuizDocument = new TypedDocumentString(`
    mutation EndQuiz($roomId: ID!) {
  endQuiz(input: {roomId: $roomId}) {
    __typename
    ... on EndQuizPayload {
      room {
        phase
        questionIndex
        endedAt
        pin
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EndQuizMutation, EndQuizMutationVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($input: AnswerQuestionInput!) {
  answerQuestion(input: $input) {
    __typename
    ... on AnswerQuestionPayload {
      answer {
        questionIndex
        options
        answeredAt
        elapsedMs
        correct
        points
      }
    }
    ... on QuestionClosedError {
      questionIndex
    }
    ... on AlreadyAnsweredError {
      options
      answeredAt
    }
    ... on WrongPhaseError {
      phase
    }
    ... on BannedError {
      reason
    }
    ... on NotAMemberError {
      userId
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const QuizRoomDocument = new TypedDocumentString(`
    query QuizRoom($id: ID!) {
  quizRoom(id: $id) {
    id
    cursor
    pin
    inviteCode
    title
    questionCount
    phase
    pausedFrom
    remainingMs
    questionIndex
    deadline
    answered
    memberCount
    createdAt
    startedAt
    endedAt
    settings {
      advance
      intermissionSeconds
      revealEarly
      lateJoin
      answerChange
      alpha
      streakBonus
      whenHostGone
      maxMembers
      pinEntry
      wordFilter
      hostPlays
    }
    quiz {
      id
      title
      questionCount
      questions {
        correctOptions
      }
    }
    host {
      id
    }
    cohosts {
      id
    }
    me {
      user {
        id
      }
      displayName
      role
      online
      plays
      score
      streak
      joinedAt
    }
    question {
      index
      body
      options
      seconds
      points
      pictureUrl
      correctOptions
      explanation
    }
    myAnswer {
      questionIndex
      options
      answeredAt
      elapsedMs
      correct
      points
    }
    scoreboard {
      id
      title
      top {
        edges {
          node {
            rank
            score
            user {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuizRoomQuery, QuizRoomQueryVariables>;
export const QuizRoomNodeDocument = new TypedDocumentString(`
    query QuizRoomNode($id: ID!) {
  node(id: $id) {
    ... on QuizRoom {
      id
      phase
    }
  }
}
    `) as unknown as TypedDocumentString<QuizRoomNodeQuery, QuizRoomNodeQueryVariables>;
export const RoomMembersDocument = new TypedDocumentString(`
    query RoomMembers($id: ID!, $first: Int, $after: String) {
  quizRoom(id: $id) {
    memberCount
    members(first: $first, after: $after) {
      edges {
        cursor
        node {
          displayName
          role
          user {
            id
            handle
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoomMembersQuery, RoomMembersQueryVariables>;
export const MyQuizRoomsDocument = new TypedDocumentString(`
    query MyQuizRooms($open: Boolean, $first: Int, $after: String) {
  myQuizRooms(open: $open, first: $first, after: $after) {
    edges {
      node {
        id
        phase
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyQuizRoomsQuery, MyQuizRoomsQueryVariables>;
export const QuizRoomEventsDocument = new TypedDocumentString(`
    subscription QuizRoomEvents($roomId: ID!, $after: String) {
  quizRoomEvents(roomId: $roomId, after: $after) {
    ...EveryRoomEvent
  }
}
    fragment EveryRoomEvent on QuizRoomEvent {
  __typename
  seq
  cursor
  at
  ... on MemberJoined {
    members {
      person {
        id
        displayName
      }
      role
      plays
      online
      score
      streak
    }
    memberCount
  }
  ... on MemberLeft {
    person {
      id
      displayName
    }
    memberCount
  }
  ... on MemberKicked {
    person {
      id
      displayName
    }
    by {
      id
    }
    kickReason
    memberCount
  }
  ... on PresenceChanged {
    members {
      person {
        id
        displayName
      }
      online
    }
    onlineCount
  }
  ... on HostChanged {
    host {
      id
    }
    cohosts {
      id
    }
    hostChange
  }
  ... on QuestionOpened {
    questionIndex
    questionCount
    body
    options
    seconds
    points
    pictureUrl
    deadline
  }
  ... on AnswerCounted {
    questionIndex
    answered
    playerCount
  }
  ... on QuestionRevealed {
    questionIndex
    correctOptions
    explanation
    distribution
    answered
    standings {
      rank
      score
      person {
        id
      }
    }
    myResult {
      options
      correct
      points
      bonus
      streak
      score
      rank
    }
    deadline
  }
  ... on QuizPaused {
    pausedFrom
    questionIndex
    remainingMs
    pauseReason
    by {
      id
    }
  }
  ... on QuizResumed {
    phase
    questionIndex
    deadline
    by {
      id
    }
  }
  ... on QuizEnded {
    endReason
    by {
      id
    }
    closeReason
    questionsRevealed
    podium {
      rank
      score
      person {
        id
      }
    }
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}`) as unknown as TypedDocumentString<QuizRoomEventsSubscription, QuizRoomEventsSubscriptionVariables>;
export const PolledRoomEventsDocument = new TypedDocumentString(`
    query PolledRoomEvents($id: ID!, $after: String, $first: Int) {
  quizRoom(id: $id) {
    events(after: $after, first: $first) {
      edges {
        cursor
        node {
          ...EveryRoomEvent
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment EveryRoomEvent on QuizRoomEvent {
  __typename
  seq
  cursor
  at
  ... on MemberJoined {
    members {
      person {
        id
        displayName
      }
      role
      plays
      online
      score
      streak
    }
    memberCount
  }
  ... on MemberLeft {
    person {
      id
      displayName
    }
    memberCount
  }
  ... on MemberKicked {
    person {
      id
      displayName
    }
    by {
      id
    }
    kickReason
    memberCount
  }
  ... on PresenceChanged {
    members {
      person {
        id
        displayName
      }
      online
    }
    onlineCount
  }
  ... on HostChanged {
    host {
      id
    }
    cohosts {
      id
    }
    hostChange
  }
  ... on QuestionOpened {
    questionIndex
    questionCount
    body
    options
    seconds
    points
    pictureUrl
    deadline
  }
  ... on AnswerCounted {
    questionIndex
    answered
    playerCount
  }
  ... on QuestionRevealed {
    questionIndex
    correctOptions
    explanation
    distribution
    answered
    standings {
      rank
      score
      person {
        id
      }
    }
    myResult {
      options
      correct
      points
      bonus
      streak
      score
      rank
    }
    deadline
  }
  ... on QuizPaused {
    pausedFrom
    questionIndex
    remainingMs
    pauseReason
    by {
      id
    }
  }
  ... on QuizResumed {
    phase
    questionIndex
    deadline
    by {
      id
    }
  }
  ... on QuizEnded {
    endReason
    by {
      id
    }
    closeReason
    questionsRevealed
    podium {
      rank
      score
      person {
        id
      }
    }
  }
  ... on StreamGap {
    reason
    missedFrom
    missedTo
  }
}`) as unknown as TypedDocumentString<PolledRoomEventsQuery, PolledRoomEventsQueryVariables>;
export const RoomRankingDocument = new TypedDocumentString(`
    query RoomRanking($id: ID!, $first: Int, $after: String) {
  quizRoom(id: $id) {
    ranking(first: $first, after: $after) {
      edges {
        node {
          displayName
          score
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RoomRankingQuery, RoomRankingQueryVariables>;
export const QuizRoomDeepReadDocument = new TypedDocumentString(`
    query QuizRoomDeepRead {
  myQuizRooms(first: 20) {
    edges {
      node {
        id
        cursor
        phase
        memberCount
        host {
          id
        }
        cohosts {
          id
        }
        quiz {
          title
          author {
            handle
          }
        }
        question {
          body
        }
        me {
          role
          score
          user {
            handle
          }
        }
        myAnswer {
          options
        }
        scoreboard {
          key
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuizRoomDeepReadQuery, QuizRoomDeepReadQueryVariables>;
export const BoardMadeDocument = new TypedDocumentString(`
    mutation BoardMade($input: CreateScoreboardInput!) {
  createScoreboard(input: $input) {
    __typename
    ... on CreateScoreboardPayload {
      scoreboard {
        id
        key
        title
        operator
        sortOrder
        submission
        maxPlayerPoints
        resetSchedule
        resetsAt
        season
        size
      }
    }
    ... on ScoreboardKeyTakenError {
      message
      key
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardMadeMutation, BoardMadeMutationVariables>;
export const ScoreSubmittedDocument = new TypedDocumentString(`
    mutation ScoreSubmitted($input: SubmitScoreInput!) {
  submitScore(input: $input) {
    __typename
    ... on SubmitScorePayload {
      entry {
        user {
          id
          handle
        }
        rank
        score
        achievedAt
      }
    }
    ... on IdempotencyKeyReusedError {
      message
      idempotencyKey
    }
    ... on ScoreOutOfRangeError {
      message
    }
    ... on NotFoundError {
      message
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScoreSubmittedMutation, ScoreSubmittedMutationVariables>;
export const ScoresSubmittedDocument = new TypedDocumentString(`
    mutation ScoresSubmitted($input: SubmitScoresInput!) {
  submitScores(input: $input) {
    __typename
    ... on SubmitScoresPayload {
      accepted
      repeated
      scoreboard {
        key
        size
      }
      entries {
        user {
          id
        }
        rank
        score
      }
    }
    ... on IdempotencyKeyReusedError {
      message
      idempotencyKey
    }
    ... on ScoreOutOfRangeError {
      message
    }
    ... on NotFoundError {
      message
    }
    ... on InvalidInputError {
      message
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScoresSubmittedMutation, ScoresSubmittedMutationVariables>;
export const BoardDocument = new TypedDocumentString(`
    query Board($key: String!) {
  scoreboard(key: $key) {
    id
    key
    title
    operator
    sortOrder
    submission
    maxPlayerPoints
    resetSchedule
    resetsAt
    season
    size
    seasons {
      number
      startedAt
      endedAt
    }
  }
}
    `) as unknown as TypedDocumentString<BoardQuery, BoardQueryVariables>;
export const BoardNodeDocument = new TypedDocumentString(`
    query BoardNode($id: ID!) {
  node(id: $id) {
    __typename
    ... on Scoreboard {
      season
      resetsAt
      size
      seasons {
        number
        startedAt
        endedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardNodeQuery, BoardNodeQueryVariables>;
export const BoardTopDocument = new TypedDocumentString(`
    query BoardTop($key: String!, $first: Int, $after: String, $season: Int) {
  scoreboard(key: $key) {
    size(season: $season)
    top(first: $first, after: $after, season: $season) {
      edges {
        cursor
        node {
          user {
            id
          }
          rank
          score
          achievedAt
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardTopQuery, BoardTopQueryVariables>;
export const BoardEntryDocument = new TypedDocumentString(`
    query BoardEntry($key: String!, $userId: ID, $season: Int) {
  scoreboard(key: $key) {
    entry(userId: $userId, season: $season) {
      user {
        id
      }
      rank
      score
      achievedAt
    }
  }
}
    `) as unknown as TypedDocumentString<BoardEntryQuery, BoardEntryQueryVariables>;
export const BoardAroundDocument = new TypedDocumentString(`
    query BoardAround($key: String!, $userId: ID, $radius: Int, $season: Int) {
  scoreboard(key: $key) {
    around(userId: $userId, radius: $radius, season: $season) {
      user {
        id
      }
      rank
      score
    }
  }
}
    `) as unknown as TypedDocumentString<BoardAroundQuery, BoardAroundQueryVariables>;
export const BoardsDocument = new TypedDocumentString(`
    query Boards($first: Int, $after: String) {
  scoreboards(first: $first, after: $after) {
    edges {
      node {
        key
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BoardsQuery, BoardsQueryVariables>;
export const GameBoardDocument = new TypedDocumentString(`
    query GameBoard($id: ID!) {
  game(id: $id) {
    players {
      seat
      score
      user {
        id
      }
    }
    scoreboard {
      id
      key
      title
      operator
      sortOrder
      submission
      resetsAt
      season
      size
      seasons {
        number
        startedAt
        endedAt
      }
      top(first: 10) {
        edges {
          node {
            user {
              id
            }
            rank
            score
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GameBoardQuery, GameBoardQueryVariables>;
export const BoardFollowedDocument = new TypedDocumentString(`
    subscription BoardFollowed($scoreboardId: ID!, $first: Int) {
  standings(scoreboardId: $scoreboardId, first: $first) {
    scoreboardId
    version
    size
    at
    entries {
      rank
      score
      achievedAt
      user {
        id
        handle
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BoardFollowedSubscription, BoardFollowedSubscriptionVariables>;
export const StreamWideDocument = new TypedDocumentString(`
    subscription StreamWide($gameId: ID!, $after: String) {
  gameEvents(gameId: $gameId, after: $after) {
    __typename
    seq
    cursor
    ... on PlayerJoined {
      player {
        displayName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StreamWideSubscription, StreamWideSubscriptionVariables>;
export const StreamBareDocument = new TypedDocumentString(`
    subscription StreamBare($gameId: ID!, $after: String) {
  gameEvents(gameId: $gameId, after: $after) {
    __typename
    seq
    cursor
    ... on StreamGap {
      reason
      missedFrom
      missedTo
    }
  }
}
    `) as unknown as TypedDocumentString<StreamBareSubscription, StreamBareSubscriptionVariables>;
export const StreamServerTimeDocument = new TypedDocumentString(`
    query StreamServerTime {
  serverTime
}
    `) as unknown as TypedDocumentString<StreamServerTimeQuery, StreamServerTimeQueryVariables>;
export const LinkTelegramDocument = new TypedDocumentString(`
    mutation LinkTelegram($notifications: [NotificationKind!]) {
  linkTelegram(input: {notifications: $notifications}) {
    __typename
    ... on LinkTelegramPayload {
      url
      code
      expiresAt
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LinkTelegramMutation, LinkTelegramMutationVariables>;
export const UnlinkTelegramDocument = new TypedDocumentString(`
    mutation UnlinkTelegram($forgetChoices: Boolean) {
  unlinkTelegram(input: {forgetChoices: $forgetChoices}) {
    __typename
    ... on UnlinkTelegramPayload {
      telegram {
        linkedAt
        reachable
        notifications
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UnlinkTelegramMutation, UnlinkTelegramMutationVariables>;
export const SetTelegramNotificationsDocument = new TypedDocumentString(`
    mutation SetTelegramNotifications($notifications: [NotificationKind!]!) {
  setTelegramNotifications(input: {notifications: $notifications}) {
    __typename
    ... on SetTelegramNotificationsPayload {
      telegram {
        linkedAt
        reachable
        notifications
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SetTelegramNotificationsMutation, SetTelegramNotificationsMutationVariables>;
export const MyTelegramDocument = new TypedDocumentString(`
    query MyTelegram {
  me {
    telegram {
      linkedAt
      reachable
      notifications
    }
  }
}
    `) as unknown as TypedDocumentString<MyTelegramQuery, MyTelegramQueryVariables>;
export const TelegramOfUserDocument = new TypedDocumentString(`
    query TelegramOfUser($handle: String!) {
  user(handle: $handle) {
    telegram {
      linkedAt
    }
  }
}
    `) as unknown as TypedDocumentString<TelegramOfUserQuery, TelegramOfUserQueryVariables>;
export const CurrentTournamentDocument = new TypedDocumentString(`
    query CurrentTournament {
  currentTournament {
    id
    cursor
    name
    status
    startsAt
    entryClosesAt
    endsAt
    finishedAt
    minLevel
    entryFee
    groupSize
    participantCount
    rewards {
      fromRank
      toRank
      coins
    }
    myEntry {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CurrentTournamentQuery, CurrentTournamentQueryVariables>;
export const TournamentStateDocument = new TypedDocumentString(`
    query TournamentState($id: ID!) {
  tournament(id: $id) {
    id
    cursor
    name
    status
    finishedAt
    participantCount
    myEntry {
      id
      rank
      score
      coinsEarned
      claimedAt
      group {
        id
        number
        band
        size
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TournamentStateQuery, TournamentStateQueryVariables>;
export const EnterTournamentDocument = new TypedDocumentString(`
    mutation EnterTournament($input: EnterTournamentInput! = {}) {
  enterTournament(input: $input) {
    __typename
    ... on EnterTournamentPayload {
      entry {
        id
        rank
        score
        coinsEarned
        enteredAt
        claimedAt
        user {
          id
          coins
        }
        tournament {
          id
          status
        }
        group {
          id
          number
          band
          size
        }
      }
    }
    ... on Error {
      message
    }
    ... on LevelTooLowError {
      level
      minLevel
    }
    ... on NotEnoughCoinsError {
      coins
      needed
    }
    ... on EntryClosedError {
      startsAt
      entryClosesAt
    }
  }
}
    `) as unknown as TypedDocumentString<EnterTournamentMutation, EnterTournamentMutationVariables>;
export const ClaimRewardDocument = new TypedDocumentString(`
    mutation ClaimReward($input: ClaimRewardInput! = {}) {
  claimReward(input: $input) {
    __typename
    ... on ClaimRewardPayload {
      entry {
        id
        rank
        score
        coinsEarned
        claimedAt
        user {
          coins
        }
        tournament {
          id
          status
        }
      }
    }
    ... on Error {
      message
    }
    ... on TournamentNotFinishedError {
      endsAt
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimRewardMutation, ClaimRewardMutationVariables>;
export const DefineTournamentDocument = new TypedDocumentString(`
    mutation DefineTournament($input: DefineTournamentInput!) {
  defineTournament(input: $input) {
    __typename
    ... on DefineTournamentPayload {
      tournament {
        id
        name
        status
        startsAt
        entryClosesAt
        endsAt
        minLevel
        entryFee
        groupSize
        participantCount
        rewards {
          fromRank
          toRank
          coins
        }
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DefineTournamentMutation, DefineTournamentMutationVariables>;
export const TournamentEventsDocument = new TypedDocumentString(`
    subscription TournamentEvents($tournamentId: ID!, $after: String) {
  tournamentEvents(tournamentId: $tournamentId, after: $after) {
    __typename
    seq
    cursor
    at
    ... on TournamentOpened {
      entryClosesAt
      endsAt
    }
    ... on EntryClosed {
      participantCount
      groupCount
    }
    ... on TournamentFinished {
      finishedAt
      participantCount
    }
    ... on StreamGap {
      reason
      missedFrom
      missedTo
    }
  }
}
    `) as unknown as TypedDocumentString<TournamentEventsSubscription, TournamentEventsSubscriptionVariables>;
export const PolledTournamentEventsDocument = new TypedDocumentString(`
    query PolledTournamentEvents($id: ID!, $after: String, $first: Int) {
  tournament(id: $id) {
    events(after: $after, first: $first) {
      edges {
        cursor
        node {
          __typename
          seq
          cursor
          at
          ... on EntryClosed {
            participantCount
            groupCount
          }
          ... on StreamGap {
            reason
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolledTournamentEventsQuery, PolledTournamentEventsQueryVariables>;
export const MyTournamentsDocument = new TypedDocumentString(`
    query MyTournaments($first: Int, $after: String) {
  myTournaments(first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        name
        status
        participantCount
        myEntry {
          id
          rank
          score
          group {
            number
            scoreboard {
              id
              size
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyTournamentsQuery, MyTournamentsQueryVariables>;
export const TournamentsDocument = new TypedDocumentString(`
    query Tournaments($open: Boolean) {
  tournaments(open: $open) {
    edges {
      node {
        id
        name
        status
        participantCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TournamentsQuery, TournamentsQueryVariables>;
export const GroupBoardDocument = new TypedDocumentString(`
    query GroupBoard($id: ID!) {
  node(id: $id) {
    __typename
    ... on TournamentGroup {
      size
      number
      band
      tournament {
        id
      }
      scoreboard {
        id
        key
        size
        top(first: 100) {
          edges {
            node {
              rank
              score
              user {
                id
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupBoardQuery, GroupBoardQueryVariables>;
export const GroupStandingsDocument = new TypedDocumentString(`
    subscription GroupStandings($scoreboardId: ID!) {
  standings(scoreboardId: $scoreboardId, first: 50) {
    size
    entries {
      rank
      score
      user {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupStandingsSubscription, GroupStandingsSubscriptionVariables>;
export const EntryNodeDocument = new TypedDocumentString(`
    query EntryNode($id: ID!) {
  node(id: $id) {
    __typename
    ... on TournamentEntry {
      rank
      score
      coinsEarned
      claimedAt
      user {
        id
      }
      tournament {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntryNodeQuery, EntryNodeQueryVariables>;
export const ContestantEventsDocument = new TypedDocumentString(`
    subscription ContestantEvents($after: String) {
  myEvents(after: $after) {
    __typename
    ... on LevelUp {
      newLevel
    }
    ... on CoinsChanged {
      coins
      amount
      reason
    }
    ... on RewardPaid {
      tournamentId
      rank
      coins
    }
  }
}
    `) as unknown as TypedDocumentString<ContestantEventsSubscription, ContestantEventsSubscriptionVariables>;
export const RaiseLevelDocument = new TypedDocumentString(`
    mutation RaiseLevel($userId: ID!, $levels: Int!, $eventId: String!) {
  recordProgress(input: {userId: $userId, levels: $levels, eventId: $eventId}) {
    __typename
    ... on RecordProgressPayload {
      coinsEarned
      user {
        id
        level
        coins
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RaiseLevelMutation, RaiseLevelMutationVariables>;
export const TournamentPlayAsGuestDocument = new TypedDocumentString(`
    mutation TournamentPlayAsGuest {
  playAsGuest {
    __typename
    ... on PlayAsGuestPayload {
      session {
        accessToken
        user {
          id
          handle
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TournamentPlayAsGuestMutation, TournamentPlayAsGuestMutationVariables>;
export const TournamentDeepReadDocument = new TypedDocumentString(`
    query TournamentDeepRead {
  myTournaments(first: 20) {
    edges {
      node {
        id
        cursor
        status
        participantCount
        rewards {
          coins
        }
        myEntry {
          id
          rank
          score
          coinsEarned
          user {
            id
            handle
          }
          tournament {
            name
          }
          group {
            number
            size
            tournament {
              name
            }
            scoreboard {
              id
              key
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TournamentDeepReadQuery, TournamentDeepReadQueryVariables>;
export const TracedUserDocument = new TypedDocumentString(`
    query TracedUser($handle: String!) {
  user(handle: $handle) {
    id
    handle
  }
}
    `) as unknown as TypedDocumentString<TracedUserQuery, TracedUserQueryVariables>;
export const SeatsDocument = new TypedDocumentString(`
    query Seats($id: ID!) {
  game(id: $id) {
    status
    host {
      id
    }
    players {
      leftAt
      user {
        id
        handle
        displayName
      }
      cups {
        id
        standing
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SeatsQuery, SeatsQueryVariables>;
export const ToldDocument = new TypedDocumentString(`
    query Told($id: ID!) {
  game(id: $id) {
    events(first: 200) {
      edges {
        node {
          __typename
          ... on BallThrown {
            throwId
            thrower {
              handle
            }
            cupId
          }
          ... on ThrowChallenged {
            throwId
            challenger {
              handle
            }
            thrower {
              handle
            }
          }
          ... on ThrowSettled {
            throwId
            status
            thrower {
              handle
            }
          }
          ... on PlayerPenalised {
            player {
              handle
            }
            because
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ToldQuery, ToldQueryVariables>;
export const WebhookMadeDocument = new TypedDocumentString(`
    mutation WebhookMade($input: CreateWebhookInput!) {
  createWebhook(input: $input) {
    __typename
    ... on CreateWebhookPayload {
      webhook {
        ...WebhookSeen
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on TooManyWebhooksError {
      mostWebhooks
    }
    ... on WebhookExistsError {
      webhookId
    }
  }
}
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}`) as unknown as TypedDocumentString<WebhookMadeMutation, WebhookMadeMutationVariables>;
export const WebhookChangedDocument = new TypedDocumentString(`
    mutation WebhookChanged($input: UpdateWebhookInput!) {
  updateWebhook(input: $input) {
    __typename
    ... on UpdateWebhookPayload {
      webhook {
        ...WebhookSeen
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
    ... on WebhookExistsError {
      webhookId
    }
  }
}
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}`) as unknown as TypedDocumentString<WebhookChangedMutation, WebhookChangedMutationVariables>;
export const WebhookSecretRotatedDocument = new TypedDocumentString(`
    mutation WebhookSecretRotated($id: ID!, $secret: String!) {
  rotateWebhookSecret(input: {id: $id, secret: $secret}) {
    __typename
    ... on RotateWebhookSecretPayload {
      webhook {
        ...WebhookSeen
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      fields {
        field
        message
      }
    }
  }
}
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}`) as unknown as TypedDocumentString<WebhookSecretRotatedMutation, WebhookSecretRotatedMutationVariables>;
export const WebhookDeletedDocument = new TypedDocumentString(`
    mutation WebhookDeleted($id: ID!) {
  deleteWebhook(input: {id: $id}) {
    __typename
    ... on DeleteWebhookPayload {
      id
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WebhookDeletedMutation, WebhookDeletedMutationVariables>;
export const DeliveryReplayedDocument = new TypedDocumentString(`
    mutation DeliveryReplayed($id: ID!) {
  replayWebhookDelivery(input: {id: $id}) {
    __typename
    ... on ReplayWebhookDeliveryPayload {
      delivery {
        ...DeliverySeen
      }
    }
    ... on Error {
      message
    }
    ... on WebhookDisabledError {
      because
    }
  }
}
    fragment DeliverySeen on WebhookDelivery {
  id
  type
  stream
  seq
  at
  state
  body
  attempts
  lastAttemptAt
  lastStatus
  lastError
  nextAttemptAt
  settledAt
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<DeliveryReplayedMutation, DeliveryReplayedMutationVariables>;
export const ParkedReplayedDocument = new TypedDocumentString(`
    mutation ParkedReplayed($id: ID!) {
  replayParkedDeliveries(input: {id: $id}) {
    __typename
    ... on ReplayParkedDeliveriesPayload {
      replayed
    }
    ... on Error {
      message
    }
    ... on WebhookDisabledError {
      because
    }
  }
}
    `) as unknown as TypedDocumentString<ParkedReplayedMutation, ParkedReplayedMutationVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks($first: Int, $after: String) {
  webhooks(first: $first, after: $after) {
    edges {
      node {
        ...WebhookSeen
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDeliveriesDocument = new TypedDocumentString(`
    query WebhookDeliveries($id: ID!, $state: WebhookDeliveryState, $first: Int, $after: String) {
  node(id: $id) {
    __typename
    ... on Webhook {
      ...WebhookSeen
      deliveries(state: $state, first: $first, after: $after) {
        edges {
          node {
            ...DeliverySeen
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment WebhookSeen on Webhook {
  id
  url
  events
  secret
  previousSecretUntil
  owner
  createdAt
  disabledAt
  disabledBecause
  pausedUntil
}
fragment DeliverySeen on WebhookDelivery {
  id
  type
  stream
  seq
  at
  state
  body
  attempts
  lastAttemptAt
  lastStatus
  lastError
  nextAttemptAt
  settledAt
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const WebhookDeliveryNodeDocument = new TypedDocumentString(`
    query WebhookDeliveryNode($id: ID!) {
  node(id: $id) {
    __typename
    ... on WebhookDelivery {
      ...DeliverySeen
    }
  }
}
    fragment DeliverySeen on WebhookDelivery {
  id
  type
  stream
  seq
  at
  state
  body
  attempts
  lastAttemptAt
  lastStatus
  lastError
  nextAttemptAt
  settledAt
  webhook {
    id
  }
}`) as unknown as TypedDocumentString<WebhookDeliveryNodeQuery, WebhookDeliveryNodeQueryVariables>;