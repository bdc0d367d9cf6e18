import { CompactEncrypt, importJWK, type JWK } from 'jose';
import type { Target } from '../harness/execute.ts';

/** What a sealed throw says; ids are global. */
export interface SealedContent {
  gameId: string;
  cupId: string;
  nonce: string;
  thrownAt: string;
  sub: string;
}

/** Seals to the server's published encryption key, as a client would. */
export async function seal({ url }: Target, content: SealedContent | object): Promise<string> {
  const response = await fetch(`${url}/.well-known/jwks.json`);
  const { keys } = (await response.json()) as { keys: JWK[] };
  const key = keys.find(({ use }) => use === 'enc');
  if (!key?.kid) throw new Error('The server publishes no encryption key');
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
    .encrypt(await importJWK(key, 'ECDH-ES'));
}
