import { isRecord } from './isRecord.ts';

/** What a client can know: everything the server answered it, by the names of the fields it came in. */
export class Known {
  readonly #ids = new Map<string, string[]>();
  readonly #texts = new Map<string, string[]>();
  readonly #allIds: string[] = [];
  readonly #all: string[] = [];

  /** Keeps every text of an answer. The same answers in the same order make the same knowledge. */
  learn(answer: unknown, name = ''): void {
    if (Array.isArray(answer)) for (const item of answer) this.learn(item, name);
    else if (isRecord(answer)) for (const [key, value] of Object.entries(answer)) this.learn(value, key);
    else if (typeof answer === 'string') this.#keep(answer, name);
  }

  /** Global ids of that type. */
  idsOf(typename: string): readonly string[] {
    return this.#ids.get(typename) ?? [];
  }

  /** What fields of that name held. */
  named(name: string): readonly string[] {
    return this.#texts.get(name) ?? [];
  }

  get ids(): readonly string[] {
    return this.#allIds;
  }

  get texts(): readonly string[] {
    return this.#all;
  }

  #keep(text: string, name: string): void {
    const [, typename] = /^([A-Z][A-Za-z]*):[0-9a-f-]{36}$/.exec(text) ?? [];
    if (typename) {
      add(this.#ids, typename, text);
      this.#allIds.push(text);
    }
    add(this.#texts, name, text);
    this.#all.push(text);
  }
}

function add(lists: Map<string, string[]>, name: string, text: string): void {
  const list = lists.get(name) ?? [];
  list.push(text);
  lists.set(name, list);
}
