import { describe, expect, it } from 'vitest';
import { startApp, type App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import * as documents from './documents.ts';
import { password, signedIn, signedUp } from './signedUp.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

describe('signIn', () => {
  it('opens a session of its own for the handle, whatever its case', async () => {
    const first = await signedUp(app, 'Byron');
    for (const handle of ['Byron', 'byron', 'BYRON']) {
      const session = await signedIn(app, handle);
      expect(session.user).toEqual({ id: first.user.id, handle: 'Byron', displayName: 'Byron', guest: false });
      expect(session.refreshToken).not.toBe(first.refreshToken);
      const { me } = await execute(app, session.accessToken, shared.me);
      expect(me?.id).toBe(first.user.id);
    }
  });

  it('does not tell a wrong password from an unknown handle', async () => {
    await signedUp(app, 'ada');
    const attempts = [
      { handle: 'ada', password: `${password}!` },
      { handle: 'ada', password: '' },
      { handle: 'ada', password: 'x'.repeat(10_000) },
      { handle: 'nobody', password },
      // What the server verifies against when there is no such account.
      { handle: 'nobody', password: 'nobody has this password' },
      { handle: '', password },
      { handle: 'a\u0000da', password },
      { handle: 'ada\u0000', password },
      { handle: 'a%', password },
    ];
    const answers = await Promise.all(
      attempts.map(async (input) => (await execute(app, null, documents.signIn, { input })).signIn),
    );
    const [first] = answers.map((answer) => expectError(answer, 'WrongCredentialsError').message);
    for (const answer of answers) expect(answer).toEqual({ __typename: 'WrongCredentialsError', message: first });
  });

  it('verifies a password even when there is no such account, so that it takes as long', async () => {
    const app = await startApp({ alone: 'a part of the node is replaced' });
    const verified: (string | null)[] = [];
    const { passwords } = app.services;
    app.services.passwords = {
      ...passwords,
      verify: (hash, given) => {
        verified.push(hash);
        return passwords.verify(hash, given);
      },
    };
    await execute(app, null, documents.signIn, { input: { handle: 'nobody', password } });
    await execute(app, null, documents.signIn, { input: { handle: '', password } });
    expect(verified).toEqual([null, null]);
  });

  it('is not for guests', async () => {
    const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input: {} });
    const { handle } = expectPayload(playAsGuest).session.user;
    for (const guess of ['', password, 'nobody has this password']) {
      const { signIn } = await execute(app, null, documents.signIn, { input: { handle, password: guess } });
      expectError(signIn, 'WrongCredentialsError');
    }
  });
});

describe('playAsGuest', () => {
  it('makes a new person each time, whose session goes on like any other', async () => {
    const guests = await Promise.all(
      [{}, { displayName: null }, { displayName: ' Grace ' }].map(async (input) => {
        const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input });
        return expectPayload(playAsGuest).session;
      }),
    );
    expect(guests.map(({ user }) => user.displayName)).toEqual(['Guest', 'Guest', 'Grace']);
    expect(new Set(guests.map(({ user }) => user.id)).size).toBe(3);
    for (const { user, accessToken, refreshToken } of guests) {
      expect(user).toMatchObject({ guest: true, level: 1 });
      expect(user.handle).toMatch(/^guest-[0-9a-f]{16}$/);
      const { me } = await execute(app, accessToken, shared.me);
      expect(me).toMatchObject({ id: user.id, guest: true, coins: 1000 });
      expectPayload((await execute(app, null, documents.refreshSession, { refreshToken })).refreshSession);
    }
  });

  it.each(['', '  ', 'x'.repeat(41), 'Gr\u200Bace'])('refuses the name %j', async (displayName) => {
    const { playAsGuest } = await execute(app, null, documents.playAsGuest, { input: { displayName } });
    expect(expectError(playAsGuest, 'InvalidInputError').fields.map(({ field }) => field)).toEqual(['displayName']);
  });
});
