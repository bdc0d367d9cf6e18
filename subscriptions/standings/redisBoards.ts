import type { Redis } from 'ioredis';
import { z } from 'zod';
import { decodeMember, encodeStanding } from './member.ts';
import { patiently } from './patiently.ts';
import { defineStandingsCommands } from './redisCommands.ts';
import type { BoardSeason, WrittenStanding } from './standing.ts';

/** Boards nobody has read for so long are let go. */
const keptMs = 7 * 86_400_000;
/** Standings that one command applies: a few milliseconds, in which Redis does nothing else. */
const chunkSize = 500;
/** A node that loads a board says so more often than that, or another one begins. */
const loadingMs = 10_000;

/** Names what Redis has of one season of one board; the part in braces keeps it on one node of a cluster. */
export interface BoardKeys {
  name: string;
  ranks: string;
  held: string;
  loading: string;
  /** Of all boards: the names of those loaded. */
  loaded: string;
}

/** What a board's copy says of itself; see `redisCommands.ts`. */
export interface CopyState {
  generation: string;
  snapshot: string;
  /** Redis's clock, in milliseconds. */
  now: string;
}

export type Question =
  | ['TOP', from: number, to: number]
  | ['ENTRIES', ...people: string[]]
  | ['AROUND', radius: number, person: string]
  | ['SIZE'];

/** Somebody as a copy has them. */
export interface RankedStanding extends WrittenStanding {
  rank: number;
}

export type Answer =
  | { state: 'ABSENT' }
  | ({ state: 'STALE' } & CopyState)
  | ({ state: 'FRESH'; standings: RankedStanding[]; size: number } & CopyState);

const answer = z.union([
  z.tuple([z.literal('ABSENT')]),
  z.tuple([z.literal('STALE'), z.string(), z.string(), z.string()]),
  z.tuple([
    z.literal('FRESH'),
    z.string(),
    z.string(),
    z.string(),
    z.number(),
    z.array(z.union([z.number(), z.string()])),
  ]),
]);
const begun = z.tuple([z.string(), z.string(), z.string()]);

/** Copies of boards in Redis. A method fails when Redis does, and then may or may not have done its work. */
export class RedisBoards {
  readonly #redis: Redis;
  readonly #prefix: string;

  constructor(redis: Redis, prefix: string) {
    defineStandingsCommands(redis);
    this.#redis = redis;
    this.#prefix = `${prefix}standings:`;
  }

  /** A restored database never meets the copies made before. */
  keys(epoch: string, { scoreboardId, season }: Pick<BoardSeason, 'scoreboardId' | 'season'>): BoardKeys {
    const name = `${scoreboardId}:${season}`;
    const of = `${this.#prefix}${epoch}`;
    const key = (part: string) => `${of}:{${name}}:${part}`;
    return { name, ranks: key('ranks'), held: key('held'), loading: key('loading'), loaded: `${of}:loaded` };
  }

