import { describe, expect, it } from 'vitest';
import { openWindows } from './deadlines.ts';
import { openLobby } from './game.ts';
import type { GameState, Refusal } from './gameState.ts';
import {
  activeGame,
  ann,
  at,
  bob,
  closes,
  cup,
  cyd,
  dan,
  eve,
  joins,
  leaves,
  lobby,
  newcomer,
  only,
  people,
  play,
  standing,
  starts,
  testSettings,
  typesOf,
  type Move,
} from './testGame.ts';

const lobbyMs = 30 * 60_000;
const seatsOf = ({ players }: GameState) => players.map(({ person, seat }) => [person.handle, seat]);
const ownersOf = ({ cups }: GameState) => [...new Set(cups.map(({ ownerId }) => ownerId))];
const finished = play(activeGame(), leaves(bob, 0)).state;
const abandoned = play(lobby(1), leaves(ann, 0)).state;
const active = activeGame(3);

describe('a new lobby', () => {
  it('seats its host', () => {
    const { state, events } = openLobby('game', testSettings, newcomer(ann), at(0));
    expect(events).toEqual([{ type: 'PlayerJoined', player: ann, seat: 0 }]);
    expect(state).toMatchObject({
      id: 'game',
      status: 'LOBBY',
      hostId: ann.id,
      winnerId: null,
      settings: testSettings,
    });
    expect(state).toMatchObject({ createdAt: at(0), startedAt: null, finishedAt: null, throws: [] });
    expect(state.players).toEqual([
      { person: ann, guest: false, seat: 0, score: 0, challengesLeft: 2, sittingOutUntil: null, leftAt: null },
    ]);
    expect(state.cups).toEqual(
      [0, 1].map((position) => ({ id: cup(ann, position), ownerId: ann.id, position, standing: true })),
    );
    expect(openWindows(state)).toEqual([{ kind: 'LOBBY', subject: 'game', dueAt: at(lobbyMs) }]);
  });
});

describe('joining', () => {
  it('takes the lowest free seat, with cups and challenges of one’s own', () => {
    const before = lobby(2);
    const { state, events } = play(before, joins(cyd, 5));
    expect(events).toEqual([{ type: 'PlayerJoined', player: cyd, seat: 2 }]);
    expect(seatsOf(state)).toEqual([['ann', 0], ['bob', 1], ['cyd', 2]]); // prettier-ignore
    expect(state.players.at(-1)).toMatchObject({ score: 0, challengesLeft: 2, leftAt: null });
    expect(standing(state, cyd)).toEqual([cup(cyd), cup(cyd, 1)]);
    expect(state.cups.slice(0, 4)).toEqual(before.cups);
  });

  it('fills a seat that came free, and players stay in the order of seats', () => {
    const { state, events } = play(lobby(3), leaves(bob, 1), joins(dan, 2), joins(bob, 3));
    expect(only(events, 'PlayerJoined').map(({ seat }) => seat)).toEqual([1, 3]);
    expect(seatsOf(state)).toEqual([['ann', 0], ['dan', 1], ['cyd', 2], ['bob', 3]]); // prettier-ignore
    expect(new Set(ownersOf(state))).toEqual(new Set(people.map(({ id }) => id)));
    expect(state.cups).toHaveLength(8);
  });

  it('remembers who is a guest', () => {
    const { players } = openLobby('game', testSettings, newcomer(ann, 2, true), at(0)).state;
    expect(players[0]?.guest).toBe(true);
  });
});

describe('refusals and no-ops', () => {
  const notHost: Refusal = { refused: 'NOT_HOST', host: ann };
  const few: Refusal = { refused: 'NOT_ENOUGH_PLAYERS', players: 1, needed: 2 };
  const notJoinable = (status: GameState['status']): Refusal => ({ refused: 'GAME_NOT_JOINABLE', status });
  it.each<[what: string, GameState, Move, Refusal?]>([
    ['joining twice', lobby(2), joins(bob, 1)],
    ['joining twice, the lobby full', lobby(4), joins(bob, 1)],
    ['joining twice, the game running', active, joins(bob, 1)],
    ['joining a full lobby', lobby(4), joins(eve, 1), { refused: 'GAME_FULL', maxPlayers: 4 }],
    ['joining a full lobby of 2', lobby(2, { maxPlayers: 2 }), joins(eve, 1), { refused: 'GAME_FULL', maxPlayers: 2 }],
    ['joining a running game', active, joins(eve, 1), notJoinable('ACTIVE')],
    ['joining a finished game', finished, joins(eve, 1), notJoinable('FINISHED')],
    ['joining an abandoned game', abandoned, joins(eve, 1), notJoinable('ABANDONED')],
    ['coming back to a game one left', play(active, leaves(bob, 0)).state, joins(bob, 1), notJoinable('ACTIVE')],
    ['starting twice', active, starts(ann, 9)],
    ['starting as another player', lobby(2), starts(bob, 1), notHost],
    ['starting as a stranger', lobby(2), starts(eve, 1), notHost],
    ['starting a running game as another player', active, starts(bob, 1), notHost],
    ['starting alone', lobby(1), starts(ann, 1), few],
    ['starting after the others left', play(lobby(2), leaves(bob, 0)).state, starts(ann, 1), few],
    ['starting a finished game', finished, starts(ann, 1), notJoinable('FINISHED')],
    ['starting an abandoned game', abandoned, starts(ann, 1), notJoinable('ABANDONED')],
    ['leaving what one is not in', lobby(2), leaves(eve, 1)],
    ['leaving a lobby twice', play(lobby(2), leaves(bob, 0)).state, leaves(bob, 1)],
    ['leaving a running game twice', play(active, leaves(bob, 0)).state, leaves(bob, 1)],
    ['leaving a finished game', finished, leaves(ann, 1)],
    ['leaving an abandoned game', abandoned, leaves(ann, 1)],
  ])('%s changes nothing', (_, state, move, refusal) => {
    expect(play(state, move)).toEqual(refusal ? { state, events: [], refusal } : { state, events: [] });
  });
});

