import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { roles } from '../../entities/user.ts';
import { unauthenticated } from '../../resolvers/badRequest.ts';
import type { Clock } from '../../resolvers/clock.ts';
import type { Viewer } from '../../resolvers/context.ts';
import type { SessionRegister, Tokens, TokenSubject } from '../../resolvers/services.ts';
import type { KeyRing } from './keyRing.ts';
import { signingAlgorithm } from './keys.ts';

export const accessTokenType = 'at+jwt';
export const accessTokenAudience = 'cupbearer';
const accessTokenMs = 15 * 60_000;
/** How far an outside clock may be off when a token says when it begins and ends. */
const toleranceSeconds = 5;

const claims = z.object({
  sub: z.uuid(),
  handle: z.string(),
  roles: z.array(z.enum(roles)),
  sid: z.uuid().optional(),
  dev: z.boolean().optional(),
  exp: z.number(),
});

/** Whom a token names as its issuer, unchecked; undefined when it is no token at all. */
export function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

/** The one answer to a bad token, whatever is wrong with it. */
export function refusedToken(): Error {
  return unauthenticated('Your access token is not valid or has ended. Refresh your session or sign in again.');
}

export interface TokenOptions {
  ring: Pick<KeyRing, 'keys' | 'publicKey'>;
  clock: Clock;
  issuer: string;
  /** Whether tokens printed for development are let in. */
  acceptDevelopment: boolean;
  sessions: Pick<SessionRegister, 'has'>;
}

/** Makes and checks access tokens (RFC 9068), and makes opaque ones: refresh and service tokens. */
export class AccessTokens implements Tokens {
  readonly #options: TokenOptions;

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  issueAccessToken(subject: TokenSubject): Promise<{ accessToken: string; expiresAt: Date }> {
    return this.#issue(subject, accessTokenMs, {});
  }

  /** For a developer's or an operator's hands: lives as long as asked; `development` ones are refused in production. */
  async issueHandToken(subject: TokenSubject, lifeMs: number, development: boolean): Promise<string> {
    return (await this.#issue(subject, lifeMs, development ? { dev: true } : {})).accessToken;
  }

  newOpaqueToken(prefix = ''): { token: string; hash: string } {
    const token = `${prefix}${randomBytes(32).toString('base64url')}`;
    return { token, hash: this.hashOpaqueToken(token) };
  }

  hashOpaqueToken(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }

  /** Whoever the token speaks for. Throws UNAUTHENTICATED, saying no more than what to do. */
  async verify(token: string): Promise<Viewer> {
    const { ring, clock, issuer, acceptDevelopment, sessions } = this.#options;
    try {
      const { payload } = await jwtVerify(token, ring.publicKey, {
        issuer,
        audience: accessTokenAudience,
        typ: accessTokenType,
        algorithms: [signingAlgorithm],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock.now()),
      });
      const { sub, handle, roles: held, sid, dev, exp } = claims.parse(payload);
      if (dev && !acceptDevelopment) throw new Error('a development token');
      if (sid && sessions.has(sid)) throw new Error('a session that is over');
      return { userId: sub, handle, roles: held, sessionId: sid ?? null, issuer, tokenExpiresAt: exp * 1000 };
    } catch {
      throw refusedToken();
    }
  }

  async #issue(
    { userId, handle, roles: held, sessionId }: TokenSubject,
    lifeMs: number,
    more: { dev?: true },
  ): Promise<{ accessToken: string; expiresAt: Date }> {
    const { ring, clock, issuer } = this.#options;
    const { kid, privateKey } = ring.keys.signing;
    const issuedAt = Math.floor(clock.now() / 1000);
    const expiresAt = issuedAt + Math.floor(lifeMs / 1000);
    const accessToken = await new SignJWT({ handle, roles: [...held], ...(sessionId && { sid: sessionId }), ...more })
      .setProtectedHeader({ alg: signingAlgorithm, typ: accessTokenType, kid })
      .setIssuer(issuer)
      .setAudience(accessTokenAudience)
      .setSubject(userId)
      .setJti(randomBytes(12).toString('base64url'))
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { accessToken, expiresAt: new Date(expiresAt * 1000) };
  }
}
