import { LRUCache } from 'lru-cache';
import type { LogDatabase } from '../eventLog.ts';
import type { PersonRef } from '../gameEvent.ts';

const keptPeople = 20_000;
/** A new display name shows after this long at most. */
const keptMs = 60_000;

/** Whom ids stand for, with what many boards show again and again kept at hand for a minute. */
export class People {
  readonly #pool: LogDatabase;
  readonly #known = new LRUCache<string, PersonRef>({
    // As a size: what has a `max` is made that large at once.
    maxSize: keptPeople,
    sizeCalculation: () => 1,
    ttl: keptMs,
  });

  constructor(pool: LogDatabase) {
    this.#pool = pool;
  }

  /** By id; those that don't exist are left out. One query for all that are not known, none when all are. */
  async refs(userIds: readonly string[]): Promise<Map<string, PersonRef>> {
    const found = new Map<string, PersonRef>();
    const unknown: string[] = [];
    for (const id of new Set(userIds)) {
      const person = this.#known.get(id);
      if (person) found.set(id, person);
      else unknown.push(id);
    }
    if (unknown.length === 0) return found;
    const { rows } = await this.#pool.query<PersonRef>({
      name: 'people-refs',
      text: 'select id, handle, display_name as "displayName" from users where id = any($1::uuid[])',
      values: [unknown],
    });
    for (const person of rows) {
      this.#known.set(person.id, person);
      found.set(person.id, person);
    }
    return found;
  }
}
