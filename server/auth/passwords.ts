import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../resolvers/services.ts';

/** OWASP's second choice for argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function argon2Passwords(): Promise<Passwords> {
  // What is verified when there is no such account, so that it takes as long.
  const nobodys = await hash('nobody has this password', cost);
  return {
    hash: (password) => hash(password, cost),
    async verify(stored, password) {
      const right = await verify(stored ?? nobodys, password);
      return right && stored !== null;
    },
  };
}
