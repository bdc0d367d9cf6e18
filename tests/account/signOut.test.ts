import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectError, expectPayload, send, type TopLevelError } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import * as documents from './documents.ts';
import { refresh, refreshed, refusalOf, signedIn, signedUp } from './signedUp.ts';
import { noSockets, openSocket } from './socketClose.ts';

let app: App;
const alone = 'that a session is over at once: other nodes learn it within half a second';
onOneNode({ alone }, (opened) => void (app = opened));

const codesOf = (errors: TopLevelError[]) => errors.map(({ extensions }) => extensions.code);

describe('signOut', () => {
  it('ends the session it is sent with, and no other', async () => {
    const here = await signedUp(app);
    const elsewhere = await signedIn(app, here.user.handle);
    const newest = await refreshed(app, here.refreshToken);
    // The first access token speaks for the session as well as the newest.
    const { signOut } = await execute(app, here.accessToken, documents.signOut);
    expect(expectPayload(signOut).ok).toBe(true);
    expect(await refusalOf(app, newest.refreshToken)).toBe('ENDED');
    expect(await refusalOf(app, here.refreshToken)).toBe('ENDED');
    expectPayload(await refresh(app, elsewhere.refreshToken));
  });

  it('ends all sessions of the person everywhere, and nobody else’s', async () => {
    const here = await signedUp(app);
    const elsewhere = await signedIn(app, here.user.handle);
    const someone = await signedUp(app);
    const { signOut } = await execute(app, here.accessToken, documents.signOut, { everywhere: true });
    expect(expectPayload(signOut).ok).toBe(true);
    for (const { refreshToken } of [here, elsewhere]) expect(await refusalOf(app, refreshToken)).toBe('ENDED');
    expectPayload(await refresh(app, someone.refreshToken));
    expectPayload(await refresh(app, (await signedIn(app, here.user.handle)).refreshToken));
  });

  it('is immediate: the access tokens of the session are refused from now on, those of others are not', async () => {
    const here = await signedUp(app);
    const elsewhere = await signedIn(app, here.user.handle);
    const newest = await refreshed(app, here.refreshToken);
    await execute(app, here.accessToken, documents.signOut);
    for (const { accessToken } of [here, newest]) {
      const { status, errors } = await send(app, accessToken, shared.me);
      expect({ status, codes: codesOf(errors) }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    }
    expect((await execute(app, elsewhere.accessToken, shared.me)).me?.id).toBe(here.user.id);
  });

  it.each([{ everywhere: false }, { everywhere: true }, { everywhere: null }])(
    'is over the first time; a second finds its token refused: %j',
    async (variables) => {
      const { accessToken, refreshToken } = await signedUp(app);
      expectPayload((await execute(app, accessToken, documents.signOut, variables)).signOut);
      const { errors } = await send(app, accessToken, documents.signOut, variables);
      expect(codesOf(errors)).toEqual(['UNAUTHENTICATED']);
      expect(await refusalOf(app, refreshToken)).toBe('ENDED');
    },
  );

  it('is fine at the same time, and of sessions that are over', async () => {
    const first = await signedUp(app);
    const second = await signedIn(app, first.user.handle);
    const third = await signedIn(app, first.user.handle);
    expectPayload((await execute(app, first.accessToken, documents.signOut)).signOut);
    const both = [second, third].map(({ accessToken }) =>
      send(app, accessToken, documents.signOut, { everywhere: true }),
    );
    for (const { data, errors } of await Promise.all(both)) {
      // Whoever comes second may find that the other has ended its session as well.
      if (data) expect(expectPayload(data.signOut).ok).toBe(true);
      else expect(codesOf(errors)).toEqual(['UNAUTHENTICATED']);
    }
    for (const { refreshToken } of [first, second, third]) expect(await refusalOf(app, refreshToken)).toBe('ENDED');
  });

  it('leaves a session that was ended for a reuse as it ended', async () => {
    const app = await startApp({ alone });
    const reused = await signedUp(app);
    const other = await signedIn(app, reused.user.handle);
    await refreshed(app, reused.refreshToken);
    expect(await refusalOf(app, reused.refreshToken)).toBe('REUSED');
    expect(codesOf((await send(app, reused.accessToken, shared.me)).errors)).toEqual(['UNAUTHENTICATED']);
    expectPayload((await execute(app, other.accessToken, documents.signOut, { everywhere: true })).signOut);
    const { rows } = await app.services.pool.query('select ended_because from session order by ended_at');
    expect(rows).toEqual([{ ended_because: 'TOKEN_REUSED' }, { ended_because: 'SIGNED_OUT' }]);
  });

  it('closes the sockets of the session with 4412, on every node, and leaves those of others open', async () => {
    const other = await startApp({ beside: app });
    const here = await signedUp(app);
    const elsewhere = await signedIn(app, here.user.handle);
    const closes = [app, other].map((node) => openSocket(node, { authorization: `Bearer ${here.accessToken}` }));
    const stays = openSocket(other, { authorization: `Bearer ${elsewhere.accessToken}` });
    await Promise.all([...closes, stays].map(({ acknowledged }) => acknowledged()));
    await execute(app, here.accessToken, documents.signOut);
    expect(await Promise.all(closes.map(({ closed }) => closed()))).toEqual([4412, 4412]);
    const { errors } = await send(other, here.accessToken, shared.me);
    expect(codesOf(errors)).toEqual(['UNAUTHENTICATED']);
    expect((await execute(other, elsewhere.accessToken, shared.me)).me?.id).toBe(here.user.id);
    await stays.close();
    await noSockets(app);
  });

  it('has nothing to end for nobody, nor for a token without a session', async () => {
    const { errors } = await send(app, null, documents.signOut, {});
    expect(codesOf(errors)).toEqual(['UNAUTHENTICATED']);

    const { user } = await signedUp(app);
    const subject = { userId: user.id.replace('User:', ''), handle: user.handle, roles: [], sessionId: null };
    const token = await app.tokens.issueHandToken(subject, 60_000, false);
    expectError((await execute(app, token, documents.signOut)).signOut, 'NoSessionError');
    expectPayload((await execute(app, token, documents.signOut, { everywhere: true })).signOut);
  });
});
