import { describe, expect, it } from 'vitest';
import { getsUp, roomFor, Waiting, whoSits, type HousePlayer, type OpenTable } from './seating.ts';

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
    { maxPlayers: 2, players: [person('ann')], rooms: [0, 0, 1] },
    { maxPlayers: 3, players: [person('ann')], rooms: [0, 1, 2] },
    { maxPlayers: 3, players: [person('ann'), finn], rooms: [0, 0, 1] },
    { maxPlayers: 4, players: [person('ann')], rooms: [0, 2, 2] },
    { maxPlayers: 4, players: [person('ann'), finn, sue], rooms: [0, 0, 0] },
    { maxPlayers: 8, players: [person('ann'), finn, sue], rooms: [0, 4, 4] },
    { maxPlayers: 4, players: [finn], rooms: [0, 0, 0] },
    { maxPlayers: 4, players: [], rooms: [0, 0, 0] },
  ])('grows as people wait at a table for $maxPlayers: $rooms', ({ maxPlayers, players, rooms }) => {
    const of = table(maxPlayers, players);
    expect((['FRESH', 'WAITING', 'TIRED'] as const).map((patience) => roomFor(of, patience))).toEqual(rooms);
  });

  it('is none in a game that runs', () => {
    expect(roomFor(table(4, [person('ann')], { status: 'ACTIVE' }), 'TIRED')).toBe(0);
  });
});

it('people wait from when the last of them came, whoever of the house comes meanwhile', () => {
  const waiting = new Waiting({ comeMs: 3_000, fillMs: 15_000 });
  const at = (ms: number, ...players: Parameters<typeof table>[1]) =>
    waiting.see([table(4, players)], ms).get('Game:1');
  const [ann, bob] = [person('ann'), person('bob')];
  expect([at(0, ann), at(2_999, ann), at(3_000, ann)]).toEqual(['FRESH', 'FRESH', 'WAITING']);
  expect([at(4_000, ann, finn), at(5_000, ann, finn, bob)]).toEqual(['WAITING', 'FRESH']);
  expect([at(8_000, ann, bob), at(19_999, ann, bob), at(20_000, ann, bob)]).toEqual(['WAITING', 'WAITING', 'TIRED']);
  waiting.see([], 21_000);
  expect(at(22_000, ann, bob)).toBe('FRESH');
});

describe('who sits down', () => {
  it('comes one after the other, those first by whom most happens', () => {
    expect(whoSits(table(8, [person('ann')]), house, 'TIRED')?.temper).toBe('forgetful');
    expect(whoSits(table(8, [person('ann'), finn]), house, 'TIRED')?.temper).toBe('suspicious');
    expect(whoSits(table(8, [person('ann'), finn, sue]), house, 'TIRED')?.temper).toBe('honest');
    expect(whoSits(table(8, [person('ann'), finn, sue, hana]), house, 'TIRED')).toBeUndefined();
  });

  it('is not always the same at tables for two', () => {
    const tempers = ['Game:1', 'Game:2', 'Game:3'].map(
      (id) => whoSits(table(2, [person('ann')], { id }), house, 'TIRED')?.temper,
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
