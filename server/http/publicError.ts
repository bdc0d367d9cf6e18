import { randomUUID } from 'node:crypto';
import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { UnknownEventError } from '../../subscriptions/follower.ts';
import type { Failures } from '../failures.ts';

/** What a top-level error may say it is, in `extensions.code`. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'RESUME_ELSEWHERE',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The code that a client sees of this error. */
export function publicCode(error: unknown): ErrorCode {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  return ownCode(error) ?? ownCode(cause) ?? foreignCode(error, cause);
}

/**
 * The error as a client may see it. Ours keep their code; what GraphQL finds wrong with a request is BAD_USER_INPUT;
 * anything else is logged under an id, and the client gets the id.
 */
export function publicError(error: unknown, failures: Failures): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  const where = error instanceof GraphQLError ? error : undefined;
  if (where && ownCode(where)) return where;
  if (cause instanceof GraphQLError && ownCode(cause)) return restated(where ?? cause, cause.message, cause.extensions);
  const code = foreignCode(error, cause);
  if (cause instanceof PothosValidationError || cause instanceof UnknownEventError) {
    return restated(where, cause.message, { code });
  }
  if (where && code === 'BAD_USER_INPUT') return restated(where, where.message, { ...httpOf(where), code });
  const errorId = randomUUID();
  failures.operation(error, cause, { errorId, path: where?.path });
  return restated(where, `Something failed on our side. If it stays, tell us its id: ${errorId}.`, { code, errorId });
}

/** What kept an operation from beginning, such as a variable of a wrong type, goes out with status 400, as Yoga has it. */
export function markUnbegun(errors: readonly GraphQLError[] = []): void {
  for (const { extensions, path } of errors) if (!path) extensions['http'] = { status: 400 };
}

/** Of errors that have one of ours already. */
function ownCode(error: unknown): ErrorCode | undefined {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return errorCodes.find((own) => own === code);
}

function foreignCode(error: unknown, cause: unknown): ErrorCode {
  if (cause instanceof UnknownEventError) return 'RESUME_ELSEWHERE';
  const ofTheRequest = error instanceof GraphQLError && (!cause || cause instanceof GraphQLError);
  return ofTheRequest || cause instanceof PothosValidationError ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}

/**
 * The status Yoga wants the answer to have. With `spec` it is 200 in application/json, which the standard wants of a bad
 * document, but not of a request that holds none: Yoga's BAD_REQUEST.
 */
function httpOf({ extensions: { http, code } }: GraphQLError): { http?: object } {
  if (typeof http !== 'object' || http === null) return {};
  return { http: code === 'BAD_REQUEST' ? { ...http, spec: false } : http };
}

function restated(where: GraphQLError | undefined, message: string, extensions: Record<string, unknown>): GraphQLError {
  if (!where) return new GraphQLError(message, { extensions });
  const { nodes = null, source = null, positions = null, path = null } = where;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}
