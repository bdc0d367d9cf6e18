import { validate as isUuid } from 'uuid';
import { badUserInput } from './badRequest.ts';

/** Relay's connection arguments as they come. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** How many nodes a page has when it doesn't say, and at most. */
export const pageSize = { usual: 50, most: 200 } as const;

/** The arguments as the ORM's cursors take them. */
export function pageOf({ first, after, last, before }: PageArgs) {
  for (const size of [first, last]) {
    if (typeof size === 'number' && (size < 0 || size > pageSize.most)) {
      throw badUserInput(`\`first\` and \`last\` must be from 0 to ${pageSize.most}.`);
    }
  }
  if (typeof first === 'number' && typeof last === 'number') throw badUserInput('Give `first` or `last`, not both.');
  for (const cursor of [after, before]) if (typeof cursor === 'string') checkCursor(cursor);
  return {
    ...(typeof last === 'number' ? { last } : { first: first ?? pageSize.usual }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

/** Connections are ordered by id, so the ORM's cursor is a base64url JSON array of one uuid. */
function checkCursor(cursor: string): void {
  const [, id] = /^\["([^"]+)"\]$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (!id || !isUuid(id)) throw badUserInput('`after` or `before` is not a cursor of this connection.');
}

/** How many a page holds that only goes forward. */
export function sizeOf(first: number | null | undefined): number {
  const size = first ?? pageSize.usual;
  if (size < 0 || size > pageSize.most) throw badUserInput(`\`first\` must be from 0 to ${pageSize.most}.`);
  return size;
}

/** Edges as a connection. */
export function pageWith<Node>(
  edges: { node: Node; cursor: string }[],
  more: { hasNextPage: boolean; hasPreviousPage: boolean },
) {
  return {
    edges,
    pageInfo: { startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null, ...more },
  };
}

/** A cursor that says how far along something a node is: `seat`, `rank`. */
export function cursorAt(what: string, place: number): string {
  return Buffer.from(`${what}:${place}`).toString('base64url');
}

/** The place that such a cursor says. */
export function placeAt(what: string, cursor: string): number {
  const [, kind, place] = /^(\w+):(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (kind !== what) throw badUserInput('`after` is not a cursor of this connection.');
  return Number(place);
}
