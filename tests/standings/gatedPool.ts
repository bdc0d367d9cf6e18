import type { Pool, QueryConfig, QueryResultRow } from 'pg';

type When = 'before' | 'after';

/** A pool whose queries of one name can be held back, before they are asked or once they are answered, and counted. */
export class GatedPool {
  /** Names of the queries so far. */
  readonly asked: (string | undefined)[] = [];
  readonly #pool: Pool;
  #holds: { name: string; when: When; reached: () => void; open: Promise<void> } | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Holds back the next query of that name: `reached` settles when it came to that, `release` lets it go. */
  hold(name: string, when: When = 'before'): { reached: Promise<void>; release: () => void } {
    const [reached, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.#holds = { name, when, reached: reached.resolve, open: open.promise };
    return { reached: reached.promise, release: open.resolve };
  }

  async query<Row extends QueryResultRow>(config: QueryConfig<unknown[]>): Promise<{ rows: Row[] }> {
    this.asked.push(config.name);
    await this.#pass(config, 'before');
    const result = await this.#pool.query<Row>(config);
    await this.#pass(config, 'after');
    return result;
  }

  async #pass({ name }: QueryConfig<unknown[]>, when: When): Promise<void> {
    const held = this.#holds;
    if (held?.name !== name || held?.when !== when) return;
    this.#holds = undefined;
    held.reached();
    await held.open;
  }
}
