import type { Person, Place } from './room.ts';

/** The place that is told of: without points there is none, as the order of those who have none means nothing. */
export function placeOf({ rank, score }: { rank: number | null; score: number }): number | null {
  return score > 0 ? rank : null;
}

/** Whoever has no points shares the place of the first who has none. */
export function withShared(places: readonly Place[]): Place[] {
  const last = places.find(({ score }) => score <= 0)?.rank;
  return places.map((place) => ({ ...place, rank: placeOf(place) ?? last ?? place.rank }));
}

/** Nobody wins without points. */
export function winnerOf(podium: readonly Place[] | null): Person | null {
  const [first] = podium ?? [];
  return first && placeOf(first) ? first.person : null;
}
