/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type AccountUserQueryVariables = Exact<{
  handle: string;
}>;


export type AccountUserQuery = { user: { id: string, handle: string, displayName: string, guest: boolean, level: number, coins: number | null } | null };

export type AccountNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type AccountNodeQuery = { node:
    | { __typename: 'Challenge', id: string }
    | { __typename: 'Cup', id: string }
    | { __typename: 'Game', id: string }
    | { __typename: 'Throw', id: string }
    | { __typename: 'User', handle: string, displayName: string, createdAt: string, guest: boolean, level: number, coins: number | null, cursor: string, id: string }
   | null };

export type AccountServerTimeQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountServerTimeQuery = { serverTime: string };

export type GameVoidThrowMutationVariables = Exact<{
  throwId: string | number;
}>;


export type GameVoidThrowMutation = { voidThrow:
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
    | { __typename: 'Challenge', id: string, challenger: { handle: string }, throw: { id: string } }
    | { __typename: 'Cup', position: number, id: string, owner: { handle: string } }
    | { __typename: 'Game', status: GameStatus, id: string }
    | { __typename: 'Throw', id: string, thrower: { handle: string } }
    | { __typename: 'User', id: string }
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
    | { __typename: 'Challenge' }
    | { __typename: 'Cup' }
    | { __typename: 'Game' }
    | { __typename: 'Throw', id: string, status: ThrowStatus, rejectedFor: ThrowRejection | null, receipt: string | null, settledAt: string | null, challengeBy: string | null, thrower: { id: string }, cup: { id: string, standing: boolean } | null, challenge: { id: string, upheld: boolean | null, answeredAt: string | null, answerBy: string } | null, hops: Array<{ name: HopName, outcome: HopOutcome, at: string, elapsedMs: number, detail: string | null }> }
    | { __typename: 'User' }
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
export const GameVoidThrowDocument = new TypedDocumentString(`
    mutation GameVoidThrow($throwId: ID!) {
  voidThrow(input: {throwId: $throwId}) {
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