import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../resolvers/services.ts';

/** OWASP's second choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * What is verified when there is no such account, so that it takes as long: of 'nobody has this password', at that cost.
 * Not a secret.
 */
export const nobodys =
  '$argon2id$v=19$m=19456,t=2,p=1$Pe3xKd2HcvK2ut4JjVRFVw$WRv7kMe90y8cALSLNGS6oLVYAmwjut8kJHf779diKIc';

export function argon2Passwords(): Passwords {
  return {
    hash: (password) => hash(password, cost),
    async verify(stored, password) {
      const right = await verify(stored ?? nobodys, password);
      return right && stored !== null;
    },
  };
}
