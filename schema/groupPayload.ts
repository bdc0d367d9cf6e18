import { Group } from '../entities/group.ts';
import { builder } from './builder.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer SchemaTypes> ? SchemaTypes : never;

/** What a mutation of a group answers with. */
export function groupPayload(description: string) {
  return {
    description,
    outputFields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Group>) => ({
      group: t.field({ type: Group, description: 'As it is now.', resolve: (group) => group }),
    }),
  };
}
