/** A question as the quiz has it. */
export interface KeyedQuestion {
  body: string;
  options: string[];
  correctOptions: number[];
  seconds: number;
  points: number;
}

/** What a room is run by, as far as it matters here. */
export interface RecordSettings {
  advance: 'HOST' | 'AUTOMATIC';
  intermissionSeconds: number;
  answerChange: 'FIRST' | 'LAST';
  revealEarly: boolean;
  alpha: number;
}

/** An answer that the server said it has. */
export interface AcceptedAnswer {
  options: number[];
  elapsedMs: number;
}

/** One room as everybody in it has seen it together, and the answers that they were told are kept. */
export class RoomRecord {
  readonly id: string;
  readonly settings: RecordSettings;
  readonly questions: readonly KeyedQuestion[];
  readonly #seen: string[] = [];
  readonly #accepted: Map<string, AcceptedAnswer>[];

  constructor(id: string, settings: RecordSettings, questions: readonly KeyedQuestion[]) {
    this.id = id;
    this.settings = settings;
    this.questions = questions;
    this.#accepted = questions.map(() => new Map());
  }

  /** Notes what somebody got under a number; false when another got something else. */
  note(seq: number, what: string): boolean {
    this.#seen[seq] ??= what;
    return this.#seen[seq] === what;
  }

  /** The server said that it has this answer; a later one takes the place of one before. */
  accept(questionIndex: number, userId: string, answer: AcceptedAnswer): void {
    this.#accepted[questionIndex]?.set(userId, answer);
  }

  /** By user. */
  accepted(questionIndex: number): ReadonlyMap<string, AcceptedAnswer> {
    return this.#accepted[questionIndex] ?? new Map();
  }
}
