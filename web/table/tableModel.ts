import type { TableEventsSubscription, TableQuery } from '../gql/graphql.ts';

export type TableEvent = TableEventsSubscription['gameEvents'];
export type GameRead = NonNullable<TableQuery['game']>;
export type Person = GameRead['players'][number]['user'];
export type Cup = GameRead['players'][number]['cups'][number];
export type ThrowStatus = GameRead['throws']['edges'][number]['node']['status'];

/** Someone's place at the table, also of who gave up. */
export interface Seat {
  person: Person;
  seat: number;
  score: number;
  challengesLeft: number;
  sittingOutUntil: string | null;
  leftAt: string | null;
  /** By position; empty for someone who sat down after the state was read. */
  cups: readonly Cup[];
}

/** A throw that flew. */
export interface Ball {
  id: string;
  thrower: Person;
  cupId: string;
  ownerId: string;
  status: ThrowStatus;
  challengeBy: string;
  /** Null until it is challenged. */
  answerBy: string | null;
  challenger: Person | null;
  /** It was over when the state was read: nobody here saw it fly. */
  old: boolean;
}

/** One line of what happened; the words are in the texts. */
export type Line = { key: string; throwId?: string } & (
  | { what: 'joined' | 'left' | 'forfeited' | 'answered' | 'answeredWrong'; who: Person }
  | { what: 'started' | 'abandoned' }
  | { what: 'finished'; who: Person | null }
  | {
      what: 'thrown' | 'challenged' | 'landed' | 'fooled' | 'overturned' | 'lapsed' | 'voided';
      who: Person;
      whom: Person | null;
    }
  | { what: 'rejected'; who: Person; why: string; times: number }
  | { what: 'penalised'; who: Person; why: string; points: number }
);

export interface TableState {
  id: string;
  status: GameRead['status'];
  hostId: string;
  winner: Person | null;
  settings: GameRead['settings'];
  /** By seat. */
  seats: readonly Seat[];
  /** Those in the air and the last few that are over, in the order they were thrown. */
  balls: readonly Ball[];
  log: readonly Line[];
  /** The last event applied; 0 before the first. */
  seq: number;
}

export const inTheAir = ({ status }: Pick<Ball, 'status'>) => status === 'IN_FLIGHT' || status === 'CHALLENGED';
