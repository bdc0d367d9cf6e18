/**
 * Does a piece of work whenever it is asked to: at once when it last began at least `restMs` ago, else once it did.
 * However often it is asked meanwhile, it is done once more; never twice at a time.
 */
export class Pace {
  readonly #restMs: number;
  readonly #work: () => Promise<void>;
  #state: 'idle' | 'working' | 'resting' | 'stopped' = 'idle';
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  /** `work` must not reject. */
  constructor(restMs: number, work: () => Promise<void>) {
    this.#restMs = restMs;
    this.#work = work;
  }

  /** Whether what was asked for has yet to be done. */
  get due(): boolean {
    return this.#again || this.#state === 'working';
  }

  request(): void {
    if (this.#state === 'idle') void this.#run();
    else if (this.#state !== 'stopped') this.#again = true;
  }

  /** Begins nothing any more; work under way ends by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#state = 'stopped';
    this.#again = false;
  }

  async #run(): Promise<void> {
    this.#state = 'working';
    this.#again = false;
    const began = performance.now();
    await this.#work();
    if (this.#stopped) return;
    this.#state = 'resting';
    this.#timer = setTimeout(() => this.#rested(), Math.max(0, began + this.#restMs - performance.now()));
  }

  #rested(): void {
    this.#state = 'idle';
    if (this.#again) this.request();
  }

  get #stopped(): boolean {
    return this.#state === 'stopped';
  }
}
