import type { Services } from '../resolvers/services.ts';
import type { AccessTokens } from './auth/tokens.ts';
import { handToken } from './handTokens.ts';

const developmentTokenMs = 12 * 3_600_000;

/** What development prints at the start: tokens to paste, and a first query. */
export async function welcome(url: string, services: Services, tokens: AccessTokens): Promise<string> {
  const token = (handle: string, roles: 'admin'[] = []) =>
    handToken(services, tokens, { handle, roles, lifeMs: developmentTokenMs, development: true });
  return [
    '',
    `Cupbearer listens at ${url}`,
    `GraphiQL: ${url}/graphql`,
    '',
    `player token: ${await token('ada')}`,
    `player token: ${await token('ben')}`,
    `admin token: ${await token('operator', ['admin'])}`,
    '',
    'Put one into the Headers pane as { "Authorization": "Bearer <token>" } and try:',
    '',
    '  mutation { createGame { ... on CreateGamePayload { game { id players { user { handle } } } } ... on Error { message } } }',
    '',
  ].join('\n');
}
