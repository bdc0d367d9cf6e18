export interface BackoffOptions {
  /** The first pause is up to this long, each next up to twice as long, in milliseconds. */
  baseMs: number;
  /** No pause is longer, in milliseconds. */
  capMs: number;
}

/**
 * Exponential back-off with full jitter: each pause is drawn evenly between nothing and its bound, so that clients cut
 * off together do not come back together.
 */
export class Backoff {
  readonly #options: BackoffOptions;
  readonly #random: () => number;
  #attempts = 0;

  constructor(options: BackoffOptions, random: () => number = Math.random) {
    this.#options = options;
    this.#random = random;
  }

  /** The length of the pause before the next attempt, in milliseconds. */
  next(): number {
    const { baseMs, capMs } = this.#options;
    const bound = Math.min(capMs, baseMs * 2 ** this.#attempts);
    this.#attempts += 1;
    return this.#random() * bound;
  }

  /** Things went well. */
  reset(): void {
    this.#attempts = 0;
  }
}
