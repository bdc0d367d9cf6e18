import { useSyncExternalStore } from 'react';
import { StreamFailedError } from '../../client/ending.ts';
import { RefreshSessionDocument, type SessionPartsFragment } from '../gql/graphql.ts';
import { en } from '../texts/en.ts';
import { say } from '../ui/toasts.tsx';
import { makeListeners } from './listeners.ts';
import { now } from './serverTime.ts';
import { post } from './post.ts';

export type Session = SessionPartsFragment;

const key = 'cupbearer.session';
/** Tokens are renewed this long before they end. */
const earlyMs = 30_000;

const { listen, tell } = makeListeners();
let session = read();

function read(): Session | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}

// Another tab signed in, renewed or signed out.
addEventListener('storage', (event) => {
  if (event.key !== key && event.key !== null) return;
  const was = session;
  session = read();
  if (was && !session) say(en.entrance.signedOut);
  tell();
});

export function keepSession(next: Session | null): void {
  session = next;
  if (next) localStorage.setItem(key, JSON.stringify(next));
  else localStorage.removeItem(key);
  tell();
}

export function currentSession(): Session | null {
  return session;
}

/** Who plays here, or null; changes with sign-in, sign-out and in other tabs. */
export function useSession(): Session | null {
  return useSyncExternalStore(listen, currentSession);
}

/**
 * A token that holds for a while yet; `refused`: the last one was refused. One tab at a time renews, since a refresh token
 * is good once. Throws a StreamFailedError when the session is over, and then nobody is signed in any more.
 */
export async function accessToken(refused = false): Promise<string> {
  const had = session;
  if (had && !refused && Date.parse(had.expiresAt) - now() > earlyMs) return had.accessToken;
  return inTurn(async () => {
    session = read();
    if (!session) throw new StreamFailedError('Nobody is signed in');
    const renewedMeanwhile = session.accessToken !== had?.accessToken;
    if (renewedMeanwhile && Date.parse(session.expiresAt) - now() > earlyMs) return session.accessToken;
    const { refreshSession } = await post(RefreshSessionDocument, { refreshToken: session.refreshToken });
    if (refreshSession.__typename !== 'RefreshSessionPayload') {
      keepSession(null);
      say(en.entrance.signedOut);
      throw new StreamFailedError(refreshSession.message);
    }
    keepSession(refreshSession.session);
    return refreshSession.session.accessToken;
  });
}

let turn: Promise<unknown> = Promise.resolve();

/** One at a time in all tabs; in this one where browsers know no locks, which is so of pages over plain HTTP. */
function inTurn(run: () => Promise<string>): Promise<string> {
  if ('locks' in navigator) return navigator.locks.request(key, run);
  const mine = turn.then(run);
  turn = mine.catch(() => undefined);
  return mine;
}