  /** Asks a copy that was synced `mostAgeMs` ago at most; undefined takes any that is complete. */
  async ask({ ranks, held }: BoardKeys, mostAgeMs: number | undefined, question: Question): Promise<Answer> {
    const [what, ...args] = question;
    const said = answer.parse(await this.#redis.standingsRead(ranks, held, mostAgeMs ?? '', what, ...args));
    if (said[0] === 'ABSENT') return { state: said[0] };
    const [state, generation, snapshot, now] = said;
    if (state === 'STALE') return { state, generation, snapshot, now };
    const [, , , , size, rows] = said;
    return { state, generation, snapshot, now, size, standings: decoded(rows) };
  }

  /** Begins to load a board, or joins those who do: its snapshot stays empty until one of them is through. */
  async begin({ ranks, held }: BoardKeys, generation: string): Promise<CopyState> {
    const [found, snapshot, now] = begun.parse(await this.#redis.standingsBegin(ranks, held, generation, keptMs));
    return { generation: found, snapshot, now };
  }

  /** All sent at once, before any call after this one; a board that is not held stays so. */
  async tell(keys: BoardKeys, standings: readonly WrittenStanding[]): Promise<void> {
    await Promise.all(chunks(standings).map((chunk) => this.#apply(keys, chunk, '')));
  }

  /** False: this life of the copy is over. */
  async apply(keys: BoardKeys, standings: readonly WrittenStanding[], generation: string): Promise<boolean> {
    for (const chunk of chunks(standings)) {
      if (!(await this.#apply(keys, chunk, generation))) return false;
    }
    return true;
  }

  /** As `apply`; then all that was committed by the snapshot is there, as of `now`. */
  async complete(keys: BoardKeys, standings: readonly WrittenStanding[], state: CopyState): Promise<boolean> {
    const { generation, snapshot, now } = state;
    const last = Math.max(0, standings.length - chunkSize);
    // Only when all before are known to be there: a copy without them must never pass as complete.
    if (!(await this.apply(keys, standings.slice(0, last), generation))) return false;
    const done = await this.#apply(keys, standings.slice(last), generation, snapshot, now);
    if (done) this.#redis.sadd(keys.loaded, keys.name).catch(() => undefined);
    return done;
  }

  async forget({ ranks, held }: BoardKeys): Promise<void> {
    await this.#redis.unlink(ranks, held);
  }

  /** False: another node is loading the board. Only spares the database: two that load it do no harm. */
  async claim({ loading }: BoardKeys, node: string): Promise<boolean> {
    return (await this.#redis.set(loading, node, 'PX', loadingMs, 'NX')) !== null;
  }

  async renewClaim({ loading }: BoardKeys): Promise<void> {
    await this.#redis.pexpire(loading, loadingMs);
  }

  async giveUpClaim({ loading }: BoardKeys): Promise<void> {
    await this.#redis.del(loading);
  }

  /** The boards that have been loaded, and may be gone again. */
  async loaded(epoch: string): Promise<BoardSeason[]> {
    const { loaded } = this.keys(epoch, { scoreboardId: '', season: 0 });
    return (await this.#redis.smembers(loaded)).map((name) => {
      const [scoreboardId = '', season] = name.split(':');
      return { scoreboardId, season: Number(season), large: true };
    });
  }

  async notLoaded({ loaded, name }: BoardKeys): Promise<void> {
    await this.#redis.srem(loaded, name);
  }

  /** Keys of the people a copy has, some twice, a few hundred at a time. */
  async *people({ held }: BoardKeys): AsyncGenerator<string[]> {
    let cursor = '0';
    do {
      const from = cursor;
      const [next, found] = await patiently(() => this.#redis.hscan(held, from, 'COUNT', chunkSize));
      yield found.filter((field, index) => index % 2 === 0 && !ownFields.has(field));
      cursor = next;
    } while (cursor !== '0');
  }

  async #apply(
    { ranks, held }: BoardKeys,
    standings: readonly WrittenStanding[],
    generation: string,
    snapshot = '',
    synced = '',
  ): Promise<boolean> {
    const encoded = standings.flatMap((standing) => encodeStanding(standing));
    return (await this.#redis.standingsApply(ranks, held, generation, snapshot, synced, keptMs, ...encoded)) === 1;
  }
}

const ownFields = new Set(['generation', 'snapshot', 'synced']);

/** Of rows of rank from 0, member and rank key, one after the other. */
function decoded(rows: readonly (number | string)[]): RankedStanding[] {
  return Array.from({ length: rows.length / 3 }, (_, index) => {
    const [rank, member, rankKey] = rows.slice(index * 3, index * 3 + 3);
    return { ...decodeMember(String(member), Number(rankKey)), rank: Number(rank) + 1 };
  });
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / chunkSize);
  return Array.from({ length: count }, (_, index) => items.slice(index * chunkSize, (index + 1) * chunkSize));
}
