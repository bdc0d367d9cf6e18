import { User } from '../../entities/user.ts';
import type { Context } from '../context.ts';
import { WrongCredentialsError } from '../errors.ts';
import { openSession, type OpenSession } from './openSession.ts';
import { passwordLength } from './handle.ts';
import { handleIs } from './findUser.ts';

/** Opens a session for a handle and its password. Tells nobody which of the two was wrong, not even by its time. */
export async function signIn(
  { services, em }: Context,
  { handle, password }: { handle: string; password: string },
): Promise<OpenSession> {
  const user = await em.findOne(User, handleIs(handle));
  const right =
    password.length <= passwordLength.most && (await services.passwords.verify(user?.passwordHash ?? null, password));
  if (!user || !right) throw new WrongCredentialsError();
  const session = await openSession(services, em, user);
  await em.flush();
  return session;
}
