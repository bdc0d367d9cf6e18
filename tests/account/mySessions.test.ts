import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectError, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { onOneNode } from '../harness/oneNode.ts';
import { seedService } from '../harness/seedService.ts';
import { post } from '../http/request.ts';
import * as documents from './documents.ts';
import { password, refresh, refreshed, refusalOf, signedIn, signedUp } from './signedUp.ts';
import { noSockets, openSocket } from './socketClose.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const firefox = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

let app: App;
const clock = new ManualClock();
const alone = 'that a session is over at once: other nodes learn it within half a second';
onOneNode({ alone, clock }, (opened) => void (app = opened));

const sessionsOf = async (token: string) => (await execute(app, token, documents.mySessions)).mySessions;

async function currentOf(token: string) {
  const current = (await sessionsOf(token)).find((session) => session.current);
  if (!current) throw new Error('None of these sessions is the current one');
  return current;
}

async function endSession(token: string, sessionId: string) {
  return (await execute(app, token, documents.endSession, { sessionId })).endSession;
}

async function codesOf(token: string | null, document = String(shared.me), variables: object = {}) {
  return (await send(app, token, document, variables)).errors.map(({ extensions }) => extensions.code);
}

/** A token without a session, as `npm run token` makes them. */
function handToken(user: { id: string; handle: string }): Promise<string> {
  const subject = { userId: user.id.replace('User:', ''), handle: user.handle, roles: [], sessionId: null };
  return app.tokens.issueHandToken(subject, minuteMs, false);
}

