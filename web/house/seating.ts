import { isHouse, type TemperName } from './temper.ts';

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

/** From as many seats on, one is left to people. */
const roomy = 4;

/** How many more of the house a table takes: none without a person, and never a roomy table's last seat. */
export function roomFor({ status, settings, players }: OpenTable): number {
  if (status !== 'LOBBY' || players.every(({ user }) => isHouse(user))) return 0;
  const kept = settings.maxPlayers >= roomy ? 1 : 0;
  return Math.max(0, settings.maxPlayers - kept - players.length);
}

/** Who of `house`, in this order, sits down next at a table where a person waits; one at a time. */
export function whoSits(table: OpenTable, house: readonly HousePlayer[]): HousePlayer | undefined {
  if (roomFor(table) === 0) return undefined;
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
