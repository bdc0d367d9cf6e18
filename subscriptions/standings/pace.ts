/**
 * Does a piece of work whenever it is asked to: as soon as whoever asks in this turn of the event loop has, when it last
 * began at least `restMs` ago, else once it did. However often it is asked meanwhile, it is done once more; never twice
 * at a time.
 */
export class Pace {
  readonly #restMs: number;
  readonly #work: () => Promise<void>;
  #state: 'idle' | 'working' | 'resting' | 'stopped' = 'idle';
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;

  /** `work` must not reject. */
  constructor(restMs: number, work: () => Promise<void>) {
    this.#restMs = restMs;
    this.#work = work;
  }

  request(): void {
    if (this.#state === 'stopped') return;
    this.#again = true;
    if (this.#state === 'idle') this.#soon ??= setImmediate(() => void this.#run());
  }

  /** Begins nothing any more; work under way ends by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
    this.#state = 'stopped';
  }

  async #run(): Promise<void> {
    this.#state = 'working';
    this.#soon = undefined;
    this.#again = false;
    const began = performance.now();
    await this.#work();
    if (this.#stopped) return;
    this.#state = 'resting';
    this.#timer = setTimeout(() => this.#rested(), Math.max(0, began + this.#restMs - performance.now()));
  }

  #rested(): void {
    this.#state = 'idle';
    if (this.#again) void this.#run();
  }

  get #stopped(): boolean {
    return this.#state === 'stopped';
  }
}
