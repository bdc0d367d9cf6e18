import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Clock } from '../../resolvers/clock.ts';
import type { Context } from '../../resolvers/context.ts';
import { Fanout } from '../../subscriptions/fanout.ts';
import type { DevelopmentTokens } from '../developmentTokens.ts';
import type { Failures } from '../failures.ts';
import type { Limits } from '../limits.ts';
import type { Metrics } from '../metrics.ts';
import type { NodeTracing } from '../tracing/nodeTracing.ts';
import { useAcceptableAnswers } from './acceptable.ts';
import { documentLimits } from './documentLimits.ts';
import { useFanout } from './fanoutPlugin.ts';
import { graphiqlFor } from './graphiql.ts';
import { factsOf } from './operationFacts.ts';
import type { OperationLine } from './operationLine.ts';
import { publicError } from './publicError.ts';
import type { ContextOf, TransportContext } from './requestContext.ts';
import type { SharedAnswer } from './sharedAnswer.ts';
import type { StreamViewers } from './streamViewers.ts';
import { unconditionalSubscriptions } from './subscriptionRoots.ts';

export const graphqlPath = '/graphql';
export const ssePath = '/graphql/stream';

export interface YogaOptions {
  schema: GraphQLSchema;
  contextOf: ContextOf;
  failures: Failures;
  /** See `operationLine`. */
  line?: OperationLine | undefined;
  metrics: Metrics;
  limits: Limits;
  streams: StreamViewers;
  tracing?: NodeTracing | undefined;
  clock: Clock;
  /** Put into GraphiQL's tabs. */
  developmentTokens: DevelopmentTokens | null;
}

interface NodeContext extends TransportContext {
  req: IncomingMessage;
  res: ServerResponse;
}

export type GraphQLServer = ReturnType<typeof makeYoga>;

/** GraphQL over HTTP and SSE, and GraphiQL. Sockets borrow its parsing, validation, context and execution. */
export function makeYoga(options: YogaOptions) {
  const { schema, contextOf, failures, line, metrics, limits, streams, clock, tracing, developmentTokens } = options;
  const fanout = new Fanout<SharedAnswer>(
    ({ size }) => size,
    tracing?.spans,
    (item) => {
      if ('at' in item && typeof item.at === 'number') metrics.live.delivered(clock.now() - item.at);
    },
  );
  metrics.live.watchFanout(fanout.counts);
  return createYoga<NodeContext, object>({
    schema,
    graphqlEndpoint: graphqlPath,
    maskedErrors: { maskError: (error) => publicError(error, failures) },
    plugins: [
      useContext(contextOf),
      ...documentLimits(limits),
      useErrorCodes(failures),
      useFanout(fanout, failures),
      useFacts(failures, line),
      useMetrics(metrics),
      useAcceptableAnswers(),
      useStreamEnds(streams),
      ...(tracing ? [useTracing(tracing)] : []),
    ],
    graphiql: graphiqlFor(developmentTokens),
    renderGraphiQL,
    landingPage: false,
    logging: false,
    multipart: false,
    // What can't be parsed is looked at every time, and counted.
    parserAndValidationCache: { errorCache: { get: () => undefined, set: () => undefined } },
    maxRequestBodySize: limits.sizes.bodyBytes,
    cors: false,
  });
}

/** Every operation gets a context of its own, as it is: what it makes only when asked for is made only then. */
function useContext(contextOf: ContextOf): Plugin<NodeContext> {
  return {
    onContextBuilding: async ({ context }) => {
      const own = await contextOf(context, context.req.headers.authorization);
      Object.defineProperties(context, Object.getOwnPropertyDescriptors(own));
    },
  };
}

