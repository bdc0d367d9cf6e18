import pLimit, { type LimitFunction } from 'p-limit';

/**
 * Lets at most `width` pieces of work per key run at once on this node, the rest in order, so that one hot aggregate
 * can't take every database connection. Work that fails frees its place.
 */
export class KeyedQueue {
  readonly #width: number;
  readonly #limits = new Map<string, LimitFunction>();

  constructor(width: number) {
    this.#width = width;
  }

  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const limit = this.#limits.get(key) ?? pLimit(this.#width);
    this.#limits.set(key, limit);
    try {
      return await limit(work);
    } finally {
      if (limit.activeCount + limit.pendingCount === 0) this.#limits.delete(key);
    }
  }
}
