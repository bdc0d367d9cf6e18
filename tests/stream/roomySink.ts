import type { Sink } from '../../subscriptions/fanout.ts';

/** A listener of a fan-out that has room for so many answers, and for no more until it is drained. */
export abstract class RoomySink<Told> implements Sink<Told> {
  #room: number;
  #full: PromiseWithResolvers<void> | undefined;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.#room = room;
  }

  /** Whether it has said that it takes no more. */
  get full(): boolean {
    return this.#full !== undefined;
  }

  /** Is given every answer, before there is less room for it. */
  protected abstract note(told: Told): void;

  write(told: Told): boolean {
    this.note(told);
    this.#room -= 1;
    if (this.#room <= 0) this.#full ??= Promise.withResolvers();
    return !this.#full;
  }

  drained(): Promise<void> {
    return this.#full?.promise ?? Promise.resolve();
  }

  drain(room: number): void {
    this.#room = room;
    this.#full?.resolve();
    this.#full = undefined;
  }

  abstract end(error?: unknown): void;
}
