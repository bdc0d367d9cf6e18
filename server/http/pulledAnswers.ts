import type { ExecutionResult } from 'graphql';
import type { Sink } from '../../subscriptions/fanout.ts';
import type { SharedAnswer } from './sharedAnswer.ts';

/** So many answers wait for whoever pulls; more wait where they come from. */
const capacity = 16;

/** Answers for whoever pulls them, as Yoga's event streams do. */
export class PulledAnswers implements Sink<SharedAnswer>, AsyncIterableIterator<ExecutionResult> {
  readonly #source: { stop(): void };
  readonly #waiting: SharedAnswer[] = [];
  /** Set once no more comes. */
  #ended: { error?: unknown } | undefined;
  #wake: (() => void) | undefined;
  #drained = Promise.resolve();
  #room: (() => void) | undefined;

  constructor(begin: (sink: Sink<SharedAnswer>) => { stop(): void }) {
    this.#source = begin(this);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  write(answer: SharedAnswer): boolean {
    this.#waiting.push(answer);
    this.#wake?.();
    if (this.#waiting.length < capacity) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#drained = promise;
    this.#room = resolve;
    return false;
  }

  drained(): Promise<void> {
    return this.#drained;
  }

  end(error?: unknown): void {
    this.#ended ??= error === undefined ? {} : { error };
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    while (this.#waiting.length === 0 && !this.#ended) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
    const answer = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#room?.();
    if (answer) return { done: false, value: answer.result };
    const { error } = this.#ended ?? {};
    if (error === undefined) return { done: true, value: undefined };
    this.#ended = {};
    throw error;
  }

  return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#waiting.length = 0;
    this.#source.stop();
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }
}
