import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Config } from './config.ts';

/** Requests under way get this long to finish when the server stops. */
const graceMs = 10_000;
/** An idle connection is kept for this long: longer than proxies keep theirs (60 s), so that none is used as it closes. */
const idleMs = 65_000;

/** Every connection of a server. Node counts one on which nothing was asked yet as busy, as clients open them ahead. */
const connections = new WeakMap<Server, Set<Socket>>();

/** A server by the configuration: HTTPS when it names a certificate, else HTTP. Not yet listening. */
export function makeHttpServer({ tls }: Pick<Config, 'tls'>, listener: RequestListener): Server {
  // Clients that offer HTTP/2 in the clear with a request want that request answered.
  const options = {
    keepAliveTimeout: idleMs,
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => /^websocket$/i.test(headers.upgrade ?? ''),
  };
  const http = tls
    ? createTlsServer({ ...options, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, listener)
    : createServer(options, listener);
  const open = new Set<Socket>();
  connections.set(http, open);
  http.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return http;
}

/** Listens, and resolves with the address as a URL. Rejects when the address can't be had. */
export async function listen(
  http: Server,
  { host, port, tls }: Pick<Config, 'host' | 'port' | 'tls'>,
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => resolve());
  });
  const { port: bound } = http.address() as AddressInfo;
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

/** Takes no more connections, calls `closeSockets`, and waits for requests under way, up to the grace. */
export async function stopListening(http: Server, closeSockets: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  await closeSockets();
  http.closeIdleConnections();
  for (const socket of connections.get(http) ?? []) if (socket.bytesRead === 0) socket.destroy();
  const force = setTimeout(() => http.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(force);
}
