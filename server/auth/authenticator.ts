import { LRUCache } from 'lru-cache';
import type { Clock } from '../../resolvers/clock.ts';
import { sessionOf, type Caller } from '../../resolvers/context.ts';
import type { SessionRegister } from '../../resolvers/services.ts';
import type { OutsideIssuers } from './outsideIssuers.ts';
import type { ServiceTokens } from './serviceTokens.ts';
import { type AccessTokens, issuerOf, refusedToken } from './tokens.ts';

/** A token checked is taken as checked for so long; its end and its session's are looked at every time. */
const trustedForMs = 60_000;
const remembered = 20_000;

export interface AuthenticatorOptions {
  own: AccessTokens;
  outside: OutsideIssuers;
  services: ServiceTokens;
  sessions: Pick<SessionRegister, 'has'>;
  clock: Clock;
}

/** Says whom an access token speaks for, whoever issued it. A client's many requests cost one signature check. */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  readonly #checked = new LRUCache<string, Caller>({
    // As a size: what has a `max` is made that large at once.
    maxSize: remembered,
    sizeCalculation: () => 1,
    ttl: trustedForMs,
  });

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** Throws UNAUTHENTICATED. */
  async authenticate(token: string): Promise<Caller> {
    const { sessions, clock } = this.#options;
    const known = this.#checked.get(token);
    const caller = known ?? (await this.#verify(token));
    // Also of one that was just looked up: it may have ended while it was.
    const session = sessionOf(caller);
    if (caller.tokenExpiresAt <= clock.now() || (session !== null && sessions.has(session))) {
      this.#checked.delete(token);
      throw refusedToken();
    }
    if (!known) this.#checked.set(token, caller);
    return caller;
  }

  #verify(token: string): Promise<Caller> {
    const { own, outside, services } = this.#options;
    if (services.mayBe(token)) return services.verify(token);
    const issuer = issuerOf(token);
    return issuer !== undefined && outside.knows(issuer) ? outside.verify(issuer, token) : own.verify(token);
  }
}
