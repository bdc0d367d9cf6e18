import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';

/** Requests under way get this long to finish when the server stops. */
const graceMs = 10_000;

/** A server by the configuration: HTTPS when it names a certificate, else HTTP. Not yet listening. */
export function makeHttpServer({ tls }: Pick<Config, 'tls'>, listener: RequestListener): Server {
  if (!tls) return createServer(listener);
  return createTlsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, listener);
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
  const force = setTimeout(() => http.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(force);
}
