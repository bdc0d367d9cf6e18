import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const streamType = 'text/event-stream';
/** What answers come as. */
const answerTypes = ['application/graphql-response+json', 'application/json', streamType, 'multipart/mixed'];

/**
 * Refuses, before anything runs, what can't be answered in a type the client accepts: above all subscriptions by clients
 * that read no streams. The refusal itself is JSON, whatever was accepted.
 */
export function useAcceptableAnswers(): Plugin<{ request?: Request }> {
  return {
    onRequestParse: ({ request }) => {
      if (!accepts(request, answerTypes)) throw notAcceptable(`Answers come as ${answerTypes.join(', ')}.`);
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const { request } = args.contextValue;
      // Sockets have none.
      if (!request || accepts(request, [streamType])) return;
      const error = notAcceptable(`Subscriptions come as ${streamType}, or over a WebSocket.`);
      setResultAndStopExecution({ errors: [error] });
    },
    onResultProcess: ({ resultProcessor, setResultProcessor }) => {
      if (resultProcessor) return;
      setResultProcessor((result, { Response }) => {
        const { errors = [] } = result as ExecutionResult;
        const shown = errors.map(({ message, extensions: { code } }) => ({ message, extensions: { code } }));
        return Response.json({ errors: shown }, { status: 406 });
      }, 'application/json');
    },
  };
}

function notAcceptable(message: string): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', http: { status: 406 } };
  return new GraphQLError(`${message} Say in the Accept header that you read it.`, { extensions });
}

/** Whether the client reads one of these types, in UTF-8. */
function accepts({ headers }: Request, types: readonly string[]): boolean {
  const ranges = (headers.get('accept') || '*/*').toLowerCase().replaceAll(/\s/g, '').split(',');
  return ranges.some((range) => {
    const [wanted = '', ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.startsWith('charset='));
    if (charset !== undefined && charset !== 'charset=utf-8') return false;
    return types.some((type) => wanted === '*/*' || wanted === type || wanted === `${type.split('/')[0]}/*`);
  });
}
