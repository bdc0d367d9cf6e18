/** Undoes what was started, the latest first. Runs once, however often it is asked; every step is tried. */
export class Shutdown {
  readonly #steps: (() => unknown)[] = [];
  #run: Promise<void> | undefined;

  get begun(): boolean {
    return this.#run !== undefined;
  }

  /** Adds a step that runs before all that are there. */
  before(step: () => unknown): void {
    this.#steps.push(step);
  }

  /** Rejects with what went wrong, after everything was tried. */
  run(): Promise<void> {
    this.#run ??= this.#all();
    return this.#run;
  }

  async #all(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'the server did not stop cleanly');
  }
}
