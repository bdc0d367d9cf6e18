import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Attributes, Span } from '@opentelemetry/api';
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import type { ExecutionArgs } from 'graphql';
import { factsOf, type OperationFacts } from '../http/operationFacts.ts';
import { publicCode } from '../http/publicError.ts';
import type { TransportContext } from '../http/requestContext.ts';
import { fail, type Tracing } from './tracing.ts';

/** Runs what answers a request as a span that ends with the answer. An event stream's ends as the stream begins. */
export function traceRequest<Result>(
  tracing: Tracing,
  { req, res, route, requestId }: { req: IncomingMessage; res: ServerResponse; route: string; requestId: string },
  answer: () => Result,
): Result {
  const { method = 'GET', headers } = req;
  const { traceparent } = headers;
  const attributes = {
    [ATTR_HTTP_REQUEST_METHOD]: method,
    [ATTR_HTTP_ROUTE]: route,
    [ATTR_URL_SCHEME]: 'encrypted' in req.socket ? 'https' : 'http',
    'cupbearer.request.id': requestId,
  };
  const span = tracing.open(
    `${method} ${route}`,
    { kind: 'SERVER', attributes },
    typeof traceparent === 'string' ? traceparent : undefined,
  );
  if (!span) return answer();
  res.once('close', () => endRequest(span, res.statusCode));
  return tracing.under(span, answer);
}

export function endRequest(span: Span, status: number): void {
  if (!span.isRecording()) return;
  span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, status);
  if (status >= 500) fail(span, status);
  span.end();
}

/** `traceOperation`, of a node that traces. */
export type TraceOperation = <Result>(args: ExecutionArgs, run: () => Result) => Result;

/** Runs an operation as a part of its request; over a socket, as what begins there, or in the trace that its client names. */
export function traceOperation<Result>(tracing: Tracing, args: ExecutionArgs, run: () => Result): Result {
  const { caller, traceparent } = args.contextValue as TransportContext;
  const overSocket = caller !== undefined;
  const span = overSocket ? tracing.open('operation', { kind: 'SERVER' }, traceparent) : tracing.begin('operation');
  if (!span) return run();
  (args.contextValue as TransportContext).traceId = span.spanContext().traceId;
  const { traceId: _itself, ...facts } = factsOf(args);
  span.updateName([facts.type, facts.field].filter(Boolean).join(' ') || 'operation');
  span.setAttributes(attributesOf(facts));
  return tracing.under(span, () => {
    const result = run();
    if (!(result instanceof Promise)) end(span, result);
    else
      result.then(
        (value: unknown) => end(span, value),
        (error: unknown) => end(span, { errors: [error] }),
      );
    return result;
  });
}

function end(span: Span, result: unknown): void {
  const errors = (result as { errors?: readonly unknown[] } | undefined)?.errors ?? [];
  const codes = [...new Set(errors.map((error) => publicCode(error)))];
  if (codes.includes('INTERNAL_SERVER_ERROR')) fail(span, 'INTERNAL_SERVER_ERROR');
  else if (codes[0] !== undefined) span.setAttribute(ATTR_ERROR_TYPE, codes[0]);
  span.end();
}

/** Facts under the names of the semantic conventions, where there are such. */
export function attributesOf({ type, operation, field, user, requestId, ...others }: OperationFacts): Attributes {
  const subjects = Object.entries(others).map(([name, id]) => [`cupbearer.${name}.id`, id]);
  return {
    ...Object.fromEntries(subjects),
    'graphql.operation.type': type,
    'graphql.operation.name': operation,
    'graphql.field.name': field,
    'user.id': user,
    'cupbearer.request.id': requestId,
  };
}
