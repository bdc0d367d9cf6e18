import type { GroupQuery } from '../gql/graphql.ts';

export type Group = NonNullable<GroupQuery['group']>;
