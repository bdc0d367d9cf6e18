import type { Services } from '../resolvers/services.ts';
import type { AccessTokens } from './auth/tokens.ts';
import { handToken } from './handTokens.ts';

const lifeMs = 12 * 3_600_000;

/** Ready-made tokens for trying things out: two players and an admin. Refused in production. */
export interface DevelopmentTokens {
  first: string;
  second: string;
  admin: string;
}

export async function developmentTokens(
  services: Pick<Services, 'orm' | 'clock'>,
  tokens: AccessTokens,
): Promise<DevelopmentTokens> {
  const token = (handle: string, roles: 'admin'[] = []) =>
    handToken(services, tokens, { handle, roles, lifeMs, development: true });
  return { first: await token('ada'), second: await token('ben'), admin: await token('operator', ['admin']) };
}

/** What development prints at the start: tokens to paste, and a first query. */
export function welcome(url: string, { first, second, admin }: DevelopmentTokens): string {
  return `
Cupbearer listens at ${url}
GraphiQL, with a first game in its tabs: ${url}/graphql

player token: ${first}
player token: ${second}
admin token: ${admin}

Put one into the Headers pane as { "Authorization": "Bearer <token>" } and try:

  mutation { createGame { ... on CreateGamePayload { game { id players { user { handle } } } } ... on Error { message } } }
`;
}
