import { levels } from 'pino';

const mostKept = 200;

/** Takes an app's log: errors are kept, for whoever fails by one; from some level on lines are said. */
export class TestLog {
  readonly errors: string[] = [];
  /** To be logged at. */
  readonly level: string;
  readonly #said: number;
  readonly #to: { write(line: string): unknown };

  constructor(from: string, to: { write(line: string): unknown } = process.stderr) {
    this.#said = levels.values[from] ?? Infinity;
    this.level = this.#said < 50 ? from : 'error';
    this.#to = to;
  }

  write(line: string): void {
    const { level } = JSON.parse(line) as { level: number };
    if (level >= 50) this.errors.splice(0, this.errors.length - mostKept + 1, line);
    if (level >= this.#said) this.#to.write(line);
  }
}

/** What was logged of the errors in an answer, which tells their ids. */
export function loggedOf({ errorLines = [] }: { errorLines?: readonly string[] }, answer: unknown): string {
  const ids = JSON.stringify(answer).match(/(?<=errorId\W+)[\w-]{36}/g) ?? [];
  return errorLines.filter((line) => ids.some((id) => line.includes(id))).join('');
}
