import type { BattleEventsSubscription, BattleQuery } from '../gql/graphql.ts';

type Battle = NonNullable<BattleQuery['battle']>;
type Event = BattleEventsSubscription['battleEvents'];
type Person = Battle['host'];

export interface BattleState extends Omit<Battle, 'fighters' | 'fighting'> {
  fighters: ReadonlyMap<string, { person: Person; score: number; rank: number | null }>;
}

export function battleStateOf({ fighters, ...battle }: Battle): BattleState {
  return {
    ...battle,
    fighters: new Map(fighters.map(({ user, score, rank }) => [user.id, { person: user, score, rank }])),
  };
}

/** The battle after an event. Events say what is, so one that is applied twice changes nothing. */
export function afterBattleEvent(state: BattleState, event: Event): BattleState {
  switch (event.__typename) {
    case 'BattleJoined': {
      const fighters = new Map(state.fighters);
      for (const person of event.fighters) {
        if (!fighters.has(person.id)) fighters.set(person.id, { person, score: 0, rank: null });
      }
      return { ...state, fighters, fighterCount: event.fighterCount };
    }
    case 'BattleLeft': {
      const fighters = new Map(state.fighters);
      fighters.delete(event.person.id);
      return { ...state, fighters, fighterCount: event.fighterCount, host: event.host };
    }
    case 'BattleBegan':
      return { ...state, status: 'RUNNING', endsAt: event.endsAt, fighterCount: event.fighterCount };
    case 'BattleScored': {
      const fighters = new Map(state.fighters);
      for (const { person, score } of event.scores) fighters.set(person.id, { person, score, rank: null });
      return { ...state, fighters };
    }
    case 'BattleFinished':
      return {
        ...state,
        status: 'FINISHED',
        winner: event.winner ?? null,
        fighters: new Map(event.ranking.map(({ person, score, rank }) => [person.id, { person, score, rank }])),
      };
    case 'BattleCancelled':
      return { ...state, status: 'CANCELLED', cancelReason: event.cancelReason };
    default:
      return state;
  }
}

/** The fighters as they stand: by score, the rank of the first of equals; by the ranking once it is made. */
export function placesOf({ fighters }: Pick<BattleState, 'fighters'>) {
  const places = [...fighters.values()].toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || b.score - a.score);
  let rank = 0;
  return places.map((place, index) => {
    if (place.score !== places[index - 1]?.score) rank = index + 1;
    return { ...place, rank: place.rank ?? rank };
  });
}
