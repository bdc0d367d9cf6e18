import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectPayload, send } from '../harness/execute.ts';
import { ManualClock } from '../harness/manualClock.ts';
import { refresh, refreshed, refusalOf, signedIn, signedUp } from './signedUp.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

describe('refreshSession', () => {
  it('exchanges a token for a new pair, again and again, in the same session', async () => {
    const app = await startApp();
    const first = await signedUp(app);
    const second = await refreshed(app, first.refreshToken);
    const third = await refreshed(app, second.refreshToken);
    const sessions = [first, second, third];
    expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(new Set(sessions.map(({ accessToken }) => accessToken)).size).toBe(3);
    expect(new Set(sessions.map(({ accessToken }) => decodeJwt(accessToken)['sid'])).size).toBe(1);
    const { me } = await execute(app, third.accessToken, shared.me);
    expect(me?.id).toBe(first.user.id);
  });

  it('leaves the old access token its 15 minutes', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock });
    const first = await signedUp(app);
    const lifeMs = Date.parse(first.expiresAt) - clock.now();
    expect(lifeMs).toBeGreaterThan(15 * minuteMs - 1000);
    expect(lifeMs).toBeLessThanOrEqual(15 * minuteMs);

    clock.advance(10 * minuteMs);
    const second = await refreshed(app, first.refreshToken);
    expect((await execute(app, first.accessToken, shared.me)).me?.id).toBe(first.user.id);

    clock.advance(6 * minuteMs);
    const { errors } = await send(app, first.accessToken, shared.me);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect((await execute(app, second.accessToken, shared.me)).me?.id).toBe(first.user.id);
  });

  it('ends the whole session when a token is shown a second time, and no other session', async () => {
    const app = await startApp();
    const first = await signedUp(app);
    const elsewhere = await signedIn(app, first.user.handle);
    const second = await refreshed(app, first.refreshToken);
    const newest = await refreshed(app, second.refreshToken);
    expect(await refusalOf(app, first.refreshToken)).toBe('REUSED');
    for (const { refreshToken } of [newest, second, first]) expect(await refusalOf(app, refreshToken)).toBe('ENDED');
    expectPayload(await refresh(app, elsewhere.refreshToken));
  });

  it('counts two uses at once as a reuse: one gets a pair that is worth nothing any more', async () => {
    const app = await startApp();
    const { refreshToken } = await signedUp(app);
    const results = await Promise.all(Array.from({ length: 6 }, () => refresh(app, refreshToken)));
    const won = results.flatMap((result) => (result.__typename === 'RefreshSessionPayload' ? [result.session] : []));
    const reasons = results.flatMap((result) =>
      result.__typename === 'InvalidRefreshTokenError' ? [result.reason] : [],
    );
    expect(won).toHaveLength(1);
    expect(reasons).toHaveLength(5);
    for (const reason of reasons) expect(['REUSED', 'ENDED']).toContain(reason);
    expect(reasons).toContain('REUSED');
    for (const session of won) expect(await refusalOf(app, session.refreshToken)).toBe('ENDED');
  });

  it('does not know what it never made', async () => {
    const app = await startApp();
    const { refreshToken, accessToken } = await signedUp(app);
    const strange = [
      '',
      'x',
      '\u0000',
      accessToken,
      refreshToken.slice(0, -1),
      `${refreshToken}x`,
      'x'.repeat(100_000),
    ];
    for (const token of strange) expect(await refusalOf(app, token)).toBe('UNKNOWN');
    expectPayload(await refresh(app, refreshToken));
  });

  it('is too late once the session was left alone for as long as it lives', async () => {
    const clock = new ManualClock();
    const app = await startApp({ clock, env: { SESSION_DAYS: '2' } });
    const first = await signedUp(app);
    clock.advance(2 * dayMs - 1);
    const second = await refreshed(app, first.refreshToken);
    clock.advance(2 * dayMs - 1);
    const third = await refreshed(app, second.refreshToken);
    clock.advance(2 * dayMs);
    expect(await refusalOf(app, third.refreshToken)).toBe('EXPIRED');
    expect(await refusalOf(app, first.refreshToken)).toBe('EXPIRED');
    expectPayload(await refresh(app, (await signedIn(app, first.user.handle)).refreshToken));
  });
});
