import { decodeCursor, type Cursor } from '../../subscriptions/cursor.ts';
import { badUserInput } from '../badRequest.ts';

/** The cursor a client sent, if it sent one. */
export function readCursor(after: string | null | undefined): Cursor | undefined {
  if (after === null || after === undefined) return undefined;
  const cursor = decodeCursor(after);
  if (!cursor)
    throw badUserInput('`after` is not a cursor of this server. Send one that an event or a `cursor` field gave you.');
  return cursor;
}

export function foreignCursor(): Error {
  return badUserInput('`after` is a cursor of another stream. Send one of this one, or none to get all that is kept.');
}
