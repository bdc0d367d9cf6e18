import { QuizRoom } from '../entities/quizRoom.ts';
import { builder } from './builder.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer SchemaTypes> ? SchemaTypes : never;

/** What a mutation of a room answers with. */
export function roomPayload(description: string) {
  return {
    description,
    outputFields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, QuizRoom>) => ({
      room: t.field({ type: QuizRoom, description: 'As it is now.', resolve: (room) => room }),
    }),
  };
}
