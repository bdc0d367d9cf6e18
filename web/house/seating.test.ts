import { describe, expect, it } from 'vitest';
import { getsUp, roomFor, whoSits, type HousePlayer, type OpenTable } from './seating.ts';

const person = (id: string) => ({ user: { id, handle: id } });
const [finn, sue, hana] = ['house-f', 'house-s', 'house-h'].map(person);
const house: HousePlayer[] = [
  { id: 'house-f', temper: 'forgetful' },
  { id: 'house-s', temper: 'suspicious' },
  { id: 'house-h', temper: 'honest' },
];
const table = (maxPlayers: number, players: (OpenTable['players'][number] | undefined)[], more = {}): OpenTable => {
  const seated = players.filter((player) => player !== undefined);
  return {
    id: 'Game:1',
    status: 'LOBBY',
    settings: { maxPlayers },
    host: seated[0]?.user ?? { id: '' },
    players: seated,
    ...more,
  };
};

describe('room for the house', () => {
  it.each([
    { maxPlayers: 2, players: [person('ann')], room: 1 },
    { maxPlayers: 3, players: [person('ann')], room: 2 },
    { maxPlayers: 4, players: [person('ann')], room: 2 },
    { maxPlayers: 4, players: [person('ann'), finn, sue], room: 0 },
    { maxPlayers: 8, players: [person('ann'), finn, sue], room: 4 },
    { maxPlayers: 4, players: [finn], room: 0 },
    { maxPlayers: 4, players: [], room: 0 },
  ])('is $room at a table for $maxPlayers', ({ maxPlayers, players, room }) => {
    expect(roomFor(table(maxPlayers, players))).toBe(room);
  });

  it('is none in a game that runs', () => {
    expect(roomFor(table(4, [person('ann')], { status: 'ACTIVE' }))).toBe(0);
  });
});

describe('who sits down', () => {
  it('comes one after the other, those first by whom most happens', () => {
    expect(whoSits(table(8, [person('ann')]), house)?.temper).toBe('forgetful');
    expect(whoSits(table(8, [person('ann'), finn]), house)?.temper).toBe('suspicious');
    expect(whoSits(table(8, [person('ann'), finn, sue]), house)?.temper).toBe('honest');
    expect(whoSits(table(8, [person('ann'), finn, sue, hana]), house)).toBeUndefined();
  });

  it('is not always the same at tables for two', () => {
    const tempers = ['Game:1', 'Game:2', 'Game:3'].map(
      (id) => whoSits(table(2, [person('ann')], { id }), house)?.temper,
    );
    expect(new Set(tempers).size).toBe(3);
  });
});

describe('one of the house gets up', () => {
  it.each([
    { name: 'when it hosts', of: table(4, [finn, person('ann')]), up: true },
    { name: 'when only the house is left', of: table(4, [sue, finn]), up: true },
    {
      name: 'when the last seat of a large table is taken',
      of: table(4, [person('ann'), sue, person('bob'), finn]),
      up: true,
    },
    { name: 'but only the last to come', of: table(4, [person('ann'), finn, person('bob'), sue]), up: false },
    { name: 'and not from a table for two', of: table(2, [person('ann'), finn]), up: false },
    { name: 'nor from a game that runs', of: table(4, [sue, finn], { status: 'ACTIVE' }), up: false },
  ])('$name', ({ of, up }) => {
    expect(getsUp(of, 'house-f')).toBe(up);
  });
});
