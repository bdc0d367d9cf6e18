import type { IncomingMessage, ServerResponse } from 'node:http';
import { execute, type ExecutionResult, OperationTypeNode } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Failures } from '../failures.ts';
import type { Limits } from '../limits.ts';
import type { Metrics } from '../metrics.ts';
import type { TraceOperation } from '../tracing/operations.ts';
import { factsOf } from './operationFacts.ts';
import type { OperationLine } from './operationLine.ts';
import { markUnbegun, publicError } from './publicError.ts';
import type { ContextOf, TransportContext } from './requestContext.ts';
import { type OperationParams, ValidOperations } from './validOperations.ts';
import { graphqlPath, type GraphQLServer } from './yoga.ts';

/** Answers a request to the GraphQL endpoint. */
export type GraphQLHandler = (req: IncomingMessage, res: ServerResponse, transport: TransportContext) => Promise<void>;

interface Params extends OperationParams {
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/** What Yoga's own result processor makes of a result. */
class Answer {
  readonly body: string | null;
  readonly init: { status: number; headers: Record<string, string> };

  constructor(body: string | null, init: Answer['init']) {
    this.body = body;
    this.init = init;
  }
}
const fetchAPI = { Response: Answer } as unknown as Parameters<typeof processRegularResult>[1];

export function yogaAlone(yoga: GraphQLServer): GraphQLHandler {
  return async (req, res, transport) => void (await yoga(req, res, { ...transport, req, res }));
}

export interface ShortPathOptions {
  yoga: GraphQLServer;
  contextOf: ContextOf;
  limits: Limits;
  failures: Failures;
  /** Called with every operation that was answered; see `operationLine`. */
  line?: OperationLine | undefined;
  metrics: Metrics;
  trace?: TraceOperation | undefined;
}

/**
 * Queries and mutations that come as clients send them, JSON in a POST, for an answer in JSON, go past Yoga: what its
 * plugins parsed and found valid once is executed as it is, and answered by its own result processor. Whatever is not like
 * that is Yoga's: other methods, types and encodings, event streams, subscriptions, bodies too long or not understood.
 */
export function shortPath(options: ShortPathOptions): GraphQLHandler {
  const { yoga, limits } = options;
  const whole = yogaAlone(yoga);
  const operations = new ValidOperations(yoga);
  return async (req, res, transport) => {
    const type = plainJson(req, limits.sizes.bodyBytes) ? answerType(req.headers.accept) : undefined;
    if (!type) return whole(req, res, transport);
    const text = await textOf(req);
    if (text === undefined) return;
    const params = paramsOf(text);
    const result = params && (await resultOf(options, operations, params, { transport, req }));
    // Yoga takes a body that was read already from there.
    if (!result) return whole(Object.assign(req, { body: text }), res, transport);
    const { body, init } = processRegularResult(result, fetchAPI, type) as unknown as Answer;
    res.writeHead(init.status, { ...init.headers, 'content-length': Buffer.byteLength(body ?? '') });
    res.end(body);
  };
}

/** Counted and masked as Yoga's plugins do. Undefined: it is a subscription. */
async function resultOf(
  { contextOf, failures, line, metrics, trace }: ShortPathOptions,
  operations: ValidOperations,
  params: Params,
  { transport, req }: { transport: TransportContext; req: IncomingMessage },
): Promise<ExecutionResult | undefined> {
  const presentable = (error: unknown) => publicError(error, failures);
  try {
    const operation = operations.of(params);
    if ('length' in operation) return { errors: operation };
    const { schema, document, type } = operation;
    if (type === OperationTypeNode.SUBSCRIPTION) return undefined;
    const contextValue = await contextOf(transport, req.headers.authorization);
    const { variables: variableValues, operationName } = params;
    const args = { schema, document, contextValue, variableValues, operationName };
    const { errors, ...result } = await (trace ? trace(args, () => execute(args)) : execute(args));
    if (!('data' in result)) markUnbegun(errors);
    if (errors) failures.noteFacts(errors, () => factsOf(args));
    const shown = errors ? { errors: errors.map(presentable), ...result } : result;
    metrics.operations.count(type, shown, transport.arrival.mark);
    line?.(args, shown);
    return shown;
  } catch (error) {
    return { errors: [presentable(error)] };
  }
}

function plainJson({ method, url, headers }: IncomingMessage, mostBytes: number): boolean {
  const { 'content-type': type, 'content-length': length, 'content-encoding': encoding } = headers;
  return (
    method === 'POST' &&
    url === graphqlPath &&
    (type === 'application/json' || type === 'application/json; charset=utf-8') &&
    encoding === undefined &&
    Number(length) <= mostBytes
  );
}

const jsonTypes = ['application/json', 'application/graphql-response+json'] as const;

/** Which JSON a result goes out as, by Yoga's rules; undefined when it is to be something else. */
function answerType(accept = '*/*'): (typeof jsonTypes)[number] | undefined {
  if (accept === '*/*' || accept === 'application/json') return 'application/json';
  for (const range of accept.replaceAll(/\s/g, '').toLowerCase().split(',')) {
    const [wanted = '', ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? 'charset=utf-8';
    if (charset !== 'charset=utf-8') continue;
    const type = jsonTypes.find((json) => wanted === json || wanted === 'application/*' || wanted === '*/*');
    if (type) return type;
  }
  return undefined;
}

/** Undefined: the client went before all of it was there. */
function textOf(req: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    req.setEncoding('utf8');
    req.on('data', (chunk: string) => (text += chunk));
    req.once('end', () => resolve(text));
    req.once('error', () => resolve(undefined));
    req.once('close', () => resolve(undefined));
  });
}

/** Undefined: something about them is wrong, or unusual. */
function paramsOf(text: string): Params | undefined {
  const params = parseJson(text);
  if (!isObject(params)) return undefined;
  const { query, variables, operationName, extensions, ...others } = params;
  const usual =
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    [variables, extensions].every((value) => value === undefined || value === null || isObject(value)) &&
    Object.values(others).every((value) => value === null);
  return usual ? (params as unknown as Params) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
