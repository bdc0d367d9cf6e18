import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../../resolvers/transaction.ts';
import { withSetupLock } from '../database.ts';

/** What a key is for. The last two are symmetric and never published. */
export type KeyUse = 'sig' | 'enc' | 'feed' | 'throw-secret';
export const signingAlgorithm = 'EdDSA';
export const sealAlgorithms = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;

export interface Keys {
  signing: { kid: string; privateKey: CryptoKey };
  /** Current and retired: what was sealed to an old key still opens. */
  opening: ReadonlyMap<string, CryptoKey>;
  feed: Buffer;
  throwSecret: Buffer;
  /** Public halves, current and retired, as published. */
  jwks: { keys: JWK[] };
}

interface KeyRow {
  kid: string;
  use: KeyUse;
  jwk: JWK;
  retired: boolean;
}

/** The keys this database has; makes those it lacks. Two nodes that start at once make one set. */
export async function loadKeys(pool: Pool): Promise<Keys> {
  return assemble(
    await withSetupLock(pool, async () => {
      const present = await readKeys(pool);
      const missing = (['sig', 'enc', 'feed', 'throw-secret'] as const).filter(
        (use) => !present.some((row) => row.use === use && !row.retired),
      );
      for (const use of missing) await addKey(pool, use);
      return missing.length > 0 ? readKeys(pool) : present;
    }),
  );
}

/** As they stand, without making any. */
export async function reloadKeys(pool: Pool): Promise<Keys> {
  return assemble(await readKeys(pool));
}

/** Retires the current key of a pair's use and makes the next. Resolves with the new key's id. */
export function rotateKey(pool: Pool, use: 'sig' | 'enc'): Promise<string> {
  return withSetupLock(pool, () =>
    inTransaction(pool, async (client) => {
      await client.query('update server_key set retired_at = now() where use = $1 and retired_at is null', [use]);
      return addKey(client, use);
    }),
  );
}

async function addKey(connection: Pool | ClientBase, use: KeyUse): Promise<string> {
  const { kid, jwk } = await makeKey(use);
  await connection.query('insert into server_key (kid, use, jwk) values ($1, $2, $3)', [kid, use, jwk]);
  return kid;
}

async function assemble(rows: readonly KeyRow[]): Promise<Keys> {
  const current = (use: KeyUse) => {
    const row = rows.find((candidate) => candidate.use === use && !candidate.retired);
    if (!row) throw new Error(`The database has no current ${use} key`);
    return row;
  };
  const signing = current('sig');
  const sealing = rows.filter(({ use }) => use === 'enc');
  const opening = sealing.map(async ({ kid, jwk }) => [kid, await imported(jwk, sealAlgorithms.alg)] as const);
  return {
    signing: { kid: signing.kid, privateKey: await imported(signing.jwk, signingAlgorithm) },
    opening: new Map(await Promise.all(opening)),
    feed: secret(current('feed')),
    throwSecret: secret(current('throw-secret')),
    jwks: { keys: rows.filter(({ use }) => use === 'sig' || use === 'enc').map(published) },
  };
}

async function readKeys(pool: Pool): Promise<KeyRow[]> {
  const { rows } = await pool.query<KeyRow>(
    'select kid, use, jwk, retired_at is not null as retired from server_key order by retired_at is not null, created_at desc, kid',
  );
  return rows;
}

async function makeKey(use: KeyUse): Promise<{ kid: string; jwk: JWK }> {
  if (use === 'feed' || use === 'throw-secret') {
    return {
      kid: `${use}-${randomBytes(8).toString('hex')}`,
      jwk: { kty: 'oct', k: randomBytes(32).toString('base64url') },
    };
  }
  const { privateKey } =
    use === 'sig'
      ? await generateKeyPair(signingAlgorithm, { crv: 'Ed25519', extractable: true })
      : await generateKeyPair(sealAlgorithms.alg, { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(privateKey);
  return { kid: await calculateJwkThumbprint(jwk), jwk };
}

function published({ kid, use, jwk: { d: _secret, ...jwk } }: KeyRow): JWK {
  return { ...jwk, kid, use, alg: use === 'sig' ? signingAlgorithm : sealAlgorithms.alg };
}

async function imported(jwk: JWK, algorithm: string): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error('A symmetric key stands where a key pair belongs');
  return key;
}

function secret({ kid, jwk }: KeyRow): Buffer {
  if (!jwk.k) throw new Error(`Key ${kid} holds no secret`);
  return Buffer.from(jwk.k, 'base64url');
}
