import type { Hop } from '../entities/throw.ts';
import type { GameEvent, GameEventType, PersonRef } from '../subscriptions/gameEvent.ts';
import { closeWindows, join, leave, openLobby, start, type Newcomer } from './game.ts';
import type { GameSettings, GameState, Outcome, PlayerState, ThrowState } from './gameState.ts';
import { answer, challenge, throwBall, voidThrow, type Attempt } from './throw.ts';

/** Times in tests are milliseconds after the lobby opened; `at` makes the Unix time of it. */
export function at(ms: number): number {
  return Date.UTC(2026, 0, 1) + ms;
}

function person(handle: string): PersonRef {
  return { id: `id-of-${handle}`, handle, displayName: `The ${handle}` };
}
export const ann = person('ann');
export const bob = person('bob');
export const cyd = person('cyd');
export const dan = person('dan');
export const eve = person('eve');
/** Who takes the seats of a test game, in this order; `eve` stays outside. */
export const people: readonly PersonRef[] = [ann, bob, cyd, dan];

/** The windows differ, so that a test tells which one a rule used. */
export const testSettings: GameSettings = {
  maxPlayers: 4,
  cupsPerPlayer: 2,
  challengesPerPlayer: 2,
  challengeWindowMs: 10_000,
  answerWindowMs: 6_000,
};

/** The id of a player's cup. */
export function cup(owner: PersonRef, position = 0): string {
  return `cup-${position}-of-${owner.handle}`;
}

export function newcomer(who: PersonRef, cups = testSettings.cupsPerPlayer, guest = false): Newcomer {
  return { person: who, guest, cupIds: Array.from({ length: cups }, (_, position) => cup(who, position)) };
}

/** Anything a test does to a game. */
export type Move = (state: GameState) => Outcome;

/** Makes the moves one after another: all their events, and the last one's refusal. States are frozen, deep, between. */
export function play(state: GameState, ...moves: readonly Move[]): Outcome {
  let last: Outcome = { state, events: [] };
  const events: GameEvent[] = [];
  for (const move of moves) {
    last = move(deepFreeze(last.state));
    events.push(...last.events);
  }
  return { ...last, events };
}

/** A lobby in which the first `players` of `people` sit, ann its host. */
export function lobby(players: number, changes: Partial<GameSettings> = {}): GameState {
  const settings = { ...testSettings, ...changes };
  const opened = openLobby('game', settings, newcomer(ann, settings.cupsPerPlayer), at(0)).state;
  return play(opened, ...people.slice(1, players).map((who) => joins(who, 0))).state;
}

/** A running game of the first `players` of `people`, started at 0. */
export function activeGame(players = 2, changes: Partial<GameSettings> = {}): GameState {
  return play(lobby(players, changes), starts(ann, 0)).state;
}

export function joins(who: PersonRef, ms: number): Move {
  return (state) => join(state, deepFreeze(newcomer(who, state.settings.cupsPerPlayer)), at(ms));
}

export function starts(who: PersonRef, ms: number): Move {
  return (state) => start(state, who.id, at(ms));
}

export function leaves(who: PersonRef, ms: number): Move {
  return (state) => leave(state, who.id, at(ms));
}

export function closes(ms: number): Move {
  return (state) => closeWindows(state, at(ms));
}

/** How long a test's throw was under way before the rules saw it. */
export const transitMs = 4;

export function throws(who: PersonRef, cupId: string, ms: number, changes: Partial<Attempt> = {}): Move {
  const receivedAt = at(ms) - transitMs;
  const attempt: Attempt = {
    throwId: 'ball',
    thrower: who,
    aimedAt: cupId,
    nonce: 'a nonce',
    thrownAt: receivedAt,
    receivedAt,
    elapsedMs: transitMs,
    commitment: commitmentTo('right'),
    serverSecret: true,
    sealing: 'CLEAR',
    replayed: false,
    trail: (['RECEIVED', 'AUTHENTICATED'] as const).map((name): Hop => ({
      name,
      outcome: 'PASSED',
      at: receivedAt,
      elapsedMs: 0,
      detail: null,
    })),
    ...changes,
  };
  return (state) => throwBall(state, deepFreeze(attempt), at(ms));
}

export function challenges(who: PersonRef, ms: number, throwId = 'ball'): Move {
  return (state) => challenge(state, { throwId, challengeId: `challenge-of-${throwId}`, userId: who.id }, at(ms));
}

export type Secret = 'right' | 'wrong';

export function answers(who: PersonRef, secret: Secret, ms: number, throwId = 'ball'): Move {
  return (state) => answer(state, { throwId, userId: who.id, secretCommitment: commitmentTo(secret) }, at(ms));
}

export function voids(ms: number, throwId = 'ball'): Move {
  return (state) => voidThrow(state, { throwId, reason: 'It was no fair throw.' }, at(ms));
}

function commitmentTo(secret: Secret): string {
  return `commitment to the ${secret} secret`;
}

export function playerOf(state: GameState, { id }: PersonRef): PlayerState {
  return found(state.players.find(({ person: { id: seated } }) => seated === id));
}

export function ballOf(state: GameState, throwId = 'ball'): ThrowState {
  return found(state.throws.find(({ id }) => id === throwId));
}

export function standing(state: GameState, owner: PersonRef): string[] {
  return state.cups.filter((one) => one.ownerId === owner.id && one.standing).map(({ id }) => id);
}

/** Events of one type. */
export function only<Type extends GameEventType>(
  events: GameEvent[],
  type: Type,
): Extract<GameEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<GameEvent, { type: Type }> => event.type === type);
}

export function typesOf(events: GameEvent[]): GameEventType[] {
  return events.map(({ type }) => type);
}

/** Hops on one line: `+` passed, `-` failed, `?` waiting. */
export function hopLine(hops: readonly Hop[] | undefined): string {
  const sign = { PASSED: '+', FAILED: '-', WAITING: '?' };
  return (hops ?? []).map(({ name, outcome }) => `${sign[outcome]}${name}`).join(' ');
}

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The test looked for what is not there');
  return value;
}
