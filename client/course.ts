import type { Backoff } from './backoff.ts';
import { StreamFailedError, type Ending } from './ending.ts';
import type { Ladder } from './ladder.ts';

/** How a session went, up to its ending. */
export interface Passage {
  /** The server answered that it serves. */
  opened: boolean;
  /** An event was taken, or the connection lived long. */
  progressed: boolean;
}

/** What comes after a session: the end of the stream, or the next session after a pause; no `waitMs`: at once. */
export type Next = { over: 'completed' } | { over: 'failed'; error: unknown } | { why: string; waitMs?: number };

/** As often in a row, without progress, the server may refuse a fresh token, or fail; then that is final. */
const refusalsAllowed = 3;
const troublesAllowed = 6;

/** Decides how a stream goes on after each ending, by what happened before. */
export class Course {
  readonly ladder: Ladder;
  readonly #backoff: Backoff;
  #refusals = 0;
  #troubles = 0;
  #renew = false;

  constructor(ladder: Ladder, backoff: Backoff) {
    this.ladder = ladder;
    this.#backoff = backoff;
  }

  /** Whether the last token was refused or has ended. */
  get renew(): boolean {
    return this.#renew;
  }

  after(ending: Ending, { opened, progressed }: Passage): Next {
    if (opened) this.ladder.opened();
    if (progressed) this.#goesWell();
    if (ending.kind !== 'noToken') this.#renew = ending.kind === 'refused' || ending.kind === 'expired';
    switch (ending.kind) {
      case 'completed':
        return { over: 'completed' };
      case 'failed':
        return { over: 'failed', error: ending.error };
      case 'stopped':
        return { why: 'stopped' };
      case 'lagging':
        return { why: ending.why };
      case 'better':
        this.ladder.climb(ending.to);
        return { why: ending.why };
      case 'lost':
        return this.#again(progressed ? ending.why : this.#inVain(opened, ending.why));
      case 'refused':
        this.#refusals += 1;
        return this.#refusals < refusalsAllowed ? this.#again(ending.why) : failure(ending);
      case 'troubled':
        this.#troubles += 1;
        return this.#troubles < troublesAllowed ? this.#again(ending.why) : failure(ending);
      case 'busy':
        return this.#again(ending.why, ending.waitMs);
      case 'noToken':
      case 'expired':
      case 'elsewhere':
      case 'missing':
        return this.#again(ending.why);
    }
  }

  #again(why: string, atLeastMs = 0): Next {
    return { why, waitMs: atLeastMs + this.#backoff.next() };
  }

  #inVain(opened: boolean, why: string): string {
    const { current } = this.ladder;
    const leftFor = opened ? this.ladder.failedOpen() : this.ladder.failed();
    const how = opened ? 'opens in vain' : 'does not open';
    if (leftFor) return `${current} ${how}, ${this.ladder.current} is next: ${why}`;
    return opened ? why : `${current} ${how}: ${why}`;
  }

  #goesWell(): void {
    this.ladder.progressed();
    this.#backoff.reset();
    this.#refusals = 0;
    this.#troubles = 0;
  }
}

function failure({ why, errors }: Extract<Ending, { kind: 'refused' | 'troubled' }>): Next {
  return { over: 'failed', error: new StreamFailedError(why, errors) };
}
