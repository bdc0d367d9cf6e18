import type { Pool } from 'pg';
import type { Clock } from '../../resolvers/clock.ts';
import type { ProductObserver } from '../../resolvers/productObserver.ts';
import type { Config } from '../config.ts';
import { SocketViewers } from '../http/socketViewers.ts';
import { StreamViewers } from '../http/streamViewers.ts';
import type { Say } from '../log.ts';
import { Authenticator } from './authenticator.ts';
import { EndedSessions } from './endedSessions.ts';
import type { KeyRing } from './keyRing.ts';
import { OutsideIssuers } from './outsideIssuers.ts';
import { OutsidePeople } from './outsidePeople.ts';
import { ServiceTokens } from './serviceTokens.ts';
import { AccessTokens } from './tokens.ts';

export interface AuthenticationOptions {
  config: Pick<Config, 'publicUrl' | 'mode' | 'issuers' | 'limits'>;
  requests: Pool;
  background: Pool;
  clock: Clock;
  ring: KeyRing;
  product: Pick<ProductObserver, 'seen' | 'signedUp'>;
  warn: Say;
}

/** Who a token is, and what of theirs is open on this node: it is cut when their session ends. The caller starts `sessions`. */
export function openAuthentication(options: AuthenticationOptions) {
  const { config, requests, background, clock, ring, product, warn } = options;
  const sessions = new EndedSessions({
    pool: background,
    now: () => clock.now(),
    onEnded: (ids) => {
      viewers.endSessions(ids);
      streams.endSessions(ids);
    },
    failed: (error) => warn({ err: error }, 'ended sessions could not be looked for; trying again'),
  });
  const tokens = new AccessTokens({
    ring,
    clock,
    issuer: config.publicUrl,
    acceptDevelopment: config.mode !== 'production',
    sessions,
  });
  const people = new OutsidePeople(requests, clock, product);
  const outside = new OutsideIssuers({ issuers: config.issuers, clock, people });
  const serviceTokens = new ServiceTokens({ pool: requests, clock, tokens });
  const authenticator = new Authenticator({ own: tokens, outside, services: serviceTokens, sessions, clock });
  const authenticate = (token: string) => authenticator.authenticate(token);
  const streams = new StreamViewers(clock);
  const viewers = new SocketViewers({
    authenticate,
    clock,
    socketsPerUser: config.limits.sizes.socketsPerUser,
    seen: (userId) => product.seen(userId),
  });
  return { sessions, tokens, authenticate, streams, viewers };
}
