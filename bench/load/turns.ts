import type { Operation } from './operation.ts';

/** An operation that players wait to do. */
export interface Turn {
  operation: Operation;
  done(result: unknown): void;
  failed(error: unknown): void;
}

/** What players are ready to do next, to be taken at the pace of the load. */
export class Turns {
  readonly #urgent: Turn[] = [];
  readonly #others: Turn[] = [];

  /** Resolves with the result once somebody has taken the turn. Urgent: a window is open. */
  ask<Payload>(operation: Operation, urgent = false): Promise<Payload> {
    return new Promise((resolve, reject) => {
      const turn = { operation, done: (result: unknown) => resolve(result as Payload), failed: reject };
      (urgent ? this.#urgent : this.#others).push(turn);
    });
  }

  /** Undefined: everyone waits for something. */
  take(): Turn | undefined {
    return this.#urgent.shift() ?? this.#others.shift();
  }
}
