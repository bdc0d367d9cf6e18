import { getNamedType, getNullableType, GraphQLError, isListType, type GraphQLOutputType } from 'graphql';
import { pageSize } from '../resolvers/page.ts';

/** What a list of bounded length is taken to hold: players, cups, hops. */
const boundedList = 10;

/**
 * What a field counts towards an operation's cost: itself, and what is below it as often as it may have members. A
 * connection has as many as `first` or `last` ask for.
 */
export function fieldCost(
  args: Record<string, unknown>,
  _context: unknown,
  { name, type }: { name: string; type: GraphQLOutputType },
): { field: number; multiplier: number } {
  if (getNamedType(type).name.endsWith('Connection')) {
    const asked = args['first'] ?? args['last'];
    return { field: 1, multiplier: typeof asked === 'number' ? Math.max(1, asked) : pageSize.usual };
  }
  // The connection above has counted its edges.
  if (name === 'edges') return { field: 0, multiplier: 1 };
  return { field: 1, multiplier: isListType(getNullableType(type)) ? boundedList : 1 };
}

export function tooCostly(cost: number, most: number): GraphQLError {
  return new GraphQLError(
    `This operation may come to ${cost} fields; ${most} are the limit. Ask for fewer at once: a smaller \`first\`, or several requests.`,
    { extensions: { code: 'BAD_USER_INPUT', cost, most } },
  );
}
