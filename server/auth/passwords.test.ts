import { verify } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import { argon2Passwords, nobodys } from './passwords.ts';

const passwords = argon2Passwords();
/** The algorithm and what it costs. */
const costOf = (hash: string) => hash.split('$').slice(0, 4);

it('where there is no account a hash is verified that costs as much as any, and nothing is right', async () => {
  expect(costOf(nobodys)).toEqual(costOf(await passwords.hash('a password')));
  expect(await verify(nobodys, 'nobody has this password')).toBe(true);
  expect(await passwords.verify(null, 'nobody has this password')).toBe(false);
});

it('a password is right for its own hash alone', async () => {
  const stored = await passwords.hash('a password');
  expect(await passwords.verify(stored, 'a password')).toBe(true);
  expect(await passwords.verify(stored, 'another')).toBe(false);
});
