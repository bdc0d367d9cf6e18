import { expect, it } from 'vitest';
import { afterMyEvent, type MeState, type MyEvent } from './meState.ts';

const at = '2026-01-01T00:00:00.000Z';
const me: MeState = {
  id: 'ada',
  handle: 'ada',
  displayName: 'Ada',
  guest: false,
  level: 1,
  coins: 100,
  cursor: 'c',
  createdAt: at,
  telegram: null,
};
const about = { seq: 1, cursor: '1', at };

it('coins and level are what the events say, each applied once or more', () => {
  const events: MyEvent[] = [
    { ...about, __typename: 'LevelUp', newLevel: 2, coinsEarned: 50 },
    { ...about, __typename: 'CoinsChanged', amount: 50, coins: 150, reason: 'LEVEL_UP' },
  ];
  const once = events.reduce(afterMyEvent, me);
  expect(once).toMatchObject({ level: 2, coins: 150 });
  expect(events.flatMap((event) => [event, event]).reduce(afterMyEvent, me)).toEqual(once);
});

it('what is told besides changes nothing of oneself', () => {
  const invited: MyEvent = {
    ...about,
    __typename: 'InvitationReceived',
    groupId: 'g',
    groupName: 'Group',
    by: { displayName: 'Ben' },
  };
  expect(afterMyEvent(me, invited)).toBe(me);
});
