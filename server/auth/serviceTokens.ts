import pg, { type Pool } from 'pg';
import { scopes, type Scope } from '../../entities/serviceToken.ts';
import type { Clock } from '../../resolvers/clock.ts';
import type { Service } from '../../resolvers/context.ts';
import type { Tokens } from '../../resolvers/services.ts';
import { refusedToken } from './tokens.ts';
import { serviceTokenPrefix } from '../../resolvers/account/createServiceToken.ts';

export interface ServiceTokensOptions {
  pool: Pool;
  clock: Clock;
  tokens: Pick<Tokens, 'hashOpaqueToken'>;
}

/** Checks the opaque tokens of integrators' services. */
export class ServiceTokens {
  readonly #options: ServiceTokensOptions;

  constructor(options: ServiceTokensOptions) {
    this.#options = options;
  }

  mayBe(token: string): boolean {
    return token.startsWith(serviceTokenPrefix);
  }

  /** Whatever the token speaks for. Throws UNAUTHENTICATED. */
  async verify(token: string): Promise<Service> {
    const { pool, clock, tokens } = this.#options;
    const { rows } = await pool.query<{ id: string; name: string; scopes: string[]; expiresAt: Date | null }>({
      name: 'service-token',
      types: pg.types,
      text: `select id, name, scopes, expires_at as "expiresAt" from service_token
             where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
      values: [tokens.hashOpaqueToken(token), new Date(clock.now())],
    });
    const [found] = rows;
    if (!found) throw refusedToken();
    return {
      tokenId: found.id,
      name: found.name,
      scopes: scopes.filter((scope: Scope) => found.scopes.includes(scope)),
      tokenExpiresAt: found.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
    };
  }
}
