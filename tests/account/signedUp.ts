import { randomUUID } from 'node:crypto';
import type { App } from '../harness/app.ts';
import { execute, expectError, expectPayload } from '../harness/execute.ts';
import * as documents from './documents.ts';

export const password = 'correct horse battery';

/** Someone who signed up, with their first session. */
export async function signedUp(app: App, handle = `u-${randomUUID().slice(0, 13)}`) {
  const { signUp } = await execute(app, null, documents.signUp, { input: { handle, password } });
  return expectPayload(signUp).session;
}

/** Another session of the same person. */
export async function signedIn(app: App, handle: string) {
  const { signIn } = await execute(app, null, documents.signIn, { input: { handle, password } });
  return expectPayload(signIn).session;
}

export async function refresh(app: App, refreshToken: string) {
  return (await execute(app, null, documents.refreshSession, { refreshToken })).refreshSession;
}

export async function refreshed(app: App, refreshToken: string) {
  return expectPayload(await refresh(app, refreshToken)).session;
}

/** Why a refresh token is refused; fails when it is not. */
export async function refusalOf(app: App, refreshToken: string) {
  return expectError(await refresh(app, refreshToken), 'InvalidRefreshTokenError').reason;
}
