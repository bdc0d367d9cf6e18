/** What stands in a document as it is written: a variable, an enum's value, a number JavaScript has no name for. */
export class Bare {
  readonly text: string;
  readonly #json: string;

  /** `json`: what it is in JSON, where that is another text. */
  constructor(text: string, json = text) {
    this.text = text;
    this.#json = json;
  }

  toJSON(): string {
    return this.#json;
  }
}

/** A number as it is spelled, in documents and in JSON. */
export function spelled(number: string): Bare {
  return new Bare(number, `spelled:${number}`);
}

/** A value as GraphQL writes it. */
export function literal(value: unknown): string {
  if (value instanceof Bare) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, held]) => `${name}: ${literal(held)}`)
      .join(' ')} }`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** JSON, with numbers as they are spelled. */
export function jsonOf(value: unknown): string {
  return (JSON.stringify(value) ?? '').replaceAll(/"spelled:([^"]*)"/g, '$1');
}
