/** Holds whatever passes until it is let go, in any order. */
export class Turnstile {
  #held: (() => void)[] = [];
  #open = false;

  readonly pass = (): Promise<void> =>
    this.#open ? Promise.resolve() : new Promise((resolve) => void this.#held.push(resolve));

  /** Lets one of those held go. */
  release(which: number): void {
    const [resolve] = this.#held.splice(which % Math.max(1, this.#held.length), 1);
    resolve?.();
  }

  /** Lets everyone go, and holds nobody from now on. */
  open(): void {
    this.#open = true;
    for (const resolve of this.#held.splice(0)) resolve();
  }
}

/** Everything that can happen without time or I/O has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
