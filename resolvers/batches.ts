import pLimit, { type LimitFunction } from 'p-limit';
import type { OperationTracing } from './operationTracing.ts';

interface Waiting<Work, Result> {
  work: Work;
  resolve(result: Result): void;
  reject(error: unknown): void;
  /** Whose work it is, where that is traced. */
  mark: object | undefined;
}

/**
 * Does work of one key together: while one batch is being done, whatever else comes for its key makes the next. So the
 * first never waits, and a thousand at once cost few transactions. One batch per key at a time, so many keys at once.
 */
export class Batches<Work, Result> {
  readonly #most: number;
  readonly #limit: LimitFunction;
  readonly #tracing: OperationTracing | undefined;
  readonly #waiting = new Map<string, Waiting<Work, Result>[]>();

  /** @param most of one batch. @param width batches at once, on this node */
  constructor(most: number, width: number, tracing?: OperationTracing) {
    this.#most = most;
    this.#tracing = tracing;
    this.#limit = pLimit(width);
  }

  /**
   * @param run does a batch: as many results as works, in their order. What it throws is everybody's. Of each batch that
   *   of the first is called.
   */
  do(key: string, work: Work, run: (works: readonly Work[]) => Promise<readonly Result[]>): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const mark = this.#tracing?.mark();
    const waiting = this.#waiting.get(key);
    if (waiting) {
      waiting.push({ work, resolve, reject, mark });
      return promise;
    }
    const first = [{ work, resolve, reject, mark }];
    this.#waiting.set(key, first);
    void this.#limit(() => this.#run(key, first, run));
    return promise;
  }

  async #run(
    key: string,
    waiting: Waiting<Work, Result>[],
    run: (works: readonly Work[]) => Promise<readonly Result[]>,
  ): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, this.#most);
      try {
        const results = await this.#traced(batch, () => run(batch.map(({ work }) => work)));
        batch.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new RangeError(`A batch of ${batch.length} came to ${results.length}`));
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#waiting.delete(key);
  }

  #traced<Done>(batch: readonly Waiting<Work, Result>[], run: () => Done): Done {
    if (!this.#tracing) return run();
    return this.#tracing.together(
      'batch',
      batch.map(({ mark }) => mark),
      run,
    );
  }
}
