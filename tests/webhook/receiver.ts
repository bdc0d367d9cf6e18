import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { eventually } from '../harness/deferred.ts';

/** One request that came. */
export interface Call {
  path: string;
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
  type: string;
  data: { seq: number } & Record<string, unknown>;
  /** `performance.now()` when it came. */
  at: number;
  /** Calls of the same id before. */
  before: number;
}

/** What is answered: a status, perhaps with headers. */
export type Reply = number | { status: number; headers: Record<string, string> };

export interface Receiver {
  url: string;
  calls: Call[];
  /** Of a call that came; 204 to everything at first. */
  answer: (call: Call) => Reply;
  /** The calls of a path once there are so many. */
  untilCalls(path: string, count: number, ms?: number): Promise<Call[]>;
}

/** An integrator's server on this machine. Ends with the test. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: '',
    calls: [],
    answer: () => 204,
    untilCalls: (path, count, ms) =>
      eventually(
        `${count} calls of ${path}`,
        () => receiver.calls.filter((call) => call.path === path),
        ({ length }) => length >= count,
        ms,
      ),
  };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { url: path = '', headers } = request;
      const id = String(headers['webhook-id']);
      const { type, data } = JSON.parse(body) as Pick<Call, 'type' | 'data'>;
      const before = receiver.calls.filter((call) => call.id === id).length;
      const call = { path, id, headers, body, type, data, at: performance.now(), before };
      receiver.calls.push(call);
      reply(response, receiver.answer(call));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

function reply(response: ServerResponse, answer: Reply): void {
  const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer;
  response.writeHead(status, headers).end();
}
