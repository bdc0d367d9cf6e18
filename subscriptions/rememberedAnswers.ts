import { LRUCache } from 'lru-cache';

/** What listeners want to know of every item. */
export interface Question<Answer> {
  /** Equal for questions that have equal answers to whatever comes along a stream. */
  readonly key: string;
  /** The answer as this viewer may see it; null: as anyone may. A failure is an answer, too. */
  answer(item: object, viewer: string | null): Answer | Promise<Answer>;
}

/** So much of what was answered last is kept for those who come to it later. */
const rememberedBytes = 32_000_000;
/** Of one answer, where nothing is known of it. */
const usualSize = 1_000;

/** Answers are made once, however many ask, as long as they are remembered. A failure is not. */
export class RememberedAnswers<Answer extends object> {
  readonly #counts: { answered: number };
  readonly #sizeOf: (answer: Answer) => number;
  readonly #remembered: LRUCache<string, Answer | Promise<Answer>>;
  readonly #numbers = new WeakMap<object, number>();
  #lastNumber = 0;

  /** `sizeOf`: about how many bytes an answer takes, with all that hangs on it. */
  constructor(counts: { answered: number }, sizeOf: (answer: Answer) => number = () => usualSize) {
    this.#counts = counts;
    this.#sizeOf = sizeOf;
    const options = { maxSize: rememberedBytes, sizeCalculation: () => usualSize };
    this.#remembered = new LRUCache(options);
  }

  of(question: Question<Answer>, item: object, viewer: string | null): Answer | Promise<Answer> {
    const key = JSON.stringify([this.#numberOf(item), viewer, question.key]);
    const known = this.#remembered.get(key);
    if (known) return known;
    const made = question.answer(item, viewer);
    this.#counts.answered += 1;
    this.#remember(key, made);
    return made;
  }

  #remember(key: string, made: Answer | Promise<Answer>): void {
    if (!(made instanceof Promise)) return void this.#remembered.set(key, made, { size: this.#sizeOf(made) });
    this.#remembered.set(key, made);
    made.then(
      (answer) => this.#remembered.set(key, answer, { size: this.#sizeOf(answer) }),
      () => this.#remembered.delete(key),
    );
  }

  #numberOf(item: object): number {
    const number = this.#numbers.get(item) ?? (this.#lastNumber += 1);
    this.#numbers.set(item, number);
    return number;
  }
}
