import { SignJWT } from 'jose';
import type { ReceiptClaims, Receipts } from '../../resolvers/services.ts';
import type { KeyRing } from './keyRing.ts';
import { signingAlgorithm } from './keys.ts';

export const receiptType = 'throw-receipt+jwt';
export const receiptAudience = 'cupbearer:throw-receipt';

/** Signs what nobody can deny later: that a throw landed, whose it was, and when. Times in it are RFC 3339. */
export function receiptSigner(ring: Pick<KeyRing, 'keys'>, issuer: string): Receipts {
  return {
    sign({
      throwId,
      gameId,
      cupId,
      throwerId,
      cupOwnerId,
      commitment,
      challenged,
      thrownAt,
      settledAt,
    }: ReceiptClaims) {
      const { kid, privateKey } = ring.keys.signing;
      return new SignJWT({
        game: `Game:${gameId}`,
        cup: `Cup:${cupId}`,
        cupOwner: `User:${cupOwnerId}`,
        status: 'LANDED',
        challenged,
        commitment,
        thrownAt: new Date(thrownAt).toISOString(),
        settledAt: new Date(settledAt).toISOString(),
      })
        .setProtectedHeader({ alg: signingAlgorithm, typ: receiptType, kid })
        .setIssuer(issuer)
        .setAudience(receiptAudience)
        .setSubject(`User:${throwerId}`)
        .setJti(`Throw:${throwId}`)
        .setIssuedAt(Math.floor(settledAt / 1000))
        .sign(privateKey);
    },
  };
}
