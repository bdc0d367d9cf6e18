import type { Fate } from './fates.ts';
import { type Arrival, isTaken } from './receiver.ts';

/** Lanes, with what each is to be told, in order. */
export type Expected = ReadonlyMap<string, readonly string[]>;

export interface Verdict {
  messages: number;
  lost: number;
  /** Calls for what was not next in its lane: before what comes first, or again once that was over. */
  outOfOrder: number;
  /** Messages under another id or with another body the second time, and ids of two messages. */
  changed: number;
  /** Messages nobody asked for. */
  unasked: number;
  /** Messages taken again, by what kept the sender from knowing that they were. */
  again: { afterCut: number; afterKill: number; unexplained: number };
  /** Of those after kills, the most after one. */
  mostAgainAfterKill: number;
  calls: number;
  fates: Partial<Record<Fate, number>>;
  mostCalls: number;
  /** The first breaches, in words. */
  breaches: string[];
}

/** A call answered so short before its sender was killed may not have been noted; calls may come that late from a dead one. */
const aroundKillMs = 2_000;
const keptBreaches = 10;

type Told = Pick<Arrival, 'id' | 'body'> & { calls: number; last: Arrival | undefined };

/** Holds what arrived against what was to be told. `kills`: when the sender was killed, as `performance.now()`. */
export function judge(arrivals: readonly Arrival[], expected: Expected, kills: readonly number[]): Verdict {
  const verdict: Verdict = {
    messages: [...expected.values()].reduce((sum, { length }) => sum + length, 0),
    lost: 0,
    outOfOrder: 0,
    changed: 0,
    unasked: 0,
    again: { afterCut: 0, afterKill: 0, unexplained: 0 },
    mostAgainAfterKill: 0,
    calls: arrivals.length,
    fates: {},
    mostCalls: 0,
    breaches: [],
  };
  const breach = (kind: 'lost' | 'outOfOrder' | 'changed' | 'unasked', what: string) => {
    verdict[kind] += 1;
    if (verdict.breaches.length < keptBreaches) verdict.breaches.push(`${kind}: ${what}`);
  };
  const places = placesOf(expected);
  /** How many of a lane were taken, from its beginning on. */
  const done = new Map<string, number>();
  const told = new Map<string, Told>();
  const ids = new Map<string, string>();
  const againAfter = new Map<number, number>();
  for (const arrival of arrivals) {
    const { lane, what, id, body, fate } = arrival;
    verdict.fates[fate] = (verdict.fates[fate] ?? 0) + 1;
    const key = `${lane} ${what}`;
    const place = places.get(key);
    if (place === undefined) {
      breach('unasked', key);
      continue;
    }
    const known = told.get(key) ?? { id, body, calls: 0, last: undefined };
    told.set(key, known);
    known.calls += 1;
    if (known.id !== id || known.body !== body) breach('changed', `${key}: ${known.id}, then ${id}`);
    if ((ids.get(id) ?? key) !== key) breach('changed', `${id} is ${ids.get(id)} and ${key}`);
    ids.set(id, key);
    const next = done.get(lane) ?? 0;
    if (place > next || place < next - 1) breach('outOfOrder', `${key} is number ${place} and came after ${next}`);
    if (!isTaken(fate)) continue;
    if (place === next) done.set(lane, next + 1);
    if (known.last) {
      const kill = killBetween(known.last, arrival, kills);
      if (known.last.fate === 'CUT') verdict.again.afterCut += 1;
      else if (kill !== undefined) againAfter.set(kill, (againAfter.get(kill) ?? 0) + 1);
      else verdict.again.unexplained += 1;
    }
    known.last = arrival;
  }
  for (const key of places.keys()) if (!told.get(key)?.last) breach('lost', key);
  verdict.again.afterKill = [...againAfter.values()].reduce((sum, count) => sum + count, 0);
  verdict.mostAgainAfterKill = Math.max(0, ...againAfter.values());
  for (const { calls } of told.values()) verdict.mostCalls = Math.max(verdict.mostCalls, calls);
  return verdict;
}

function placesOf(expected: Expected): Map<string, number> {
  const places = new Map<string, number>();
  for (const [lane, whats] of expected) {
    for (const [place, what] of whats.entries()) places.set(`${lane} ${what}`, place);
  }
  return places;
}

/** The kill that explains why what was taken came again. */
function killBetween(first: Arrival, second: Arrival, kills: readonly number[]): number | undefined {
  return kills.find((kill) => Math.abs(first.at - kill) < aroundKillMs && kill < second.at);
}
