import type { Context } from '../context.ts';
import { WrongCredentialsError } from '../errors.ts';
import { openSession, type OpenSession } from './openSession.ts';
import { passwordLength } from './handle.ts';
import { findUser } from './findUser.ts';

/** Opens a session for a handle and its password. Tells nobody which of the two was wrong, not even by its time. */
export async function signIn(
  context: Context,
  { handle, password }: { handle: string; password: string },
): Promise<OpenSession> {
  const { services, em, arrival } = context;
  await services.limits.take('signInsPerAddress', arrival.address);
  await services.limits.take('signInsPerHandle', handle.toLowerCase().slice(0, 64));
  const user = await findUser(context, handle);
  const right =
    password.length <= passwordLength.most && (await services.passwords.verify(user?.passwordHash ?? null, password));
  if (!user || !right) throw new WrongCredentialsError();
  const session = await openSession(context, em, user);
  await em.flush();
  return session;
}
