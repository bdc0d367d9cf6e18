import { createClient } from 'graphql-sse';
import { Connection } from './connection.ts';
import { endingOf, errorsIn, messageOf, type Ending } from './ending.ts';
import { authorization, requestAfter, type Operation, type Patience, type Transport } from './transport.ts';

export interface SseOptions<Event> {
  url: string;
  operation: Operation;
  afterVariable: string;
  eventOf(data: Record<string, unknown>): Event;
  fetchFn: typeof fetch;
  patience: Patience;
}

/** GraphQL over server-sent events, by graphql-sse's own client in distinct connections mode: a request for each session. */
export function sseTransport<Event>(options: SseOptions<Event>): Transport<Event> {
  const { url, operation, afterVariable, eventOf, fetchFn, patience } = options;
  return ({ after, token, signal, opened, deliver }) => {
    let unsubscribe: (() => void) | undefined;
    const connection = new Connection(signal, patience, () => unsubscribe?.());
    let unsuccessful: Response | undefined;
    let first = true;
    const heard = (ok: boolean) => {
      connection.alive();
      // Not before the body begins: a proxy that holds bodies back lets headers through.
      if (first && ok) opened();
      first = false;
    };
    try {
      const client = createClient({
        url,
        headers: authorization(token),
        retryAttempts: 0,
        fetchFn: async (input: string, init: RequestInit) => {
          const response = await fetchFn(input, init);
          const { ok, status, statusText, headers, body } = response;
          // A refusal may come as a stream as well, whatever its status.
          if (body && (ok || headers.get('content-type')?.startsWith('text/event-stream')))
            return { ok: true, status, statusText, body: heardBody(body, () => heard(ok)) };
          unsuccessful = response;
          return response;
        },
      });
      unsubscribe = client.subscribe(requestAfter(operation, afterVariable, after()), {
        next: (result) => connection.receive(result, eventOf, deliver),
        error: async (cause) => {
          connection.end(unsuccessful ? await endingOfResponse(unsuccessful) : { kind: 'lost', why: messageOf(cause) });
        },
        complete: () => connection.end({ kind: 'completed' }),
      });
    } catch (error) {
      connection.end({ kind: 'failed', error });
    }
    return connection.ended;
  };
}

/**
 * Never ends well: a stream that is over says so before. graphql-sse waits forever for what follows when a body just
 * ends while a result is being handled.
 */
async function* heardBody(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<Uint8Array, never> {
  const reader = body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the connection was cut');
    heard();
    yield value;
  }
}

/** What a response that is no success means: the server's own errors where it carries some, or something in between. */
export async function endingOfResponse(response: Response): Promise<Ending> {
  const body: unknown = await response.json().catch(() => undefined);
  const errors = errorsIn(body);
  return errors ? endingOf(errors) : { kind: 'lost', why: `the answer was ${response.status} ${response.statusText}` };
}
