import type { Pool, QueryConfig, QueryResultRow } from 'pg';

/** A pool whose queries of one name can be held back before they are asked, and counted. */
export class GatedPool {
  /** Names of the queries so far. */
  readonly asked: (string | undefined)[] = [];
  readonly #pool: Pool;
  #holds: { name: string; reached: () => void; open: Promise<void> } | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Holds back the next query of that name: `reached` settles when it is asked, `release` lets it go. */
  hold(name: string): { reached: Promise<void>; release: () => void } {
    const [reached, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.#holds = { name, reached: reached.resolve, open: open.promise };
    return { reached: reached.promise, release: open.resolve };
  }

  async query<Row extends QueryResultRow>(config: QueryConfig<unknown[]>): Promise<{ rows: Row[] }> {
    this.asked.push(config.name);
    const held = this.#holds;
    if (held && held.name === config.name) {
      this.#holds = undefined;
      held.reached();
      await held.open;
    }
    return this.#pool.query<Row>(config);
  }
}
