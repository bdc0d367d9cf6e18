import { describe, expect, it, vi } from 'vitest';
import type { AnyProductEvent } from './happenings.ts';
import { recorder, viewMs } from './recorder.ts';

function recording() {
  const time = { now: 1_000 };
  const events: AnyProductEvent[] = [];
  const visits = { seen: vi.fn<(user: string) => void>(), signedOut: vi.fn<(user: string) => void>() };
  const product = recorder({ now: () => time.now, add: (event) => void events.push(event), visits });
  return { product, time, events, visits };
}

describe('recorder', () => {
  it('notes looks at a board once in five minutes, of each person and board', () => {
    const { product, time, events } = recording();
    product.boardViewed('ada', 'one', 'TOP');
    product.boardViewed('ada', 'one', 'LIVE');
    product.boardViewed('ada', 'two', 'AROUND');
    product.boardViewed('ben', 'one', 'TOP');
    time.now += viewMs - 1;
    product.boardViewed('ada', 'one', 'TOP');
    expect(events.map(({ user, props }) => [user, props])).toEqual([
      ['ada', { board: 'one', how: 'TOP' }],
      ['ada', { board: 'two', how: 'AROUND' }],
      ['ben', { board: 'one', how: 'TOP' }],
    ]);
    time.now += 1;
    product.boardViewed('ada', 'one', 'LIVE');
    expect(events.at(-1)).toMatchObject({ at: time.now, user: 'ada', props: { board: 'one', how: 'LIVE' } });
  });

  it('says of a level by what kind of thing it was gained, and nothing of an integrator’s words', () => {
    const { product, events } = recording();
    product.levelGained({ userId: 'ada', from: 1, to: 3, source: 'Progress:mail ada@example.com', at: 5 });
    expect(events[0]?.props).toEqual({ from: 1, to: 3, by: 'Progress' });
  });

  it.each([
    ['LEAVE', 'LEFT'],
    ['KICK', 'KICKED'],
    ['BAN', 'BANNED'],
  ])('says why somebody is out of a group after %s', (by, because) => {
    const { product, events } = recording();
    product.groupChanged({ groupId: 'g', joined: [], left: ['ada'], by });
    expect(events.map(({ type, user, props }) => [type, user, props])).toEqual([
      ['group_left', 'ada', { group: 'g', because }],
    ]);
  });

  it('passes on who is there', () => {
    const { product, visits } = recording();
    product.seen('ada');
    product.signedOut('ben');
    expect([visits.seen.mock.calls, visits.signedOut.mock.calls]).toEqual([[['ada']], [['ben']]]);
  });
});
