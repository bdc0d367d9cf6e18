/** One game as its subscribers have seen it together: what came as its event 1, 2, 3 … */
export class GameRecord {
  readonly id: string;
  readonly #seen: string[] = [];

  constructor(id: string) {
    this.id = id;
  }

  /** Notes what a subscriber got; false when another got something else under that number. */
  note(seq: number, what: string): boolean {
    this.#seen[seq] ??= what;
    return this.#seen[seq] === what;
  }

  /** What came under that number, at whoever got it first. */
  seen(seq: number): string | undefined {
    return this.#seen[seq];
  }
}

/** Events are compared by type and throw. */
export function whatIs(type: string, throwId: string | null | undefined): string {
  return throwId ? `${type} ${throwId}` : type;
}