describe('starting', () => {
  it('begins the game', () => {
    const before = lobby(2);
    const { state, events } = play(before, starts(ann, 7));
    expect(events).toEqual([{ type: 'GameStarted', startedAt: at(7) }]);
    expect(state).toEqual({ ...before, status: 'ACTIVE', startedAt: at(7) });
    expect(openWindows(state)).toEqual([]);
  });

  it('is for the new host once the old one left', () => {
    const { state } = play(lobby(3), leaves(ann, 0));
    expect(play(state, starts(ann, 1)).refusal).toEqual({ refused: 'NOT_HOST', host: bob });
    expect(play(state, starts(bob, 1)).state.status).toBe('ACTIVE');
  });
});

describe('leaving a lobby', () => {
  it.each([
    { who: 'the host', leaver: ann, host: bob, left: [['bob', 1], ['cyd', 2]] }, // prettier-ignore
    { who: 'another', leaver: bob, host: ann, left: [['ann', 0], ['cyd', 2]] }, // prettier-ignore
  ])('frees the seat of $who', ({ leaver, host, left }) => {
    const { state, events } = play(lobby(3), leaves(leaver, 1));
    expect(events).toEqual([{ type: 'PlayerLeft', player: leaver, host, forfeited: false }]);
    expect(state).toMatchObject({ status: 'LOBBY', hostId: host.id });
    expect(seatsOf(state)).toEqual(left);
    expect(ownersOf(state)).not.toContain(leaver.id);
    expect(state.cups).toHaveLength(4);
  });

  it('passes the host’s role to the lowest seat, not to who came first', () => {
    const { state, events } = play(lobby(3), leaves(bob, 1), joins(dan, 2), leaves(ann, 3));
    expect(state.hostId).toBe(dan.id);
    expect(events.at(-1)).toMatchObject({ host: dan });
  });

  it('abandons it when the last one leaves', () => {
    const { state, events } = play(lobby(2), leaves(ann, 1), leaves(bob, 2));
    expect(typesOf(events)).toEqual(['PlayerLeft', 'PlayerLeft', 'GameAbandoned']);
    expect(events[1]).toMatchObject({ player: bob, host: bob, forfeited: false });
    expect(events[2]).toEqual({ type: 'GameAbandoned', finishedAt: at(2) });
    expect(state).toMatchObject({ status: 'ABANDONED', finishedAt: at(2), winnerId: null });
    expect(openWindows(state)).toEqual([]);
  });
});

describe('a lobby nobody starts', () => {
  it('waits until its time is up', () => {
    const before = lobby(2);
    expect(play(before, closes(lobbyMs - 1))).toEqual({ state: before, events: [] });
    expect(play(before, starts(ann, lobbyMs - 1)).state.status).toBe('ACTIVE');
  });

  it.each<[what: string, Move, refused?: string]>([
    ['the deadline clock', closes(lobbyMs)],
    ['its start', starts(ann, lobbyMs), 'GAME_NOT_JOINABLE'],
    ['a newcomer', joins(cyd, lobbyMs), 'GAME_NOT_JOINABLE'],
    ['someone who sits there', joins(bob, lobbyMs)],
    ['someone leaving', leaves(bob, lobbyMs)],
  ])('is abandoned by whatever comes first: %s', (_, move, refused) => {
    const { state, events, refusal } = play(lobby(2), move);
    expect(state).toMatchObject({ status: 'ABANDONED', finishedAt: at(lobbyMs) });
    expect(events).toEqual([{ type: 'GameAbandoned', finishedAt: at(lobbyMs) }]);
    expect(refusal?.refused).toBe(refused);
  });
});
