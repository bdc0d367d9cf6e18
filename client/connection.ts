import { endingOf, errorsIn, type Ending } from './ending.ts';
import { isRecord } from './place.ts';
import type { Patience } from './transport.ts';

/**
 * The life of one connection: ends once, by whatever comes first of its own `end`, the signal and silence. `close` is
 * called then, exactly once, and `ended` resolves after it has.
 */
export class Connection {
  readonly ended: Promise<Ending>;
  readonly #resolve: (ending: Ending) => void;
  readonly #close: () => Promise<void> | void;
  readonly #signal: AbortSignal;
  readonly #patience: Patience;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(signal: AbortSignal, patience: Patience, close: () => Promise<void> | void) {
    let resolve: (ending: Ending) => void = () => undefined;
    this.ended = new Promise((settle) => (resolve = settle));
    this.#resolve = resolve;
    this.#close = close;
    this.#signal = signal;
    this.#patience = patience;
    signal.addEventListener('abort', this.#stop);
    this.#expect(patience.openMs, 'the server did not answer in time');
    if (signal.aborted) this.#stop();
  }

  get over(): boolean {
    return this.#over;
  }

  /** There was a sign of life. */
  alive(): void {
    this.#expect(this.#patience.silenceMs, 'nothing was heard of the server any more');
  }

  /** Takes one result of a subscription, as either protocol delivers it. */
  receive<Event>(result: unknown, eventOf: (data: Record<string, unknown>) => Event, deliver: (event: Event) => void) {
    if (this.#over) return;
    const data = isRecord(result) ? result['data'] : undefined;
    // An error below a field that may be null is no reason to lose the event.
    if (!isRecord(data) || Object.values(data).every((field) => field === null))
      return this.end(endingOf(errorsIn(result) ?? []));
    try {
      deliver(eventOf(data));
    } catch (error) {
      this.end({ kind: 'failed', error });
    }
  }

  end(ending: Ending): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#watch);
    this.#signal.removeEventListener('abort', this.#stop);
    // The constructor's caller may not have what `close` closes yet.
    void Promise.resolve()
      .then(() => this.#close())
      .then(
        () => this.#resolve(ending),
        () => this.#resolve(ending),
      );
  }

  readonly #stop = () => this.end({ kind: 'stopped' });

  #expect(ms: number, otherwise: string): void {
    clearTimeout(this.#watch);
    if (!this.#over) this.#watch = setTimeout(() => this.end({ kind: 'lost', why: otherwise }), ms);
  }
}
