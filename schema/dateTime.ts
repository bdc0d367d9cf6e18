import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql';
import { DateTimeISOResolver } from 'graphql-scalars';

const scalar = DateTimeISOResolver.toConfig();

/** RFC 3339 moments of the years 0000 to 9999, in UTC: what it can be written in again, and every database keeps. */
export const dateTime = new GraphQLScalarType<Date, string>({
  ...scalar,
  parseValue: (value) => within(scalar.parseValue(value)),
  parseLiteral: (node: ValueNode, variables) => within(scalar.parseLiteral(node, variables)),
});

function within(moment: Date): Date {
  const year = moment.getUTCFullYear();
  if (year >= 0 && year <= 9999) return moment;
  throw new GraphQLError('A DateTime is of the years 0000 to 9999, in UTC.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
