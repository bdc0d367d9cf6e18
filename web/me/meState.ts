import type { MeQuery, MyEventsSubscription } from '../gql/graphql.ts';

export type MeState = NonNullable<MeQuery['me']>;
export type MyEvent = MyEventsSubscription['myEvents'];

/** Who plays here after an event that concerns them. Events say what is, so one that is applied twice changes nothing. */
export function afterMyEvent(state: MeState, event: MyEvent): MeState {
  switch (event.__typename) {
    case 'CoinsChanged':
      return { ...state, coins: event.coins };
    case 'LevelUp':
      return { ...state, level: event.newLevel };
    default:
      return state;
  }
}
