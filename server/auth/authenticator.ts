import { LRUCache } from 'lru-cache';
import type { Clock } from '../../resolvers/clock.ts';
import type { Viewer } from '../../resolvers/context.ts';
import type { SessionRegister } from '../../resolvers/services.ts';
import type { OutsideIssuers } from './outsideIssuers.ts';
import { type AccessTokens, issuerOf, refusedToken } from './tokens.ts';

/** A token checked is taken as checked for so long; its end and its session's are looked at every time. */
const trustedForMs = 60_000;
const remembered = 20_000;

export interface AuthenticatorOptions {
  own: AccessTokens;
  outside: OutsideIssuers;
  sessions: Pick<SessionRegister, 'has'>;
  clock: Clock;
}

/** Says whom an access token speaks for, whoever issued it. A client's many requests cost one signature check. */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  readonly #checked = new LRUCache<string, Viewer>({ max: remembered, ttl: trustedForMs });

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** Throws UNAUTHENTICATED. */
  async authenticate(token: string): Promise<Viewer> {
    const { own, outside, sessions, clock } = this.#options;
    const known = this.#checked.get(token);
    if (known) {
      const over = known.tokenExpiresAt <= clock.now() || (known.sessionId !== null && sessions.has(known.sessionId));
      if (!over) return known;
      this.#checked.delete(token);
      throw refusedToken();
    }
    const issuer = issuerOf(token);
    const viewer = await (issuer !== undefined && outside.knows(issuer)
      ? outside.verify(issuer, token)
      : own.verify(token));
    this.#checked.set(token, viewer);
    return viewer;
  }
}
