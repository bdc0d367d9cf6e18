import type { Pool } from 'pg';
import { v7 as uuid } from 'uuid';

/**
 * How often a node says that it lives, and after how long a silent one is taken for dead, its people for gone: with the
 * wait for whoever looks, 25 seconds.
 */
export const beatMs = 5_000;
export const deadAfterMs = 4 * beatMs;

/** What a node has to do at a moment. */
export interface NodeLoad {
  sockets: number;
  subscriptions: number;
  /** 99th percentile since the last time it was asked for. */
  eventLoopDelayMs: number;
}

export interface LiveNodeOptions {
  pool: Pool;
  /** Unix milliseconds. */
  now(): number;
  version: string;
  roles: readonly string[];
  load(): Promise<NodeLoad>;
  failed(error: unknown): void;
}

/** This node as others see it: a row of `live_node`, renewed for as long as it lives. */
export class LiveNode {
  readonly id = uuid();
  readonly #options: LiveNodeOptions;
  readonly #startedAt: Date;
  readonly #whenNew: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #begun: Promise<void> | undefined;
  /** Settles, always, when nothing is on its way to the database. */
  #beating = Promise.resolve();

  constructor(options: LiveNodeOptions) {
    this.#options = options;
    this.#startedAt = new Date(options.now());
  }

  /** Called whenever the row was not there: others took this node for dead, or it is new. Nothing refers to it then. */
  whenNew(listener: () => void): void {
    this.#whenNew.push(listener);
  }

  start(): void {
    const { failed } = this.#options;
    this.#beating = this.begin().catch(failed);
    this.#timer = setInterval(() => (this.#beating = this.beat().catch(failed)), beatMs).unref();
  }

  /** Takes itself out, unless the database is away; then others do so later. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    if (!this.#begun) return;
    const { pool, failed } = this.#options;
    await pool.query('delete from live_node where id = $1', [this.id]).catch(failed);
  }

  /** The row is there, for others to refer to. */
  begin(): Promise<void> {
    this.#begun ??= this.beat().catch((error: unknown) => {
      this.#begun = undefined;
      throw error;
    });
    return this.#begun;
  }

  /** Says that it lives. */
  async beat(): Promise<void> {
    const { pool, now, version, roles, load } = this.#options;
    const { sockets, subscriptions, eventLoopDelayMs } = await load();
    const { rows } = await pool.query<{ fresh: boolean }>({
      name: 'live-node',
      text: `
        insert into live_node (id, seen_at, version, roles, started_at, sockets, subscriptions, event_loop_delay_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update
        set seen_at = greatest(live_node.seen_at, excluded.seen_at), sockets = excluded.sockets,
          subscriptions = excluded.subscriptions, event_loop_delay_ms = excluded.event_loop_delay_ms
        returning xmax = 0 as fresh`,
      values: [this.id, new Date(now()), version, roles, this.#startedAt, sockets, subscriptions, eventLoopDelayMs],
    });
    if (rows[0]?.fresh) for (const listener of this.#whenNew) listener();
  }
}
