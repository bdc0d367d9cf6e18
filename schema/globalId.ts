import { validate as isUuid } from 'uuid';
import { badUserInput } from '../resolvers/badRequest.ts';

/** Global ids are readable and typed: `Game:0190c3e4-…`. */
export function encodeGlobalId(typename: string, id: string): string {
  return `${typename}:${id}`;
}

export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const colon = globalId.indexOf(':');
  const typename = globalId.slice(0, Math.max(colon, 0));
  const id = globalId.slice(colon + 1);
  if (!/^[A-Z][A-Za-z]*$/.test(typename) || !isUuid(id)) {
    throw badUserInput(`${JSON.stringify(globalId.slice(0, 80))} is not a global id. They look like Game:0190c3e4-….`);
  }
  return { typename, id: id.toLowerCase() };
}
