import {
  getNamedType,
  GraphQLObjectType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import { schema } from '../../schema/index.ts';

/** Of these only what is plain: what they lead to is no part of a room. */
const plain = new Set(['User']);

/** A selection of every field that can be asked without arguments, of whatever a type leads to, each type once on a way. */
export function everyField(typeName: string): string {
  const type = schema.getType(typeName);
  if (!type) throw new Error(`There is no type ${typeName}`);
  return selectionOf(type, []);
}

function selectionOf(type: GraphQLNamedType, way: readonly string[]): string {
  if (isObjectType(type)) return `{ __typename ${fieldsOf(type, [...way, type.name])} }`;
  if (!isAbstractType(type)) return '';
  const members = schema
    .getPossibleTypes(type)
    .map((member) => `... on ${member.name} { ${fieldsOf(member, [...way, type.name])} }`);
  return `{ __typename ${members.join(' ')} }`;
}

function fieldsOf(type: GraphQLObjectType, way: readonly string[]): string {
  return Object.values(type.getFields())
    .filter((field) => isAsked(type, field, way))
    .map((field) => `${field.name} ${selectionOf(getNamedType(field.type), way)}`)
    .join(' ');
}

function isAsked(
  type: GraphQLObjectType,
  { args, type: fieldType }: GraphQLField<unknown, unknown>,
  way: readonly string[],
) {
  const of = getNamedType(fieldType);
  if (args.some((arg) => isRequiredArgument(arg))) return false;
  return isLeafType(of) || (!plain.has(type.name) && !way.includes(of.name));
}
