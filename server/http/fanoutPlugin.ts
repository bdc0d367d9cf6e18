import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import type { Context } from '../../resolvers/context.ts';
import type { Fanout, Sink } from '../../subscriptions/fanout.ts';
import { isWalk, type Walk } from '../../subscriptions/walk.ts';
import type { Failures } from '../failures.ts';
import { factsOf } from './operationFacts.ts';
import { markUnbegun, publicError } from './publicError.ts';
import { PulledAnswers } from './pulledAnswers.ts';
import type { TransportContext } from './requestContext.ts';
import type { SharedAnswer } from './sharedAnswer.ts';
import { SentAnswers } from './socketOutput.ts';
import { SubscriptionQuestion } from './subscriptionQuestion.ts';

type Results = AsyncIterable<ExecutionResult> | ExecutionResult;

/**
 * Serves subscriptions whose resolver returns a walk together with all who ask the same; any other is executed for each
 * of its listeners.
 */
export function useFanout(fanout: Fanout<SharedAnswer>, failures: Failures): Plugin {
  const listen = (walk: Walk, args: ExecutionArgs): Results => {
    const { viewer, output } = args.contextValue as Context & TransportContext;
    const question = new SubscriptionQuestion(args, (error) => {
      const { services } = args.contextValue as Context;
      // Asked for all who ask the same.
      failures.noteFacts([error], () => factsOf({ ...args, contextValue: { services } }));
      return publicError(error, failures);
    });
    const begin = (sink: Sink<SharedAnswer>) => fanout.listen(walk, question, viewer?.userId ?? null, sink);
    return output ? new SentAnswers(output.socket, output.id, begin) : new PulledAnswers(begin);
  };
  const subscribe = async (args: ExecutionArgs): Promise<Results> => {
    const stream = await createSourceEventStream(args);
    if (!isAsyncIterable(stream)) {
      markUnbegun(stream.errors);
      return stream;
    }
    if (isWalk(stream)) return listen(stream, args);
    return mapAsyncIterator(stream, (rootValue) => execute({ ...args, rootValue })) as AsyncIterable<ExecutionResult>;
  };
  return { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribe) };
}
