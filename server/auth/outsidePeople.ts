import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pg, { type Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { firstCoins, firstLevel } from '../../resolvers/account/newUser.ts';
import type { Clock } from '../../resolvers/clock.ts';
import type { ProductObserver } from '../../resolvers/productObserver.ts';

export interface OutsidePerson {
  issuer: string;
  subject: string;
  /** What they would like to be called. */
  wanted: string | undefined;
}

export interface KnownPerson {
  id: string;
  handle: string;
}

const remembered = 50_000;
const uniqueViolation = '23505';
const mostTries = 5;

/** People whom another issuer vouches for, by (issuer, subject): an account is made at first sight and never merged. */
export class OutsidePeople {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #product: Pick<ProductObserver, 'signedUp'> | undefined;
  readonly #known = new LRUCache<string, KnownPerson>({
    // As a size: what has a `max` is made that large at once.
    maxSize: remembered,
    sizeCalculation: () => 1,
  });

  constructor(pool: Pool, clock: Clock, product?: Pick<ProductObserver, 'signedUp'>) {
    this.#pool = pool;
    this.#clock = clock;
    this.#product = product;
  }

  async personOf(person: OutsidePerson): Promise<KnownPerson> {
    const key = JSON.stringify([person.issuer, person.subject]);
    const known = this.#known.get(key) ?? (await this.#find(person)) ?? (await this.#make(person));
    this.#known.set(key, known);
    return known;
  }

  async #find({ issuer, subject }: OutsidePerson): Promise<KnownPerson | undefined> {
    const { rows } = await this.#pool.query<KnownPerson>(
      'select id, handle from users where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return rows[0];
  }

  /** The handle they want, or, where it is taken or can't be one, that with something after it. */
  async #make(person: OutsidePerson): Promise<KnownPerson> {
    const { issuer, subject, wanted = '' } = person;
    const wish = wanted
      .replaceAll(/[^A-Za-z0-9_.-]/g, '')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 24);
    for (let tries = 1; ; tries += 1) {
      const plain = tries === 1 && wish.length >= 2;
      const handle = plain ? wish : `${wish || 'player'}-${randomBytes(3).toString('hex')}`;
      try {
        const { rows } = await this.#pool.query<KnownPerson>(
          `with made as (
             insert into users (id, handle, display_name, guest, level, coins, created_at, issuer, subject)
             values ($1, $2, $3, false, $4, $5, $6, $7, $8)
             on conflict (issuer, subject) where issuer is not null do nothing returning id, handle),
           welcomed as (
             insert into coin_entry (reference, account, amount, reason, at)
             select 'Welcome:' || id, leg.account, leg.amount, 'WELCOME', $6
             from made, lateral (values ('User:' || id, $5::int), ('House:WELCOME', -$5::int)) leg(account, amount))
           select id, handle from made`,
          [uuid(), handle, wish || handle, firstLevel, firstCoins, new Date(this.#clock.now()), issuer, subject],
        );
        if (rows[0]) this.#product?.signedUp(rows[0].id, 'ISSUER');
        const made = rows[0] ?? (await this.#find(person));
        if (made) return made;
      } catch (error) {
        const taken = error instanceof pg.DatabaseError && error.code === uniqueViolation;
        if (!taken || tries === mostTries) throw error;
      }
    }
  }
}
