import type { GameStatus } from '../../entities/game.ts';
import type { ThrowRejection, ThrowStatus } from '../../entities/throw.ts';
import type { ChallengeState, CupState, GameState, PlayerState, ThrowState } from '../../rules/gameState.ts';

/** Rows as `to_jsonb` gives them and `jsonb_populate_recordset` takes them: times are RFC 3339 text. */
export interface GameRow {
  id: string;
  status: GameStatus;
  host_id: string;
  winner_id: string | null;
  max_players: number;
  cups_per_player: number;
  challenges_per_player: number;
  challenge_window_ms: number;
  answer_window_ms: number;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}
export interface PlayerRow {
  game_id: string;
  user_id: string;
  seat: number;
  score: number;
  challenges_left: number;
  sitting_out_until: string | null;
  left_at: string | null;
}
export interface PersonColumns {
  handle: string;
  display_name: string;
  guest: boolean;
}
export interface CupRow {
  id: string;
  game_id: string;
  owner_id: string;
  position: number;
  standing: boolean;
}
export interface ChallengeRow {
  id: string;
  throw_id: string;
  challenger_id: string;
  challenged_at: string;
  answer_by: string;
  answered_at: string | null;
  upheld: boolean | null;
}
export interface ThrowRow {
  id: string;
  game_id: string;
  thrower_id: string;
  cup_id: string | null;
  aimed_at: string;
  status: ThrowStatus;
  rejected_for: ThrowRejection | null;
  nonce: string;
  commitment: string;
  server_secret: boolean;
  thrown_at: string;
  received_at: string;
  challenge_by: string | null;
  settled_at: string | null;
}

export interface LoadedRows {
  game: GameRow;
  players: (PlayerRow & PersonColumns)[];
  cups: CupRow[];
  throws: (ThrowRow & PersonColumns & { challenge: ChallengeRow | null })[];
}

export function stateFromRows({ game, players, cups, throws }: LoadedRows): GameState {
  return {
    id: game.id,
    status: game.status,
    hostId: game.host_id,
    winnerId: game.winner_id,
    settings: {
      maxPlayers: game.max_players,
      cupsPerPlayer: game.cups_per_player,
      challengesPerPlayer: game.challenges_per_player,
      challengeWindowMs: game.challenge_window_ms,
      answerWindowMs: game.answer_window_ms,
    },
    createdAt: Date.parse(game.created_at),
    startedAt: milliseconds(game.started_at),
    finishedAt: milliseconds(game.finished_at),
    players: players.map(playerState),
    cups: cups.map(({ id, owner_id: ownerId, position, standing }): CupState => ({ id, ownerId, position, standing })),
    throws: throws.map(throwState),
  };
}

function playerState(row: PlayerRow & PersonColumns): PlayerState {
  return {
    person: { id: row.user_id, handle: row.handle, displayName: row.display_name },
    guest: row.guest,
    seat: row.seat,
    score: row.score,
    challengesLeft: row.challenges_left,
    sittingOutUntil: milliseconds(row.sitting_out_until),
    leftAt: milliseconds(row.left_at),
  };
}

function throwState(row: LoadedRows['throws'][number]): ThrowState {
  return {
    id: row.id,
    thrower: { id: row.thrower_id, handle: row.handle, displayName: row.display_name },
    cupId: row.cup_id,
    aimedAt: row.aimed_at,
    status: row.status,
    rejectedFor: row.rejected_for,
    nonce: row.nonce,
    commitment: row.commitment,
    serverSecret: row.server_secret,
    thrownAt: Date.parse(row.thrown_at),
    receivedAt: Date.parse(row.received_at),
    challengeBy: milliseconds(row.challenge_by),
    settledAt: milliseconds(row.settled_at),
    challenge: row.challenge && challengeState(row.challenge),
  };
}

function challengeState(row: ChallengeRow): ChallengeState {
  return {
    id: row.id,
    challengerId: row.challenger_id,
    challengedAt: Date.parse(row.challenged_at),
    answerBy: Date.parse(row.answer_by),
    answeredAt: milliseconds(row.answered_at),
    upheld: row.upheld,
  };
}

export function gameRow(state: GameState): GameRow {
  const { settings } = state;
  return {
    id: state.id,
    status: state.status,
    host_id: state.hostId,
    winner_id: state.winnerId,
    max_players: settings.maxPlayers,
    cups_per_player: settings.cupsPerPlayer,
    challenges_per_player: settings.challengesPerPlayer,
    challenge_window_ms: settings.challengeWindowMs,
    answer_window_ms: settings.answerWindowMs,
    created_at: text(state.createdAt),
    started_at: textOrNull(state.startedAt),
    finished_at: textOrNull(state.finishedAt),
  };
}

export function playerRows({ id, players }: GameState): PlayerRow[] {
  return players.map((player) => ({
    game_id: id,
    user_id: player.person.id,
    seat: player.seat,
    score: player.score,
    challenges_left: player.challengesLeft,
    sitting_out_until: textOrNull(player.sittingOutUntil),
    left_at: textOrNull(player.leftAt),
  }));
}

export function cupRows({ id, cups }: GameState): CupRow[] {
  return cups.map(({ id: cupId, ownerId, position, standing }) => ({
    id: cupId,
    game_id: id,
    owner_id: ownerId,
    position,
    standing,
  }));
}

export function throwRows({ id, throws }: GameState): ThrowRow[] {
  return throws.map((ball) => ({
    id: ball.id,
    game_id: id,
    thrower_id: ball.thrower.id,
    cup_id: ball.cupId,
    aimed_at: ball.aimedAt,
    status: ball.status,
    rejected_for: ball.rejectedFor,
    nonce: ball.nonce,
    commitment: ball.commitment,
    server_secret: ball.serverSecret,
    thrown_at: text(ball.thrownAt),
    received_at: text(ball.receivedAt),
    challenge_by: textOrNull(ball.challengeBy),
    settled_at: textOrNull(ball.settledAt),
  }));
}

export function challengeRows({ throws }: GameState): ChallengeRow[] {
  return throws.flatMap(({ id, challenge }) =>
    challenge
      ? {
          id: challenge.id,
          throw_id: id,
          challenger_id: challenge.challengerId,
          challenged_at: text(challenge.challengedAt),
          answer_by: text(challenge.answerBy),
          answered_at: textOrNull(challenge.answeredAt),
          upheld: challenge.upheld,
        }
      : [],
  );
}

function milliseconds(time: string | null): number | null {
  return time === null ? null : Date.parse(time);
}

function text(time: number): string {
  return new Date(time).toISOString();
}

function textOrNull(time: number | null): string | null {
  return time === null ? null : text(time);
}
