import { isHouse, type Pace, type TemperName } from './temper.ts';

interface Seated {
  user: { id: string; handle: string };
}
/** A table as the lobby lists it. */
export interface OpenTable {
  id: string;
  status: string;
  settings: { maxPlayers: number };
  host: { id: string };
  players: readonly Seated[];
}
export interface HousePlayer {
  id: string;
  temper: TemperName;
}

/** From as many seats on, one is left to people for good. */
const roomy = 4;

/** How patiently people wait: at first for one another, then for anyone at all, then for nobody. */
export type Patience = 'FRESH' | 'WAITING' | 'TIRED';

/**
 * How many more of the house a table takes: none without a person or before one has waited; the last seat is left to people,
 * at a small table until they are tired of waiting.
 */
export function roomFor({ status, settings, players }: OpenTable, patience: Patience): number {
  if (status !== 'LOBBY' || patience === 'FRESH' || players.every(({ user }) => isHouse(user))) return 0;
  const kept = settings.maxPlayers >= roomy || patience === 'WAITING' ? 1 : 0;
  return Math.max(0, settings.maxPlayers - kept - players.length);
}

/** Since when the people at each table wait. */
export class Waiting {
  readonly #pace: Pick<Pace, 'comeMs' | 'fillMs'>;
  #tables = new Map<string, { people: string; since: number }>();

  constructor(pace: Pick<Pace, 'comeMs' | 'fillMs'>) {
    this.#pace = pace;
  }

  /** How long nobody but the house came to, or left, each of these; others are forgotten. Of `now`, in milliseconds. */
  see(tables: readonly OpenTable[], now: number): Map<string, Patience> {
    const seen = tables.map(({ id, players }) => {
      const people = players.flatMap(({ user }) => (isHouse(user) ? [] : [user.id])).join(' ');
      const before = this.#tables.get(id);
      return [id, before?.people === people ? before : { people, since: now }] as const;
    });
    this.#tables = new Map(seen);
    return new Map(seen.map(([id, { since }]) => [id, this.#after(now - since)]));
  }

  #after(ms: number): Patience {
    if (ms < this.#pace.comeMs) return 'FRESH';
    return ms < this.#pace.fillMs ? 'WAITING' : 'TIRED';
  }
}

/** Who of `house`, in this order, sits down next at a table where a person waits; one at a time. */
export function whoSits(table: OpenTable, house: readonly HousePlayer[], patience: Patience): HousePlayer | undefined {
  if (roomFor(table, patience) === 0) return undefined;
  // At a table for two it is not always the same.
  const first = table.settings.maxPlayers > 2 ? 0 : sumOf(table.id) % Math.max(1, house.length);
  const turn = [...house.slice(first), ...house.slice(0, first)];
  return turn.find(({ id }) => !table.players.some(({ user }) => user.id === id));
}

/**
 * Whether one of the house gets up from a lobby: it hosts, which people should; no person is left; or the house, having
 * come from two sides at once, took the seat that people are left, and this one came last.
 */
export function getsUp({ status, settings, host, players }: OpenTable, id: string): boolean {
  if (status !== 'LOBBY' || !players.some(({ user }) => user.id === id)) return false;
  const crowded = settings.maxPlayers >= roomy && players.length >= settings.maxPlayers;
  const last = players.findLast(({ user }) => isHouse(user));
  return host.id === id || players.every(({ user }) => isHouse(user)) || (crowded && last?.user.id === id);
}

function sumOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter.codePointAt(0) ?? 0;
  return sum;
}
