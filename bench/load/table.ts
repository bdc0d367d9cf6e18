import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chosen } from '../soak/cluster.ts';
import { documents, type Kind } from './operation.ts';
import type { Turns } from './turns.ts';

/** As games are by default, but that anything may be challenged. */
const settings = { cupsPerPlayer: 6, challengesPerPlayer: 10, challengeSeconds: 15, answerSeconds: 15 };
/** Throws that nobody challenges; they land when their window closes. */
const shareLeft = 0.15;
/** After a window has closed, its thrower waits so much longer. */
const newsMs = 500;

interface Seat {
  token: string;
  /** Cups that nobody has thrown at yet. */
  cups: string[];
  /** From when this player may throw again, by `performance.now()`. */
  freeAt: number;
}

export interface TableOptions {
  tokens: readonly string[];
  turns: Turns;
  /** Told of each game, once everyone has a seat in it. */
  seated(gameId: string): void;
}

/** Some players who play one game after another, whenever they get a turn. */
export class Table {
  /** The game that is played, once it has begun. */
  gameId: string | undefined;
  readonly #options: TableOptions;
  readonly #begun = Promise.withResolvers<void>();

  constructor(options: TableOptions) {
    this.#options = options;
  }

  /** Resolves when the first game has begun. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  /** Never ends. A game in which something fails is left for another. */
  async play(): Promise<never> {
    for (;;) {
      try {
        await this.#playGame();
      } catch {
        // Whoever took the turn has counted it.
        await sleep(newsMs);
      }
    }
  }

  async #playGame(): Promise<void> {
    const { gameId, seats } = await this.#sitDown();
    this.gameId = gameId;
    this.#begun.resolve();
    while (seats.filter(({ cups }) => cups.length > 0).length > 1) {
      const thrower = seats.toSorted((one, other) => one.freeAt - other.freeAt)[0];
      if (!thrower) return;
      await sleep(Math.max(0, thrower.freeAt - performance.now()));
      await this.#throw(gameId, thrower, seats);
    }
    await sleep(Math.max(0, ...seats.map(({ freeAt }) => freeAt - performance.now())));
  }

  async #sitDown(): Promise<{ gameId: string; seats: Seat[] }> {
    const { tokens, seated } = this.#options;
    const [host = '', ...others] = tokens;
    const input = { maxPlayers: tokens.length, ...settings };
    const { game } = await this.#ask<{ game: { id: string } }>('seat', host, 'createGame', () => ({ input }));
    const { id: gameId } = game;
    for (const token of others) await this.#ask('seat', token, 'joinGame', () => ({ gameId }));
    seated(gameId);
    type Started = { game: { players: { cups: { id: string }[] }[] } };
    const started = await this.#ask<Started>('seat', host, 'startGame', () => ({ gameId }));
    const seats = tokens.map((token, seat) => {
      const cups = started.game.players[seat]?.cups.map(({ id }) => id) ?? [];
      return { token, cups, freeAt: performance.now() + Math.random() };
    });
    return { gameId, seats };
  }

  /** A throw and what becomes of it. */
  async #throw(gameId: string, thrower: Seat, seats: readonly Seat[]): Promise<void> {
    const owner = chosen(seats.filter((seat) => seat !== thrower && seat.cups.length > 0));
    const cupId = owner?.cups.pop();
    if (!owner || !cupId) return;
    const aim = { gameId, cupId, nonce: randomUUID() };
    // It may be a while until there is a turn, and a throw has to be fresh.
    const variables = () => ({ input: { ...aim, thrownAt: new Date() } });
    const flying = { saying: '"status":"IN_FLIGHT"' };
    type Thrown = { answerKey: string; throw: { id: string } };
    const thrown = await this.#ask<Thrown>('throw', thrower.token, 'throwBall', variables, flying);
    const { answerKey: secret } = thrown;
    const throwId = thrown.throw.id;
    if (Math.random() < shareLeft) {
      thrower.freeAt = performance.now() + settings.challengeSeconds * 1000 + newsMs;
      return;
    }
    const urgent = true;
    await this.#ask('challenge', owner.token, 'challengeThrow', () => ({ throwId }), { urgent });
    const landed = { urgent, saying: '"status":"LANDED"' };
    await this.#ask('answer', thrower.token, 'answerChallenge', () => ({ throwId, secret }), landed);
    thrower.freeAt = performance.now();
  }

  #ask<Payload>(
    kind: Kind,
    token: string,
    name: keyof typeof documents,
    variables: () => object,
    { urgent = false, ...more }: { urgent?: boolean; saying?: string } = {},
  ): Promise<Payload> {
    const expected = `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`;
    return this.#options.turns.ask({ kind, token, query: documents[name], variables, expected, ...more }, urgent);
  }
}

const fewest = 2;
const sizes = [fewest, 3, 4, 5, 6, 7, 8];

/** Everyone at tables of two to eight, nobody alone. */
export function seatAll<Person>(people: readonly Person[]): Person[][] {
  const tables: Person[][] = [];
  for (let at = 0; at < people.length;) {
    const wanted = sizes[tables.length % sizes.length] ?? fewest;
    const oneWouldBeLeft = people.length - at - wanted === 1;
    const size = oneWouldBeLeft ? wanted + (wanted > fewest ? -1 : 1) : wanted;
    tables.push(people.slice(at, at + size));
    at += size;
  }
  return tables;
}
