import { getNamedType, isInterfaceType, isObjectType, parse, validate, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { quizRoomEvent } from '../subscriptions/quizRoomEvent.ts';
import { schema } from './index.ts';

const event = schema.getType('QuizRoomEvent');
const kinds = isInterfaceType(event) ? schema.getImplementations(event).objects : [];

function everyField(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const below = getNamedType(field.type);
    return isObjectType(below) ? `${field.name} { ${everyField(below)} }` : field.name;
  });
  return fields.join(' ');
}

it('every event of a room has its type', () => {
  const types = quizRoomEvent.options.map(({ shape }) => shape.type.value);
  expect(kinds.map(({ name }) => name).sort()).toEqual([...types, 'StreamGap'].sort());
});

it('one selection can name every field of every kind of event', () => {
  const selections = kinds.map((type) => `... on ${type.name} { ${everyField(type)} }`);
  const document = `subscription { quizRoomEvents(roomId: "QuizRoom:0") { ${selections.join(' ')} } }`;
  expect(validate(schema, parse(document))).toEqual([]);
});
