import { isRecord } from './place.ts';
import type { TransportName } from './ladder.ts';

/** One of a response's `errors`. */
export interface GraphQLErrorLike {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** The stream can't go on: asking again would get the same answer. A `token` callback may throw it as well. */
export class StreamFailedError extends Error {
  override readonly name = 'StreamFailedError';
  /** As the server sent them; empty when it was not the server that said no. */
  readonly errors: readonly GraphQLErrorLike[];

  constructor(message: string, errors: readonly GraphQLErrorLike[] = [], options?: ErrorOptions) {
    super(message, options);
    this.errors = errors;
  }
}

/** How one connection ended, which says what comes next. */
export type Ending =
  /** It never opened, or was cut. */
  | { kind: 'lost'; why: string }
  /** The token was not taken. */
  | { kind: 'refused'; why: string; errors: readonly GraphQLErrorLike[] }
  /** The token was taken, and has ended since. */
  | { kind: 'expired'; why: string }
  /** There is no token now. */
  | { kind: 'noToken'; why: string }
  /** Too many requests: not before `waitMs`. */
  | { kind: 'busy'; why: string; waitMs: number }
  /** The server could not: it may another time, or another node may. */
  | { kind: 'troubled'; why: string; errors: readonly GraphQLErrorLike[] }
  /** This node can't go on; others can. */
  | { kind: 'elsewhere'; why: string }
  /** Events came that do not follow the last. */
  | { kind: 'missing'; why: string }
  /** The consumer is too far behind. */
  | { kind: 'lagging'; why: string }
  /** A better transport opens again. */
  | { kind: 'better'; why: string; to: TransportName }
  /** For good. */
  | { kind: 'failed'; error: unknown }
  /** The server said that there is no more. */
  | { kind: 'completed' }
  /** The session's signal was aborted. */
  | { kind: 'stopped' };

const secondMs = 1_000;

/** What a server's errors mean for the stream; what is not known to pass is taken to stay. */
export function endingOf(errors: readonly GraphQLErrorLike[]): Ending {
  const why = errors.map(({ message }) => message).join(' ') || 'The server answered with neither data nor errors.';
  const codes = new Set(errors.map(({ extensions }) => extensions?.['code']));
  const only = codes.size === 1 ? [...codes][0] : undefined;
  switch (only) {
    case 'UNAUTHENTICATED':
      return { kind: 'refused', why, errors };
    case 'RATE_LIMITED':
      return { kind: 'busy', why, waitMs: Math.max(0, ...errors.map(retryAfterMs)) };
    case 'RESUME_ELSEWHERE':
      return { kind: 'elsewhere', why };
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'troubled', why, errors };
    default:
      return { kind: 'failed', error: new StreamFailedError(why, errors) };
  }
}

/** The errors of a response's body, undefined when it is none of GraphQL's. */
export function errorsIn(body: unknown): GraphQLErrorLike[] | undefined {
  if (!isRecord(body) || !Array.isArray(body['errors'])) return undefined;
  const errors = body['errors'].filter(isGraphQLError);
  return errors.length > 0 ? errors : undefined;
}

export function isGraphQLError(error: unknown): error is GraphQLErrorLike {
  return isRecord(error) && typeof error['message'] === 'string';
}

/** What an unknown thing that was thrown, or an error event, says. */
export function messageOf(error: unknown): string {
  return isRecord(error) && typeof error['message'] === 'string' && error['message'] !== ''
    ? error['message']
    : 'the connection failed';
}

function retryAfterMs({ extensions }: GraphQLErrorLike): number {
  const seconds = extensions?.['retryAfter'];
  return typeof seconds === 'number' ? seconds * secondMs : 0;
}
