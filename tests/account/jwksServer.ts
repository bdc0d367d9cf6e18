import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { onTestFinished } from 'vitest';

export type OutsideAlgorithm = 'RS256' | 'ES256' | 'EdDSA';

export interface OutsideIssuer {
  issuer: string;
  jwks: string;
  /** Signs claims as this issuer does: for ten minutes, for the audience `cupbearer-game`. */
  sign(claims: JWTPayload, header?: { alg?: OutsideAlgorithm; typ?: string }): Promise<string>;
  /** From now on other keys are published and used. */
  rotate(): Promise<void>;
  /** How often the keys were asked for. */
  asked(): number;
}

/** Someone else's sign-in service, as far as its tokens go. Ends with the test. */
export async function outsideIssuer(name = 'https://login.example.com'): Promise<OutsideIssuer> {
  let generation = 0;
  let keys = new Map<OutsideAlgorithm, { privateKey: CryptoKey; jwk: JWK }>();
  let asked = 0;
  const rotate = async () => {
    generation += 1;
    const fresh = (['RS256', 'ES256', 'EdDSA'] as const).map(async (alg) => {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const jwk = { ...(await exportJWK(publicKey)), kid: `${alg}-${generation}`, alg, use: 'sig' };
      return [alg, { privateKey, jwk }] as const;
    });
    keys = new Map(await Promise.all(fresh));
  };
  await rotate();
  const http = createServer((_req, res) => {
    asked += 1;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ keys: [...keys.values()].map(({ jwk }) => jwk) }));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return {
    issuer: name,
    jwks: `http://127.0.0.1:${(http.address() as AddressInfo).port}/keys`,
    sign(claims, { alg = 'RS256', typ } = {}) {
      const key = keys.get(alg);
      if (!key) throw new Error(`No key for ${alg}`);
      return new SignJWT({ iss: name, aud: 'cupbearer-game', ...claims })
        .setProtectedHeader({ alg, kid: key.jwk.kid ?? '', ...(typ && { typ }) })
        .setIssuedAt()
        .setExpirationTime('10 minutes')
        .sign(key.privateKey);
    },
    rotate,
    asked: () => asked,
  };
}
