import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';
import { errorCodes } from '../harness/errorCodes.ts';
import { execute } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { connect, subscribe } from '../harness/socket.ts';
import { trimStream } from '../stream/logRows.ts';
import { Contestants, current, enter, stateOf } from './contestants.ts';
import * as documents from './documents.ts';

const morning = Date.UTC(2026, 10, 21, 8);
const hourMs = 3_600_000;
const opened = {
  __typename: 'TournamentOpened',
  seq: 1,
  at: '2026-11-21T08:00:00.000Z',
  entryClosesAt: '2026-11-21T12:00:00.000Z',
  endsAt: '2026-11-21T23:59:00.000Z',
};
const closed = {
  __typename: 'EntryClosed',
  seq: 2,
  at: '2026-11-21T12:00:00.000Z',
  participantCount: 2,
  groupCount: 1,
};
const over = { __typename: 'TournamentFinished', seq: 3, at: '2026-11-21T23:59:00.000Z', participantCount: 2 };

async function startMorning() {
  const clock = new ManualClock(morning);
  const app = await startApp({ clock });
  const contestants = await Contestants.of(app);
  const [ada, ben] = await contestants.seedMany(2);
  if (!ada || !ben) throw new Error('There is nobody');
  for (const person of [ada, ben]) await enter(app, person);
  const { id, cursor } = await current(app, ada);
  return { clock, app, ada, ben, id, cursor, service: contestants.service };
}

function follow(app: App, token: string, tournamentId: string, after?: string) {
  const variables = { tournamentId, ...(after && { after }) };
  const stream = subscribe(connect(app, token), documents.tournamentEvents, variables);
  return { stop: () => stream.stop(), next: async () => (await stream.next()).tournamentEvents };
}

describe('the events of a tournament', () => {
  it('come as they happen, on any node, to people and services', async () => {
    const { clock, app, ada, id, service } = await startMorning();
    const other = await startApp({ clock, beside: app });
    const followers = [follow(app, ada.token, id), follow(other, ada.token, id), follow(other, service.token, id)];
    for (const follower of followers) expect(await follower.next()).toMatchObject(opened);
    clock.advance(4 * hourMs);
    for (const follower of followers) expect(await follower.next()).toMatchObject(closed);
    clock.advance(12 * hourMs - 60_000);
    for (const follower of followers) expect(await follower.next()).toMatchObject(over);
    for (const follower of followers) await follower.stop();
  });

  it('go on behind a cursor, and are the same by polling', async () => {
    const { clock, app, ada, id, cursor } = await startMorning();
    clock.advance(4 * hourMs);
    await eventually(
      'Entry closed',
      () => stateOf(app, ada, id),
      (state) => state.cursor !== cursor,
    );
    clock.advance(12 * hourMs - 60_000);
    await eventually(
      'A finished tournament',
      () => stateOf(app, ada, id),
      ({ status }) => status === 'FINISHED',
    );
    const resumed = follow(app, ada.token, id, cursor);
    const seen = [await resumed.next(), await resumed.next()];
    expect(seen).toMatchObject([closed, over]);
    await resumed.stop();
    const poll = async (after?: string, first?: number) =>
      (
        await execute(app, ada.token, documents.polledTournamentEvents, {
          id,
          ...(after && { after }),
          ...(first && { first }),
        })
      ).tournament?.events;
    expect((await poll())?.edges.map(({ node }) => node)).toMatchObject([
      { __typename: 'TournamentOpened' },
      closed,
      { __typename: 'TournamentFinished' },
    ]);
    expect((await poll(cursor))?.edges.map(({ cursor: at }) => at)).toEqual(seen.map(({ cursor: at }) => at));
    expect(await poll(cursor, 1)).toMatchObject({
      edges: [{ node: closed }],
      pageInfo: { hasNextPage: true, endCursor: seen[0]?.cursor },
    });
    expect((await stateOf(app, ada, id)).cursor).toBe(seen[1]?.cursor);
  });

  it('that retention has trimmed are said to be missing', async () => {
    const { clock, app, ada, id, cursor } = await startMorning();
    clock.advance(4 * hourMs);
    await eventually(
      'Entry closed',
      () => stateOf(app, ada, id),
      (state) => state.cursor !== cursor,
    );
    await trimStream(app, id, 3);
    const resumed = follow(app, ada.token, id, cursor);
    expect(await resumed.next()).toMatchObject({
      __typename: 'StreamGap',
      reason: 'TRIMMED',
      missedFrom: 2,
      missedTo: 2,
    });
    await resumed.stop();
  });

  it('are for those with a token, of tournaments there are, behind cursors of their own', async () => {
    const { app, ada, id, cursor } = await startMorning();
    const polled = documents.polledTournamentEvents;
    expect(await errorCodes(app, null, polled, { id })).toEqual(['UNAUTHENTICATED']);
    expect(await errorCodes(app, ada.token, polled, { id, after: 'x' })).toEqual(['BAD_USER_INPUT']);
    const { me } = (await execute(app, ada.token, 'query { me { cursor } }')) as { me: { cursor: string } };
    expect(await errorCodes(app, ada.token, polled, { id, after: me.cursor })).toEqual(['BAD_USER_INPUT']);
    expect(await errorCodes(app, ada.token, polled, { id, first: 1_001, after: cursor })).toEqual(['BAD_USER_INPUT']);
    await expect(follow(app, ada.token, `Tournament:${randomUUID()}`).next()).rejects.toThrow(
      'There is no such tournament',
    );
    await expect(follow(app, ada.token, id, me.cursor).next()).rejects.toThrow();
    await expect(follow(app, ada.token, ada.id).next()).rejects.toThrow();
  });
});