describe('mySessions', () => {
  it('are one’s own, the one used last first, and tell which of them asks', async () => {
    const first = await signedUp(app);
    await signedUp(app);
    const begun = new Date(clock.now()).toISOString();
    clock.advance(minuteMs);
    const second = await signedIn(app, first.user.handle);
    const later = new Date(clock.now()).toISOString();
    expect(await sessionsOf(first.accessToken)).toEqual([
      expect.objectContaining({ createdAt: later, lastUsedAt: later, current: false }),
      expect.objectContaining({ createdAt: begun, lastUsedAt: begun, current: true }),
    ]);

    clock.advance(minuteMs);
    await refreshed(app, first.refreshToken);
    const latest = new Date(clock.now()).toISOString();
    expect(await sessionsOf(second.accessToken)).toEqual([
      {
        id: expect.stringMatching(/^ActiveSession:[0-9a-f-]{36}$/),
        device: null,
        createdAt: begun,
        lastUsedAt: latest,
        expiresAt: new Date(clock.now() + 30 * dayMs).toISOString(),
        current: false,
      },
      expect.objectContaining({ createdAt: later, lastUsedAt: later, current: true }),
    ]);
  });

  it('are those that go on', async () => {
    const signedOut = await signedUp(app);
    const { handle } = signedOut.user;
    await signedIn(app, handle);
    await execute(app, signedOut.accessToken, documents.signOut);
    clock.advance(29 * dayMs);
    const kept = await signedIn(app, handle);
    expect(await sessionsOf(kept.accessToken)).toHaveLength(2);
    clock.advance(dayMs);
    const { accessToken } = await refreshed(app, kept.refreshToken);
    expect(await sessionsOf(accessToken)).toEqual([expect.objectContaining({ current: true })]);
  });

  it('are named for the browser they were opened on, however they were', async () => {
    const handle = `u-${randomUUID().slice(0, 13)}`;
    const accounts = [
      [documents.signUp, { handle, password }],
      [documents.signIn, { handle, password }],
      [documents.playAsGuest, {}],
    ] as const;
    for (const [document, input] of accounts) {
      const body = { query: String(document), variables: { input } };
      const { body: answer } = await post(app, body, { 'user-agent': firefox });
      const [result] = Object.values(answer?.data as Record<string, { session: { accessToken: string } }>);
      expect((await currentOf(result?.session.accessToken ?? '')).device).toBe('Firefox on Android');
    }
    const { accessToken } = await signedIn(app, handle);
    const devices = (await sessionsOf(accessToken)).map(({ device }) => device);
    expect(devices.toSorted()).toEqual(['Firefox on Android', 'Firefox on Android', null]);
  });

  it('are 50 at most, those used last', async () => {
    const { accessToken, user } = await signedUp(app);
    await app.services.pool.query(
      `insert into session (id, user_id, created_at, expires_at)
       select gen_random_uuid(), $1, $2::timestamptz - age * interval '1 second', $2::timestamptz + interval '1 hour'
       from generate_series(1, 60) age`,
      [user.id.replace('User:', ''), new Date(clock.now())],
    );
    const sessions = await sessionsOf(accessToken);
    expect(sessions).toHaveLength(50);
    expect(sessions[0]?.current).toBe(true);
    expect(Date.parse(sessions.at(-1)?.lastUsedAt ?? '')).toBe(clock.now() - 49_000);
  });

  it('are for people: nobody has any, nor has a service', async () => {
    const variables = { sessionId: `ActiveSession:${randomUUID()}` };
    const { token } = await seedService(app);
    for (const document of [documents.mySessions, documents.endSession].map(String)) {
      expect(await codesOf(null, document, variables)).toEqual(['UNAUTHENTICATED']);
      expect(await codesOf(token, document, variables)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('endSession', () => {
  it('ends that session as signing out there would, and no other', async () => {
    const here = await signedUp(app);
    const there = await signedIn(app, here.user.handle);
    const elsewhere = await signedIn(app, here.user.handle);
    const { id } = await currentOf(there.accessToken);
    const [closes, stays] = [there, here].map(({ accessToken }) =>
      openSocket(app, { authorization: `Bearer ${accessToken}` }),
    );
    await Promise.all([closes?.acknowledged(), stays?.acknowledged()]);

    expect(expectPayload(await endSession(here.accessToken, id)).ok).toBe(true);
    expect(await codesOf(there.accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refusalOf(app, there.refreshToken)).toBe('ENDED');
    expect(await closes?.closed()).toBe(4412);
    expect((await sessionsOf(here.accessToken)).map((session) => session.id)).not.toContain(id);
    expect(await sessionsOf(here.accessToken)).toHaveLength(2);
    expectPayload(await refresh(app, elsewhere.refreshToken));
    await stays?.close();
    await noSockets(app);

    // Twice is fine.
    expect(expectPayload(await endSession(here.accessToken, id)).ok).toBe(true);
  });

  it('may end the session it is sent with, also a guest’s', async () => {
    const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input: {} });
    const { accessToken, refreshToken } = expectPayload(playAsGuest).session;
    expectPayload(await endSession(accessToken, (await currentOf(accessToken)).id));
    expect(await codesOf(accessToken)).toEqual(['UNAUTHENTICATED']);
    expect(await refusalOf(app, refreshToken)).toBe('ENDED');
  });

  it('knows no session of another’s, nor one that never was', async () => {
    const mine = await signedUp(app);
    const other = await signedUp(app);
    const { id } = await currentOf(other.accessToken);
    for (const sessionId of [id, `ActiveSession:${randomUUID()}`]) {
      expectError(await endSession(mine.accessToken, sessionId), 'NotFoundError');
    }
    expect(await codesOf(other.accessToken)).toEqual([]);
    expectPayload(await refresh(app, other.refreshToken));
    for (const sessionId of [mine.user.id, id.replace('ActiveSession:', ''), 'x']) {
      const codes = await codesOf(mine.accessToken, String(documents.endSession), { sessionId });
      expect(codes).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('takes a token without a session, whose person sees none as current', async () => {
    const { user, accessToken } = await signedUp(app);
    const token = await handToken(user);
    const sessions = await sessionsOf(token);
    expect(sessions).toEqual([expect.objectContaining({ current: false })]);
    for (const { id } of sessions) expectPayload(await endSession(token, id));
    expect(await sessionsOf(token)).toEqual([]);
    expect(await codesOf(accessToken)).toEqual(['UNAUTHENTICATED']);
  });
});
