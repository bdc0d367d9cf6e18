import { GraphQLError } from 'graphql';
import type { Context, Viewer } from './context.ts';

/** A request that makes no sense as it stands: extensions.code BAD_USER_INPUT. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

export function unauthenticated(
  message = 'Sign in first: send an access token as "Authorization: Bearer …".',
): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

/** Of a token that outlived its account. */
export function accountGone(): GraphQLError {
  return unauthenticated('This account is gone. Sign in again.');
}

export function forbidden(message = 'Your token does not allow this.'): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

/** The signed-in person; throws what says to sign in, or that a service is no person. */
export function requireViewer({ viewer, service }: Context): Viewer {
  if (service) throw forbidden('This takes a person’s token; a service is nobody.');
  if (!viewer) throw unauthenticated();
  return viewer;
}
