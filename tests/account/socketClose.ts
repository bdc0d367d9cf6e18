import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type App, countOf } from '../harness/app.ts';
import { eventually, within } from '../harness/deferred.ts';

export interface OpenSocket {
  /** What the server sent so far. */
  messages: string[];
  acknowledged(): Promise<void>;
  send(message: object): void;
  /** With which code it was closed. */
  closed(): Promise<number>;
  /** Closes it, and waits until both ends are through. */
  close(): Promise<void>;
}

/** A socket that says no more than connection_init with this payload. */
export function openSocket(app: App, payload: unknown): OpenSocket {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  const messages: string[] = [];
  const acknowledged = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<number>();
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  socket.on('message', (message) => {
    messages.push(String(message));
    if (String(message).includes('connection_ack')) acknowledged.resolve();
  });
  socket.once('close', closed.resolve);
  return {
    messages,
    send: (message) => socket.send(JSON.stringify(message)),
    acknowledged: () => within(10_000, 'connection_ack', acknowledged.promise),
    closed: () => within(10_000, 'The close of the socket', closed.promise),
    async close() {
      socket.close();
      await within(10_000, 'The close of the socket', closed.promise);
      await noSockets(app);
    },
  };
}

/** The server's end of a socket closes a moment after the client's. */
export async function noSockets(app: App): Promise<void> {
  await eventually(
    'The end of all sockets',
    () => countOf(app, 'cupbearer_sockets', {}),
    (open) => open === 0,
  );
}

/** With which code the server closes a socket, its only one, that opens like this, and the messages it sent before. */
export async function socketClose(app: App, payload: unknown): Promise<{ code: number; messages: string[] }> {
  const { closed, messages } = openSocket(app, payload);
  const code = await closed();
  await noSockets(app);
  return { code, messages };
}
