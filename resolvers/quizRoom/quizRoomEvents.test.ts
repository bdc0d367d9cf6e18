import { describe, expect, it, vi } from 'vitest';
import type { Context } from '../context.ts';
import { quizRoomEvents } from './quizRoomEvents.ts';

/** What happens, in order. */
function made(members: () => Promise<{ rows: { status: string }[] }>) {
  const happened: string[] = [];
  const guest = { gone: vi.fn() };
  const follower = {
    guest: undefined,
    return: () => {
      happened.push('released');
      return Promise.resolve({ done: true, value: undefined });
    },
  };
  const services = {
    feed: {
      follow: () => {
        happened.push('followed');
        return Promise.resolve(follower);
      },
    },
    pool: {
      query: () => {
        happened.push('looked');
        return members();
      },
    },
    rooms: {
      attend: (...who: string[]) => {
        happened.push(`attended ${who.join(' ')}`);
        return guest;
      },
    },
  };
  const context = { services, viewer: { userId: 'ada' }, service: null } as unknown as Context;
  return { happened, guest, follower, listen: () => quizRoomEvents(context, { roomId: 'room' }) };
}

describe('following a room', () => {
  it.each(['IN', 'LEFT'])('is for who is %s: from then on they attend', async (status) => {
    const { listen, happened, follower, guest } = made(async () => ({ rows: [{ status }] }));
    expect(await listen()).toBe(follower);
    expect(follower.guest).toBe(guest);
    expect(happened).toEqual(['followed', 'looked', 'attended room ada']);
  });

  it.each([
    ['was kicked', async () => ({ rows: [{ status: 'KICKED' }] }), 'You were kicked'],
    ['was never in', async () => ({ rows: [] }), 'Join it first'],
    ['cannot be looked up', () => Promise.reject(new Error('The database is away')), 'The database is away'],
  ])('is not for who %s: what was begun is let go', async (_, members, message) => {
    const { listen, happened, guest } = made(members);
    await expect(listen()).rejects.toThrow(message);
    expect(happened).toEqual(['followed', 'looked', 'released']);
    expect(guest.gone).not.toHaveBeenCalled();
  });
});
