import type { IncomingMessage } from 'node:http';
import type { Context } from '../../resolvers/context.ts';
import { Authenticator } from '../../server/auth/authenticator.ts';
import { OutsideIssuers } from '../../server/auth/outsideIssuers.ts';
import { OutsidePeople } from '../../server/auth/outsidePeople.ts';
import { ServiceTokens } from '../../server/auth/serviceTokens.ts';
import { peersBehind } from '../../server/http/peers.ts';
import { arrive, contextsFrom } from '../../server/http/requestContext.ts';
import { rateLimits } from '../../server/limits.ts';
import { RateLimiter } from '../../server/rateLimiter.ts';
import type { RunningServer } from '../../server/start.ts';

class NoLimits extends RateLimiter {
  override async take(): Promise<void> {}
}

/** How other servers make the context of a request: whose token it is, and the node's own services. Nothing is limited. */
export function contextOn({ services, tokens }: RunningServer): (req: IncomingMessage) => Promise<Context> {
  const { pool, clock, sessions } = services;
  const outside = new OutsideIssuers({ issuers: [], clock, people: new OutsidePeople(pool, clock) });
  const serviceTokens = new ServiceTokens({ pool, clock, tokens });
  const authenticator = new Authenticator({ own: tokens, outside, services: serviceTokens, sessions, clock });
  const contextOf = contextsFrom({
    services,
    authenticate: (token: string) => authenticator.authenticate(token),
    limiter: new NoLimits(rateLimits, null),
    refused: () => undefined,
  });
  const peers = peersBehind([]);
  return (req) => contextOf({ arrival: arrive({ clock, peers }, req) }, req.headers.authorization);
}
