import { Connection } from './connection.ts';
import { endingOf, errorsIn, messageOf, type Ending } from './ending.ts';
import { pause } from './pause.ts';
import { isRecord } from './place.ts';
import { endingOfResponse } from './sseTransport.ts';
import {
  authorization,
  requestAfter,
  type Operation,
  type Patience,
  type Session,
  type Transport,
} from './transport.ts';

/** What one poll brought. */
export interface Page<Event> {
  /** The oldest first. */
  events: readonly Event[];
  /** True: more are there already. */
  hasNextPage: boolean;
}

export interface PollingOptions<Event> {
  url: string;
  operation: Operation;
  afterVariable: string;
  pageOf(data: Record<string, unknown>): Page<Event>;
  /** From one poll to the next, once all there is was read; in milliseconds. */
  everyMs: number;
  fetchFn: typeof fetch;
  patience: Patience;
}

/** A query again and again, over plain HTTP. A session is open once it was answered for the first time. */
export function pollingTransport<Event>(options: PollingOptions<Event>): Transport<Event> {
  return async (session) => {
    let opened = false;
    for (;;) {
      const page = await poll(options, session);
      if (session.signal.aborted) return { kind: 'stopped' };
      if ('kind' in page) return page;
      if (!opened) session.opened();
      opened = true;
      for (const event of page.events) session.deliver(event);
      if (!page.hasNextPage) await pause(options.everyMs, session.signal);
    }
  };
}

async function poll<Event>(options: PollingOptions<Event>, session: Session<Event>): Promise<Page<Event> | Ending> {
  const request = new AbortController();
  const connection = new Connection(session.signal, options.patience, () => request.abort());
  const answer = await Promise.race([ask(options, session, request.signal), connection.ended]);
  connection.end({ kind: 'completed' });
  await connection.ended;
  return answer;
}

async function ask<Event>(
  { url, operation, afterVariable, pageOf, fetchFn }: PollingOptions<Event>,
  { after, token }: Session<Event>,
  signal: AbortSignal,
): Promise<Page<Event> | Ending> {
  let body: unknown;
  try {
    const response = await fetchFn(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization(token) },
      body: JSON.stringify(requestAfter(operation, afterVariable, after())),
      signal,
    });
    if (!response.ok) return await endingOfResponse(response);
    body = await response.json();
  } catch (error) {
    return { kind: 'lost', why: messageOf(error) };
  }
  const errors = errorsIn(body);
  if (errors) return endingOf(errors);
  if (!isRecord(body) || !isRecord(body['data'])) return { kind: 'lost', why: 'the answer was none of GraphQL' };
  try {
    return pageOf(body['data']);
  } catch (error) {
    return { kind: 'failed', error };
  }
}
