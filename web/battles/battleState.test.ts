import { expect, it } from 'vitest';
import { afterBattleEvent, battleStateOf, placesOf, type BattleState } from './battleState.ts';

const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map((handle) => ({ id: handle, handle, displayName: handle })) as [
  BattleState['host'],
  BattleState['host'],
  BattleState['host'],
];
const at = '2026-01-01T00:00:00.000Z';
const begin = battleStateOf({
  id: 'battle',
  cursor: 'c',
  title: 'Race',
  status: 'WAITING',
  seconds: 30,
  beginsAt: null,
  endsAt: null,
  cancelReason: null,
  fighterCount: 1,
  minFighters: 2,
  maxFighters: 10,
  fighting: true,
  host: ada,
  winner: null,
  group: null,
  fighters: [{ rank: null, score: 0, user: ada }],
});
type Event = Parameters<typeof afterBattleEvent>[1];
const events: Event[] = [
  { __typename: 'BattleJoined', seq: 1, cursor: '1', at, fighterCount: 3, fighters: [ben, cleo] },
  { __typename: 'BattleLeft', seq: 2, cursor: '2', at, fighterCount: 2, host: ben, person: { id: ada.id } },
  { __typename: 'BattleBegan', seq: 3, cursor: '3', at, endsAt: at, fighterCount: 2 },
  { __typename: 'BattleScored', seq: 4, cursor: '4', at, scores: [{ score: 7, person: cleo }] },
];

it('a battle is what its events say, each applied once or more', () => {
  const once = events.reduce(afterBattleEvent, begin);
  const twice = events.flatMap((event) => [event, event]).reduce(afterBattleEvent, begin);
  expect(twice).toEqual(once);
  expect(once).toMatchObject({ status: 'RUNNING', fighterCount: 2, host: ben, endsAt: at });
  expect(placesOf(once).map(({ person, score, rank }) => [person.id, score, rank])).toEqual([
    ['cleo', 7, 1],
    ['ben', 0, 2],
  ]);
});

it('the final ranking stands, whatever was seen before', () => {
  const finished = afterBattleEvent(events.reduce(afterBattleEvent, begin), {
    __typename: 'BattleFinished',
    seq: 5,
    cursor: '5',
    at,
    winner: ben,
    ranking: [
      { rank: 1, score: 9, person: ben },
      { rank: 2, score: 9, person: cleo },
    ],
  });
  expect(finished).toMatchObject({ status: 'FINISHED', winner: ben });
  expect(placesOf(finished).map(({ person, rank }) => [person.id, rank])).toEqual([
    ['ben', 1],
    ['cleo', 2],
  ]);
});

it('those with equal scores share a rank while it runs', () => {
  const tied = afterBattleEvent(events.reduce(afterBattleEvent, begin), {
    __typename: 'BattleScored',
    seq: 5,
    cursor: '5',
    at,
    scores: [{ score: 7, person: ben }],
  });
  expect(placesOf(tied).map(({ rank }) => rank)).toEqual([1, 1]);
});

it('what is not known changes nothing', () => {
  expect(afterBattleEvent(begin, { __typename: 'BattleMoved', seq: 9, cursor: '9', at } as unknown as Event)).toBe(
    begin,
  );
});
