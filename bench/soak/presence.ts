/** How many absences are remembered: an event is not on its way through more cuts than this. */
const kept = 16;

/** When a client was away from a stream, so that the time can be taken off an event's way. Unix milliseconds. */
export class Presence {
  #absences: { from: number; to: number }[] = [];
  /** Away since then; undefined: here. Who has never come has been away always. */
  #awaySince: number | undefined = 0;

  get here(): boolean {
    return this.#awaySince === undefined;
  }

  leave(at: number): void {
    this.#awaySince ??= at;
  }

  come(at: number): void {
    if (this.#awaySince !== undefined)
      this.#absences = [...this.#absences.slice(1 - kept), { from: this.#awaySince, to: at }];
    this.#awaySince = undefined;
  }

  /** Milliseconds away between two times, up to the last time it came. */
  awayBetween(from: number, to: number): number {
    return this.#absences.reduce(
      (sum, absence) => sum + Math.max(0, Math.min(to, absence.to) - Math.max(from, absence.from)),
      0,
    );
  }
}
