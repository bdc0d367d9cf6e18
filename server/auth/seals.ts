import { compactDecrypt } from 'jose';
import { z } from 'zod';
import type { Seals } from '../../resolvers/services.ts';
import type { KeyRing } from './keyRing.ts';
import { sealAlgorithms } from './keys.ts';

const globalId = (type: string) =>
  z
    .string()
    .startsWith(`${type}:`)
    .transform((id) => id.slice(type.length + 1))
    .pipe(z.uuid().toLowerCase());

const content = z.object({
  gameId: globalId('Game'),
  cupId: globalId('Cup'),
  nonce: z.string(),
  thrownAt: z.iso.datetime({ offset: true }).transform((time) => new Date(time)),
  sub: z.union([globalId('User'), z.uuid()]),
});

/** Opens throws sealed to one of this server's encryption keys, named by the JWE's `kid`, the current one when it has none. */
export function sealsOf(ring: Pick<KeyRing, 'keys'>): Seals {
  return {
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          ({ kid }) => {
            const { opening } = ring.keys;
            const key = kid === undefined ? opening.values().next().value : opening.get(kid);
            if (!key) throw new Error('no such key');
            return key;
          },
          { keyManagementAlgorithms: [sealAlgorithms.alg], contentEncryptionAlgorithms: [sealAlgorithms.enc] },
        );
        return content.safeParse(JSON.parse(new TextDecoder().decode(plaintext))).data;
      } catch {
        return undefined;
      }
    },
  };
}
