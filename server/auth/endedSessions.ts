import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { SessionRegister } from '../../resolvers/services.ts';

/** How soon a node learns what another one ended. */
const lookMs = 500;
/** Rows committed late by a clock's or a transaction's whim are still found by looking back this far. */
const lookBackMs = 10_000;

export interface EndedSessionsOptions {
  pool: Pool;
  now(): number;
  /** Hears of sessions newly known to be over. */
  onEnded(sessionIds: readonly string[]): void;
  failed(error: unknown): void;
}

/**
 * The sessions, and the service tokens, that are over while access tokens of theirs still live: what makes sign-out immediate although tokens
 * are not looked up. One query a look and node, whoever is connected; losing the database for a while delays it.
 */
export class EndedSessions implements SessionRegister {
  readonly #options: EndedSessionsOptions;
  /** When each can be forgotten, because its last access token has ended. */
  readonly #ended = new Map<string, number>();
  readonly #stopping = new AbortController();
  #seenUntil = 0;

  constructor(options: EndedSessionsOptions) {
    this.#options = options;
  }

  /** Rejects when the first look fails: nobody is let in before it. */
  async start(): Promise<void> {
    await this.#look();
    void this.#keepLooking();
  }

  stop(): void {
    this.#stopping.abort();
  }

  has(sessionId: string): boolean {
    return this.#ended.has(sessionId);
  }

  /** This node ended them itself; how long to remember them, the next look says. */
  ended(sessionIds: readonly string[]): void {
    const fresh = sessionIds.filter((id) => !this.#ended.has(id));
    for (const id of fresh) this.#ended.set(id, Number.POSITIVE_INFINITY);
    if (fresh.length > 0) this.#options.onEnded(fresh);
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#stopping;
    for (;;) {
      await sleep(lookMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#look().catch(this.#options.failed);
    }
  }

  async #look(): Promise<void> {
    const { pool, now } = this.#options;
    const at = now();
    const { rows } = await pool.query<{ id: string; until: Date }>({
      name: 'ended-sessions',
      text: `select id, coalesce(access_until, ended_at + interval '20 minutes') as until from session
             where ended_at > $1 and coalesce(access_until, ended_at + interval '20 minutes') > $2
             union all
             select id, revoked_at + interval '20 minutes' from service_token where revoked_at > $1`,
      values: [new Date(this.#seenUntil - lookBackMs), new Date(at)],
    });
    this.#seenUntil = at;
    this.ended(rows.map(({ id }) => id));
    for (const { id, until } of rows) this.#ended.set(id, until.getTime());
    for (const [id, until] of this.#ended) if (until <= at) this.#ended.delete(id);
  }
}
