/** Waiting that an end interrupts, once and for all. */
export class Waits {
  #over = false;
  #wake: (() => void) | undefined;

  get over(): boolean {
    return this.#over;
  }

  /** Waits for what `begin` arranges to wake it, or for the end. `begin` may return how to call that off. */
  async until(begin: (wake: () => void) => (() => void) | void): Promise<void> {
    if (this.#over) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const callOff = begin(resolve);
    await promise;
    callOff?.();
  }

  /** False: it had ended before. */
  end(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#wake?.();
    return true;
  }
}
