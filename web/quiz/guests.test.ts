import { expect, it } from 'vitest';
import { guestsOf } from './guests.ts';
import type { Member } from './room.ts';

const member = (id: string, online: boolean): Member => ({
  person: { id, handle: id, displayName: id },
  role: 'PLAYER',
  plays: true,
  online,
  score: 0,
  streak: 0,
});

it('host and players count the same people: all but the host', () => {
  const [hal, ann, ben] = [member('hal', true), member('ann', true), member('ben', false)] as const;
  const members = new Map([hal, ann, ben].map((one) => [one.person.id, one]));
  expect(guestsOf({ host: hal.person, members, memberCount: 3, onlineCount: 2 })).toEqual({ here: 2, online: 1 });
});
