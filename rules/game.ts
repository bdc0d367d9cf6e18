import type { GameEvent, PersonRef } from '../subscriptions/gameEvent.ts';
import { GameDraft } from './gameDraft.ts';
import type { GameSettings, GameState, Outcome } from './gameState.ts';
import { leastPlayers } from './points.ts';
import { abandon, closeDueWindows, finishIfDecided, isOpen, settleThrow } from './settle.ts';

/** Someone about to sit down, with fresh ids for their cups: one per `cupsPerPlayer`. */
export interface Newcomer {
  person: PersonRef;
  guest: boolean;
  cupIds: readonly string[];
}

/** A new lobby with its host seated. */
export function openLobby(id: string, settings: GameSettings, host: Newcomer, now: number): Outcome {
  const draft = new GameDraft(
    {
      id,
      status: 'LOBBY',
      hostId: host.person.id,
      winnerId: null,
      settings,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
      players: [],
      cups: [],
      throws: [],
    },
    now,
  );
  sit(draft, host);
  return draft.outcome();
}

/** Joining twice is a no-op. */
export function join(state: GameState, newcomer: Newcomer, now: number): Outcome {
  const draft = begin(state, now);
  const { status, players, settings } = draft.state;
  if (draft.player(newcomer.person.id)) return draft.outcome();
  if (status !== 'LOBBY') return draft.outcome({ refused: 'GAME_NOT_JOINABLE', status });
  if (players.length >= settings.maxPlayers) {
    return draft.outcome({ refused: 'GAME_FULL', maxPlayers: settings.maxPlayers });
  }
  sit(draft, newcomer);
  return draft.outcome();
}

/** Only the host starts; starting a game that runs is a no-op. */
export function start(state: GameState, userId: string, now: number): Outcome {
  const draft = begin(state, now);
  const game = draft.state;
  if (game.hostId !== userId) return draft.outcome({ refused: 'NOT_HOST', host: draft.person(game.hostId) });
  if (game.status === 'ACTIVE') return draft.outcome();
  if (game.status !== 'LOBBY') return draft.outcome({ refused: 'GAME_NOT_JOINABLE', status: game.status });
  if (game.players.length < leastPlayers) {
    return draft.outcome({ refused: 'NOT_ENOUGH_PLAYERS', players: game.players.length, needed: leastPlayers });
  }
  game.status = 'ACTIVE';
  game.startedAt = now;
  draft.say({ type: 'GameStarted', startedAt: now });
  return draft.outcome();
}

/**
 * Leaving a lobby frees the seat, and its host's role passes to the lowest seat left. Leaving a running game forfeits
 * it: the leaver's cups go down, balls by and at them are voided. Leaving twice, or a game that is over, is a no-op.
 */
export function leave(state: GameState, userId: string, now: number): Outcome {
  const draft = begin(state, now);
  const game = draft.state;
  const leaver = draft.player(userId);
  if (!leaver || (game.status !== 'LOBBY' && game.status !== 'ACTIVE')) return draft.outcome();
  const stays = game.players.filter((player) => player !== leaver && player.leftAt === null);
  if (game.hostId === userId) game.hostId = stays[0]?.person.id ?? userId;
  const forfeited = game.status === 'ACTIVE';
  const left: GameEvent = { type: 'PlayerLeft', player: leaver.person, host: draft.person(game.hostId), forfeited };
  if (forfeited) {
    leaver.leftAt = now;
    draft.say(left);
    for (const cup of draft.standing(userId)) cup.standing = false;
    for (const ball of game.throws.filter(isOpen)) {
      if (ball.thrower.id === userId || draft.cup(ball.cupId)?.ownerId === userId) settleThrow(draft, ball, 'VOIDED');
    }
    finishIfDecided(draft);
    return draft.outcome();
  }
  draft.say(left);
  if (stays.length > 0) {
    game.players = stays;
    game.cups = game.cups.filter(({ ownerId }) => ownerId !== userId);
  } else {
    leaver.leftAt = now;
    abandon(draft);
  }
  return draft.outcome();
}

/** Only closes what is due: what the deadline clock asks for. */
export function closeWindows(state: GameState, now: number): Outcome {
  return begin(state, now).outcome();
}

/** A draft in which nothing is overdue. */
export function begin(state: GameState, now: number): GameDraft {
  const draft = new GameDraft(state, now);
  closeDueWindows(draft);
  return draft;
}

function sit(draft: GameDraft, { person, guest, cupIds }: Newcomer): void {
  const { players, cups, settings } = draft.state;
  const seats = new Set(players.map(({ seat }) => seat));
  const seat = Array.from({ length: settings.maxPlayers }, (_, index) => index).find((index) => !seats.has(index)) ?? 0;
  const { challengesPerPlayer: challengesLeft } = settings;
  players.push({ person, guest, seat, score: 0, challengesLeft, sittingOutUntil: null, leftAt: null });
  players.sort((a, b) => a.seat - b.seat);
  cups.push(...cupIds.map((id, position) => ({ id, ownerId: person.id, position, standing: true })));
  draft.say({ type: 'PlayerJoined', player: person, seat });
}
