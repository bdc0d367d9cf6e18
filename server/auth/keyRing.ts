import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import type { Pool } from 'pg';
import { type Keys, loadKeys, reloadKeys } from './keys.ts';

/** How soon every node signs by a key that was rotated. */
const reloadEveryMs = 30_000;
/** A token by a key that is not known makes a node look, but not more often than this. */
const lookAgainMs = 1_000;

export interface KeyRingOptions {
  pool: Pool;
  failed(error: unknown): void;
}

/** The server's keys, kept fresh: a key rotated on one node, or by a command, is known to all without a restart. */
export class KeyRing {
  readonly #options: KeyRingOptions;
  readonly #stopping = new AbortController();
  #keys: Keys;
  #jwks: JWTVerifyGetKey;
  #reloadedAt = performance.now();

  private constructor(options: KeyRingOptions, keys: Keys) {
    this.#options = options;
    this.#keys = keys;
    this.#jwks = createLocalJWKSet(keys.jwks);
  }

  /** Makes the keys the database lacks. */
  static async open(options: KeyRingOptions): Promise<KeyRing> {
    const ring = new KeyRing(options, await loadKeys(options.pool));
    void ring.#keepReloading();
    return ring;
  }

  get keys(): Keys {
    return this.#keys;
  }

  /** The public key a token names; looks once more in the database for one it doesn't know. */
  readonly publicKey: JWTVerifyGetKey = async (header, token) => {
    try {
      return await this.#jwks(header, token);
    } catch (error) {
      const recently = performance.now() - this.#reloadedAt < lookAgainMs;
      if (!(error instanceof errors.JWKSNoMatchingKey) || recently) throw error;
      await this.reload();
      return this.#jwks(header, token);
    }
  };

  async reload(): Promise<void> {
    this.#reloadedAt = performance.now();
    this.#keys = await reloadKeys(this.#options.pool);
    this.#jwks = createLocalJWKSet(this.#keys.jwks);
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #keepReloading(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await sleep(reloadEveryMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.reload().catch(this.#options.failed);
    }
  }
}
