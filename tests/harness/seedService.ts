import { randomUUID } from 'node:crypto';
import { type Scope, scopes as allScopes } from '../../entities/serviceToken.ts';
import { gql } from '../gql/gql.ts';
import type { App } from './app.ts';
import { execute, expectPayload } from './execute.ts';
import { seedPlayer } from './seed.ts';

export const createServiceToken = gql(`
  mutation ServiceTokenMade($input: CreateServiceTokenInput!) {
    createServiceToken(input: $input) {
      __typename
      ... on CreateServiceTokenPayload { token id }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export const createUser = gql(`
  mutation ServiceUserMade($input: CreateUserInput!) {
    createUser(input: $input) {
      __typename
      ... on CreateUserPayload { user { id handle displayName guest level coins createdAt } }
      ... on HandleTakenError { message handle }
      ... on InvalidInputError { message fields { field message } }
    }
  }`);

export interface TestService {
  token: string;
  id: string;
}

/** A service's token, made by an admin as in life; of every scope when none are named. */
export async function seedService(
  app: App,
  scopes: readonly Scope[] = allScopes,
  more: { expiresAt?: string } = {},
): Promise<TestService> {
  const admin = await seedPlayer(app, ['admin']);
  const input = { name: 'A service of a test', scopes: [...scopes], ...more };
  const { createServiceToken: made } = await execute(app, admin.token, createServiceToken, { input });
  const { token, id } = expectPayload(made);
  return { token, id };
}

/** People of an integrator's, by their ids. */
export async function seedUsers(app: App, { token }: Pick<TestService, 'token'>, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const input = { handle: `s-${randomUUID().slice(0, 13)}` };
    ids.push(expectPayload((await execute(app, token, createUser, { input })).createUser).user.id);
  }
  return ids;
}
