import { randomUUID } from 'node:crypto';
import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { UnknownEventError } from '../../subscriptions/follower.ts';
import type { Logger } from '../log.ts';

/** What a top-level error may say it is, in `extensions.code`. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'RESUME_ELSEWHERE',
  'INTERNAL_SERVER_ERROR',
] as const;
const known = new Set<unknown>(errorCodes);

/**
 * The error as a client may see it. Ours keep their code; what GraphQL finds wrong with a request is BAD_USER_INPUT;
 * anything else is logged under an id, and the client gets the id.
 */
export function publicError(error: unknown, log: Logger): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const where = error instanceof GraphQLError ? error : undefined;
  if (where && known.has(where.extensions['code'])) return where;
  if (cause instanceof GraphQLError && known.has(cause.extensions['code'])) {
    return restated(where ?? cause, cause.message, cause.extensions);
  }
  if (cause instanceof PothosValidationError) return restated(where, cause.message, { code: 'BAD_USER_INPUT' });
  if (cause instanceof UnknownEventError) return restated(where, cause.message, { code: 'RESUME_ELSEWHERE' });
  if (where && (!cause || cause instanceof GraphQLError)) {
    const { http } = where.extensions;
    return restated(where, where.message, { ...(http ? { http } : {}), code: 'BAD_USER_INPUT' });
  }
  const errorId = randomUUID();
  log.error({ err: cause, errorId, path: where?.path }, 'an operation failed');
  return restated(where, `Something failed on our side. If it stays, tell us its id: ${errorId}.`, {
    code: 'INTERNAL_SERVER_ERROR',
    errorId,
  });
}

function restated(where: GraphQLError | undefined, message: string, extensions: Record<string, unknown>): GraphQLError {
  if (!where) return new GraphQLError(message, { extensions });
  const { nodes = null, source = null, positions = null, path = null } = where;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