/** Requests that can't be read, parsed or validated carry a code like all others. */
function useErrorCodes(failures: Failures): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (requestParser) {
        setRequestParser(async (unread) => {
          try {
            return await requestParser(unread);
          } catch (error) {
            throw error instanceof SyntaxError ? badRequest(400, 'The parameters hold invalid JSON.') : error;
          }
        });
      } else if (request.method === 'POST') {
        throw badRequest(415, 'This type of content is not read here. Send the operation as application/json.');
      }
    },
    onParse: () => (payload) => {
      const { result, replaceParseResult } = payload;
      if (result instanceof GraphQLError) replaceParseResult(publicError(result, failures));
    },
    onValidate: ({ addValidationRule }) => {
      addValidationRule(unconditionalSubscriptions);
      return (payload) => {
        if (!payload.valid) payload.setResult(payload.result.map((error) => publicError(error, failures)));
      };
    },
  };
}

function badRequest(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status } } });
}

/** Before errors are masked it is noted whose they are. */
function useFacts(failures: Failures, line: OperationLine | undefined): Plugin {
  const done = (args: ExecutionArgs, result: unknown) => {
    const { errors } = result as { errors?: readonly unknown[] };
    failures.noteFacts(errors, () => factsOf(args));
    line?.(args, result);
  };
  return {
    onExecute: ({ args }) => ({ onExecuteDone: ({ result }) => done(args, result) }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: ({ result }) => done(args, result),
      onSubscribeError: ({ error }) => failures.noteFacts([error], () => factsOf(args)),
    }),
  };
}

function useMetrics(metrics: Metrics): Plugin {
  const { subscriptions } = metrics.live;
  return {
    onExecute: ({ args }) => {
      const type = operationType(args);
      const { arrival } = args.contextValue as Partial<TransportContext>;
      return { onExecuteDone: ({ result }) => metrics.operations.count(type, result, arrival?.mark) };
    },
    onSubscribe: () => {
      let underWay = false;
      const ends = () => {
        if (underWay) subscriptions.dec();
        underWay = false;
      };
      return {
        onSubscribeResult: ({ result }) => {
          metrics.operations.count('subscription', result);
          if (!isAsyncIterable(result)) return undefined;
          subscriptions.inc();
          underWay = true;
          return { onEnd: ends };
        },
        onSubscribeError: ends,
      };
    },
    onParse:
      () =>
      ({ result }) => {
        if (result instanceof GraphQLError) metrics.operations.count('unparsed', { errors: [result] });
      },
    onValidate:
      () =>
      ({ valid, result }) => {
        if (!valid) metrics.operations.count('invalid', { errors: result });
      },
  };
}

/** Behind `useFanout`, whose way to subscribe is traced too. */
function useTracing({ operation, streamBegan }: NodeTracing): Plugin {
  return {
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn((args: ExecutionArgs): unknown => operation(args, () => executeFn(args) as unknown)),
    onSubscribe: ({ subscribeFn, setSubscribeFn }) =>
      setSubscribeFn((args: ExecutionArgs): unknown => operation(args, () => subscribeFn(args) as unknown)),
    onResponse: ({ response: { headers, status } }) => {
      if (headers.get('content-type')?.startsWith('text/event-stream')) streamBegan(status);
    },
  };
}

/**
 * Ends event streams with their viewers' tokens, and those of clients that went before anything was sent: the adapter
 * drops these without a word, and their subscriptions would stay for ever.
 */
function useStreamEnds(
  streams: StreamViewers,
): Plugin<Partial<NodeContext & Pick<Context, 'viewer' | 'service'>>, NodeContext> {
  return {
    onSubscribe: ({ args }) => {
      const { res, viewer, service } = args.contextValue;
      const caller = viewer ?? service;
      if (res && caller) streams.follow(res, caller);
    },
    onResponse: async ({ response: { headers, body }, serverContext: { res } }) => {
      if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) return;
      if (!res.destroyed) return;
      // A stream that was never read has not begun yet, and has nothing to cancel.
      const reader = body.getReader();
      await reader.read();
      await reader.cancel();
    },
  };
}

function operationType({ document, operationName }: { document: unknown; operationName?: unknown }): string {
  const { definitions = [] } = document as {
    definitions?: { kind: string; operation?: string; name?: { value: string } }[];
  };
  const operations = definitions.filter(({ kind }) => kind === 'OperationDefinition');
  const named = operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  return named?.operation ?? 'unknown';
}
