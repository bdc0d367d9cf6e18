import { now } from '../api/serverTime.ts';
import type { ThrowBallInput } from '../gql/graphql.ts';
import { keptThrows, type Kept } from './secrets.ts';

/** Where pages come by HTTPS, or from this very machine, browsers let them hash and encrypt. */
export const canSeal = typeof crypto.subtle === 'object';

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const randomText = (bytes: number) => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

async function commitmentTo(secret: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));
}

/** Encrypts a throw to the server’s published key, so that nothing on the way can read or change where it goes. */
async function seal(content: Record<string, string>): Promise<string | null> {
  try {
    const [{ CompactEncrypt, importJWK }, response] = await Promise.all([
      import('jose'),
      fetch('/.well-known/jwks.json'),
    ]);
    const { keys } = (await response.json()) as { keys: (Record<string, string> & { kty: string })[] };
    const jwk = keys.find(({ use }) => use === 'enc');
    if (!jwk?.['kid']) return null;
    return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: jwk['kid'] })
      .encrypt(await importJWK(jwk, 'ECDH-ES'));
  } catch {
    // A browser that doesn't know the key's curve throws in the clear.
    return null;
  }
}

/** A throw to be made: to be kept before it is sent. One whose answer was lost is the same again. */
export async function aimAt(gameId: string, cupId: string): Promise<Kept> {
  const again = keptThrows().find((kept) => kept.gameId === gameId && kept.cupId === cupId && kept.throwId === null);
  // What was made long ago would be too old; its nonce goes with it.
  if (again && Math.abs(now() - Date.parse(again.thrownAt)) < 10_000) return again;
  const thrownAt = new Date(now()).toISOString();
  return { gameId, cupId, nonce: randomText(18), thrownAt, secret: canSeal ? randomText(32) : null, throwId: null };
}

/**
 * As strong as this browser can: sealed, with a commitment to a secret that stays here; or in the clear, and then the
 * server makes the secret.
 */
export async function inputOf(
  { gameId, cupId, nonce, thrownAt, secret }: Kept,
  userId: string,
): Promise<ThrowBallInput> {
  const commitment = secret === null ? {} : { commitment: await commitmentTo(secret) };
  const sealed = canSeal ? await seal({ gameId, cupId, nonce, thrownAt, sub: userId }) : null;
  return sealed ? { gameId, sealed, ...commitment } : { gameId, cupId, nonce, thrownAt, ...commitment };
}
