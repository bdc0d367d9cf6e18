import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { App } from '../harness/app.ts';
import { eventually } from '../harness/deferred.ts';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** A listener that keeps all bytes it was ever sent. */
export interface RawListener {
  /** Everything that came, as it came. */
  bytes(): Buffer;
  /** The payload of each event so far, as it stood in its message. */
  payloads(): string[];
  /** Settles once there are as many payloads. */
  heard(count: number): Promise<void>;
  stop(): void;
}
export type RawWay = (app: App, token: string, operation: Operation, id?: string) => Promise<RawListener>;

function listenerOf(messages: () => string[], bytes: () => Buffer, stop: () => void): RawListener {
  onTestFinished(stop);
  return {
    bytes,
    payloads: messages,
    stop,
    async heard(count) {
      await eventually('The next event', messages, ({ length }) => length >= count);
    },
  };
}

/** The protocol by hand; `id` is the operation's. */
export const rawSocket: RawWay = async ({ url }, token, { query, variables }, id = '1') => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const messages: Buffer[] = [];
  socket.on('message', (data: Buffer) => void messages.push(data));
  await once(socket, 'open');
  const send = (message: object) => socket.send(JSON.stringify(message));
  send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  await once(socket, 'message');
  send({ id, type: 'subscribe', payload: { query, variables } });
  const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const payloads = () =>
    messages
      .map(String)
      .filter((text) => text.startsWith(before))
      .map((text) => text.slice(before.length, -1));
  return listenerOf(
    payloads,
    () => Buffer.concat(messages),
    () => socket.close(),
  );
};

export const rawEventStream: RawWay = async ({ url }, token, operation) => {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify(operation),
    signal: leaving.signal,
  });
  const chunks: Uint8Array[] = [];
  const read = async () => {
    for await (const chunk of response.body ?? []) chunks.push(chunk);
  };
  read().catch(() => undefined);
  const payloads = () =>
    [
      ...Buffer.concat(chunks)
        .toString()
        .matchAll(/^event: next\ndata: (.*)\n\n/gm),
    ].map(([, data = '']) => data);
  return listenerOf(
    payloads,
    () => Buffer.concat(chunks),
    () => leaving.abort(),
  );
};
