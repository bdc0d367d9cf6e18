/** From the best to the one that always works. */
export const transportNames = ['websocket', 'sse', 'polling'] as const;
export type TransportName = (typeof transportNames)[number];

/**
 * Which transport to use. One that fails `tries` times in a row to open is left for the next worse, as is one that opens
 * twice as often in vain: something between lets no more through than the beginning. From the worst it goes round to the
 * best, as then it is the server that is away. The way back up is found by trying, see `better`.
 */
export class Ladder {
  readonly #rungs: readonly TransportName[];
  readonly #tries: number;
  #at = 0;
  #failures = 0;
  #inVain = 0;

  /** The best first; at least one. */
  constructor(rungs: readonly TransportName[], tries: number) {
    if (rungs.length === 0) throw new TypeError('There is no transport: neither WebSocket, SSE nor polling is set up.');
    this.#rungs = rungs;
    this.#tries = tries;
  }

  get current(): TransportName {
    return this.#rungs[this.#at] ?? 'websocket';
  }

  /** Transports above the current one, the best first. */
  get better(): readonly TransportName[] {
    return this.#rungs.slice(0, this.#at);
  }

  opened(): void {
    this.#failures = 0;
  }

  progressed(): void {
    this.#inVain = 0;
  }

  /** It did not open. True: another transport is next. */
  failed(): boolean {
    this.#failures += 1;
    return this.#failures >= this.#tries && this.#down();
  }

  /** It opened, and was lost before it brought anything. True: another transport is next. */
  failedOpen(): boolean {
    this.#inVain += 1;
    return this.#inVain >= 2 * this.#tries && this.#down();
  }

  /** Up to a transport that was seen to open; one failure there leads down again. */
  climb(to: TransportName): void {
    this.#at = Math.max(0, this.#rungs.indexOf(to));
    this.#failures = this.#tries - 1;
    this.#inVain = 2 * this.#tries - 1;
  }

  #down(): boolean {
    this.#failures = 0;
    this.#inVain = 0;
    this.#at = (this.#at + 1) % this.#rungs.length;
    return this.#rungs.length > 1;
  }
}
