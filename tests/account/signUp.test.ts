import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { App } from '../harness/app.ts';
import * as shared from '../harness/documents.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import { onOneNode } from '../harness/oneNode.ts';
import * as documents from './documents.ts';
import { password, signedUp } from './signedUp.ts';

let app: App;
onOneNode({}, (opened) => void (app = opened));

describe('signUp', () => {
  it('makes an account and signs it in, called by its handle when no name is given', async () => {
    const session = await signedUp(app, 'Ada.L-1_x');
    expect(session.user).toMatchObject({
      handle: 'Ada.L-1_x',
      displayName: 'Ada.L-1_x',
      guest: false,
      level: 1,
    });
    const { me } = await execute(app, session.accessToken, shared.me);
    expect(me).toMatchObject({ id: session.user.id, handle: 'Ada.L-1_x', coins: 1000 });
  });

  it('takes the name that is given, without the blanks around it', async () => {
    const input = { handle: 'lovelace', password, displayName: '  Ada Lovelace 🎲 ' };
    const { signUp } = await execute(app, null, documents.signUp, { input });
    expect(expectPayload(signUp).session.user.displayName).toBe('Ada Lovelace 🎲');
  });

  it('refuses a handle that is taken, whatever the case', async () => {
    await signedUp(app, 'Byron');
    for (const handle of ['Byron', 'byron', 'BYRON']) {
      const { signUp } = await execute(app, null, documents.signUp, {
        input: { handle, password: 'another password' },
      });
      expect(expectError(signUp, 'HandleTakenError').handle).toBe(handle);
    }
  });

  it('that is refused leaves nothing for the next mutation of its document to write', async () => {
    await signedUp(app, 'augusta');
    const taken = `signUp(input: { handle: "augusta", password: "${password}" }) { __typename }`;
    const document = `mutation { ${taken} playAsGuest { __typename } signIn(input: { handle: "augusta", password: "${password}" }) { __typename } }`;
    expect(await execute(app, null, document)).toEqual({
      signUp: { __typename: 'HandleTakenError' },
      playAsGuest: { __typename: 'PlayAsGuestPayload' },
      signIn: { __typename: 'SignInPayload' },
    });
  });

  it('lets exactly one of many have a handle that all want at once', async () => {
    const handles = ['grace', 'Grace', 'GRACE', 'gRace', 'grAce', 'graCe', 'gracE', 'grace'];
    const results = await Promise.all(
      handles.map(
        async (handle) => (await execute(app, null, documents.signUp, { input: { handle, password } })).signUp,
      ),
    );
    const names = results.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array<string>(7).fill('HandleTakenError'), 'SignUpPayload']);
    const winner = results
      .map((result) => (result.__typename === 'SignUpPayload' ? result.session : null))
      .find(Boolean);
    const { user } = await execute(app, winner?.accessToken ?? null, documents.userByHandle, { handle: 'grace' });
    expect(user?.id).toBe(winner?.user.id);
  });

  it.each([
    ['a handle too short', { handle: 'a' }, ['handle']],
    ['a handle too long', { handle: 'a'.repeat(33) }, ['handle']],
    ['a handle of 50, and no name', { handle: 'a'.repeat(50) }, ['handle']],
    ['no handle, and no name', { handle: '' }, ['handle']],
    ['a handle that begins with a dot', { handle: '.ada' }, ['handle']],
    ['a handle with a blank', { handle: 'a da' }, ['handle']],
    ['a handle of other letters', { handle: 'аda' }, ['handle']],
    ['a handle with a control character', { handle: 'a\u0000da' }, ['handle']],
    ['a handle with a line after it', { handle: 'ada\n' }, ['handle']],
    ['a password too short', { password: '1234567' }, ['password']],
    ['a password too long', { password: 'x'.repeat(201) }, ['password']],
    ['an empty name', { displayName: '' }, ['displayName']],
    ['a blank name', { displayName: '   ' }, ['displayName']],
    ['a name too long', { displayName: 'x'.repeat(41) }, ['displayName']],
    ['a name that turns the text around', { displayName: 'Ada\u202Eadmin' }, ['displayName']],
    ['a name with a line break', { displayName: 'Ada\nAdmin' }, ['displayName']],
    ['everything at once', { handle: '!', password: '', displayName: '' }, ['handle', 'password', 'displayName']],
  ])('lists what is wrong with %s', async (_what, wrong, fields) => {
    const handle = `u-${randomUUID().slice(0, 13)}`;
    const { signUp } = await execute(app, null, documents.signUp, { input: { handle, password, ...wrong } });
    const error = expectError(signUp, 'InvalidInputError');
    expect(error.fields.map(({ field }) => field)).toEqual(fields);
    for (const { field, message } of error.fields) expect(error.message).toContain(`${field}: ${message}`);
    const { signUp: after } = await execute(app, null, documents.signUp, { input: { handle, password } });
    expectPayload(after);
  });

  it.each([
    { handle: 'ab', password },
    { handle: '0'.repeat(32), password: '12345678' },
    { handle: 'ada', password: 'x'.repeat(200), displayName: 'x'.repeat(40) },
  ])('takes what is just within the bounds: %#', async (input) => {
    expectPayload((await execute(app, null, documents.signUp, { input })).signUp);
  });
});
