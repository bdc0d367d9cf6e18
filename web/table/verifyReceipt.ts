export type Verified =
  | { kind: 'good'; issuer: string; challenged: boolean; settledAt: string }
  | { kind: 'bad'; why: string }
  | { kind: 'unable' };

/** Holds a receipt against the keys this server publishes, in this browser; `throwId`: what it has to be about. */
export async function verifyReceipt(receipt: string, throwId: string): Promise<Verified> {
  if (typeof crypto.subtle !== 'object') return { kind: 'unable' };
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  try {
    const response = await fetch('/.well-known/jwks.json');
    const keys = createLocalJWKSet((await response.json()) as Parameters<typeof createLocalJWKSet>[0]);
    const { payload } = await jwtVerify(receipt, keys, {
      audience: 'cupbearer:throw-receipt',
      typ: 'throw-receipt+jwt',
    });
    if (payload.jti !== throwId) return { kind: 'bad', why: String(payload.jti) };
    return {
      kind: 'good',
      issuer: payload.iss ?? '',
      challenged: payload['challenged'] === true,
      settledAt: String(payload['settledAt']),
    };
  } catch (error) {
    return { kind: 'bad', why: error instanceof Error ? error.message : String(error) };
  }
}
