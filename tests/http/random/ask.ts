import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { within } from '../../harness/deferred.ts';
import type { Target } from '../../harness/execute.ts';
import type { HttpAnswer } from './answerFaults.ts';
import { isRecord } from './isRecord.ts';
import type { RandomOperation, RandomRequest } from './randomRequests.ts';

const streamType = 'text/event-stream';
/** A stream that says nothing new for so long is left. */
const quietMs = 100;
/** No answer takes longer. */
const answerMs = 30_000;

/** What whoever accepts it may get as a stream. */
const streaming = new Set([streamType, 'multipart/mixed', '*/*']);

/** Posts a request and reads its answer; of a stream, what comes before it falls quiet. */
export async function ask(target: Target, request: Sent, authorization: string | null): Promise<HttpAnswer> {
  return within(answerMs, 'An answer', posted(target, request, authorization));
}

type Sent = Pick<RandomRequest, 'path' | 'headers' | 'body'>;

async function posted(
  { url }: Target,
  { path, headers, body }: Sent,
  authorization: string | null,
): Promise<HttpAnswer> {
  const leaving = new AbortController();
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { ...headers, ...(authorization !== null && { authorization }) },
    body,
    signal: leaving.signal,
  }).catch((error: unknown) => {
    if (streaming.has(headers['accept'] ?? '')) return cutStream();
    throw error;
  });
  const type = response.headers.get('content-type');
  const streams = type?.startsWith(streamType) || type?.startsWith('multipart/mixed');
  const text = streams ? await readSome(response, leaving) : await response.text();
  return { status: response.status, type, text };
}

/** A session that ends takes its streams along, also those that are about to begin. */
function cutStream(): Response {
  return new Response(null, { headers: { 'content-type': streamType } });
}

async function readSome({ body }: Response, leaving: AbortController): Promise<string> {
  const decoder = new TextDecoder();
  const leave = () => leaving.abort();
  let text = '';
  let quiet = setTimeout(leave, quietMs);
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      clearTimeout(quiet);
      quiet = setTimeout(leave, quietMs);
    }
  } catch {
    // Left, or cut by the server: a stream ends so with its session.
  } finally {
    clearTimeout(quiet);
  }
  return text;
}

export interface SocketAnswer {
  results: unknown[];
  /** Where the socket was closed instead of a last result. */
  closedWith: number | undefined;
}

/** Sends an operation over a socket of its own; of a subscription it takes what comes before it falls quiet. */
export async function askOverSocket(
  { url }: Target,
  { parameters, document: { kind }, sender: { authorization } }: RandomOperation,
): Promise<SocketAnswer> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(authorization !== null && { connectionParams: { authorization } }),
  });
  const results: unknown[] = [];
  let quiet: NodeJS.Timeout | undefined;
  const ended = new Promise<number | undefined>((resolve) => {
    const listen = () => {
      if (kind !== OperationTypeNode.SUBSCRIPTION) return;
      clearTimeout(quiet);
      quiet = setTimeout(resolve, quietMs, undefined);
    };
    client.on('connected', listen);
    client.subscribe(parameters, {
      next: (result) => {
        results.push(result);
        listen();
      },
      error: (error) => {
        if (Array.isArray(error)) results.push({ errors: error });
        resolve(isRecord(error) && typeof error['code'] === 'number' ? error['code'] : undefined);
      },
      complete: () => resolve(undefined),
    });
  });
  const closedWith = await within(answerMs, 'An answer over a socket', ended);
  clearTimeout(quiet);
  await client.dispose();
  return { results, closedWith };
}
