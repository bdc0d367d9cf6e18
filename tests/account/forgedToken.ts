import { createHmac, randomUUID } from 'node:crypto';
import { type CryptoKey, type JWTPayload, SignJWT } from 'jose';
import { loadKeys, type Keys } from '../../server/auth/keys.ts';
import type { App } from '../harness/app.ts';

/** What a token is made of. Left as it is, it is a token that this server takes. */
export interface Mould {
  keys: Keys;
  header: { alg: string; typ?: string; kid?: string };
  claims: JWTPayload;
}

/** A mould for tokens of the app's own make. */
export async function mouldOf(app: App, userId: string = randomUUID()): Promise<Mould> {
  const keys = await loadKeys(app.services.pool);
  const now = Math.floor(app.services.clock.now() / 1000);
  return {
    keys,
    header: { alg: 'EdDSA', typ: 'at+jwt', kid: keys.signing.kid },
    claims: {
      iss: 'http://cupbearer.example.com',
      aud: 'cupbearer',
      sub: userId,
      iat: now,
      exp: now + 600,
      jti: randomUUID(),
      handle: 'ada',
      roles: [],
    },
  };
}

/** Signs what the mould holds, with the server's own key unless told otherwise. */
export function cast({ keys, header, claims }: Mould, key: CryptoKey = keys.signing.privateKey): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** With no signature at all, as `alg: none` would have it. */
export function unsigned({ header, claims }: Mould, alg = 'none'): string {
  return `${part({ ...header, alg })}.${part(claims)}.`;
}

/** With an HMAC keyed by what everyone can read. */
export function hmacSigned({ header, claims }: Mould, secret: string | Buffer): string {
  const signed = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** The same token with other claims under the old signature. */
export function tampered(token: string, claims: JWTPayload): string {
  const [header, , signature] = token.split('.');
  return [header, part(claims), signature].join('.');
}
