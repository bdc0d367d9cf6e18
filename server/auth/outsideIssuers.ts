import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { unauthenticated } from '../../resolvers/badRequest.ts';
import type { Clock } from '../../resolvers/clock.ts';
import type { Viewer } from '../../resolvers/context.ts';
import type { OutsideIssuer } from './issuerConfig.ts';
import type { OutsidePeople } from './outsidePeople.ts';
import { refusedToken } from './tokens.ts';

/** How long an issuer's keys are kept, how soon an unknown key makes us ask again, and how long we wait. Milliseconds. */
const keyTimes = { cacheMaxAge: 600_000, cooldownDuration: 5_000, timeoutDuration: 3_000 };
const toleranceSeconds = 5;
/** What a token of another kind would say it is. Ours for receipts is one of those. */
const accessTypes = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);

export interface OutsideIssuersOptions {
  issuers: readonly OutsideIssuer[];
  clock: Clock;
  people: Pick<OutsidePeople, 'personOf'>;
}

/** Checks access tokens of other issuers, by their published keys, and makes their people at first sight. */
export class OutsideIssuers {
  readonly #issuers: Map<string, OutsideIssuer & { keys: ReturnType<typeof createRemoteJWKSet> }>;
  readonly #options: OutsideIssuersOptions;

  constructor(options: OutsideIssuersOptions) {
    this.#options = options;
    this.#issuers = new Map(
      options.issuers.map((one) => [one.issuer, { ...one, keys: createRemoteJWKSet(new URL(one.jwks), keyTimes) }]),
    );
  }

  knows(issuer: string | undefined): boolean {
    return issuer !== undefined && this.#issuers.has(issuer);
  }

  /** Whoever a token of `issuer` speaks for. Throws UNAUTHENTICATED, also while the issuer's keys can't be had. */
  async verify(issuer: string, token: string): Promise<Viewer> {
    const known = this.#issuers.get(issuer);
    if (!known) throw refusedToken();
    const { clock, people } = this.#options;
    const { audience, algorithms, keys, handleClaim } = known;
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock.now()),
      });
      if (!accessTypes.has(protectedHeader.typ?.toLowerCase())) throw refusedToken();
      const { sub = '', exp = 0 } = payload;
      const { id, handle } = await people.personOf({ issuer, subject: sub, wanted: text(payload[handleClaim]) });
      const roles = rolesOf(payload, known);
      return { userId: id, handle, roles, sessionId: null, issuer, tokenExpiresAt: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || error instanceof TypeError) {
        throw unauthenticated(
          `Your token can\u2019t be checked now: the keys of ${issuer} are out of reach. Try again.`,
        );
      }
      if (error instanceof errors.JOSEError) throw refusedToken();
      throw error;
    }
  }
}

function rolesOf(payload: JWTPayload, { rolesClaim, roles }: OutsideIssuer): string[] {
  const held = rolesClaim === undefined ? [] : payload[rolesClaim];
  return Array.isArray(held) ? roles.filter((role) => held.includes(role)) : [];
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
