import { v5, v7 } from 'uuid';
import { eventsVersion, type KindName, type Props } from './kinds.ts';

/** Something that happened, as it waits to be written. */
export interface ProductEvent<Name extends KindName = KindName> {
  type: Name;
  /** Unix time in milliseconds. */
  at: number;
  /** Null: nobody in particular. */
  user: string | null;
  props: Props<Name>;
  /** What can happen only once with this type and user. Left out: it may happen again. */
  once?: string;
}

/** One entry of the Redis Stream: its fields and values in turn, always these fields in this order. */
export type Entry = readonly string[];

const namespace = 'b5a7a1c6-6f0b-4e53-9d0e-7c7f0a2f5f11';

/** The id of what happens once is made from what it is: the same, however often and by whomever it is written. */
export function entryOf({ type, at, user, props, once }: ProductEvent): Entry {
  const id = once === undefined ? v7() : v5(`${type}/${once}/${user ?? ''}`, namespace);
  return [
    'id',
    id,
    'type',
    type,
    'v',
    String(eventsVersion),
    'at',
    String(at),
    'user',
    user ?? '',
    'props',
    JSON.stringify(props),
  ];
}
