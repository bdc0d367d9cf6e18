import type { Pool } from 'pg';
import { untold } from './battleScores.ts';

export interface UntoldBattlesOptions {
  pool: Pool;
  /** How often to look, in milliseconds. */
  lookMs: number;
  /** There is something to tell of a battle. */
  found(battleId: string): void;
  failed(error: unknown): void;
}

/**
 * Finds battles that have something to tell, in one statement for all of them: scores that were committed since they were
 * last told, and whoever has come and was not told of by the node they came to.
 */
export class UntoldBattles {
  readonly #options: UntoldBattlesOptions;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(options: UntoldBattlesOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), this.#options.lookMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    const { pool, found, failed } = this.#options;
    if (this.#looking) return;
    this.#looking = true;
    try {
      const { rows } = await pool.query<{ id: string }>({
        name: 'untold-battles',
        text: `
          select b.id from battle b where b.status = 'RUNNING' and exists (select from standing s where ${untold})
          union all
          select b.id from battle b where b.status = 'WAITING' and b.id in (
            select battle_id from fighter where not announced)`,
      });
      for (const { id } of rows) found(id);
    } catch (error) {
      failed(error);
    } finally {
      this.#looking = false;
    }
  }
}
