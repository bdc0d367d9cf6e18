import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a client asks for on a connection, by the head of its request. */
export type Asked = 'websocket' | 'sse' | 'http';
/** `refuse`: answers 403, as firewalls do. `swallow`: never answers. */
export type Fate = 'pass' | 'refuse' | 'swallow';

export interface TcpProxy {
  /** `http://host:port`. */
  url: string;
  /** The server's address, or that for the next connection; connections are cut at once while there is none. */
  target: string | (() => string | undefined) | undefined;
  /** How requests fare from now on. */
  fate(asked: Asked): Fate;
  /** How many bytes of the server's a new connection lets through before it is cut. */
  budget(): number;
  /** Cuts every connection that is open. */
  cut(): void;
  /** How many connections asked for something. */
  asked(what: Asked): number;
  /** Connections that are open. */
  readonly open: number;
}

const requestLine = /^(?:GET|POST) (\S+) HTTP\/1\.1\r\n/;
const refusal = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n';

/** A network between client and server that can be cut, or block what it does not like. Closes with the test. */
export async function startProxy(): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const counts: Record<Asked, number> = { websocket: 0, sse: 0, http: 0 };
  const server = createServer((client) => {
    const target = typeof proxy.target === 'function' ? proxy.target() : proxy.target;
    if (target === undefined) return void client.destroy();
    const { hostname, port } = new URL(target);
    const upstream = connect(Number(port), hostname);
    sockets.add(client);
    let left = proxy.budget();
    let passes = true;
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(client);
        to.destroy();
      });
    }
    client.on('data', (chunk) => {
      const asked = askedBy(chunk.toString('latin1'));
      if (asked) {
        counts[asked] += 1;
        const fate = proxy.fate(asked);
        passes = fate === 'pass';
        if (fate === 'refuse') client.end(refusal);
      }
      if (passes) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      client.write(chunk.subarray(0, left));
      left -= chunk.length;
      // Reaches the client behind what was written.
      if (left <= 0) client.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: TcpProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: undefined,
    fate: () => 'pass',
    budget: () => Infinity,
    cut: () => sockets.forEach((socket) => socket.destroy()),
    asked: (what) => counts[what],
    get open() {
      return sockets.size;
    },
  };
  onTestFinished(async () => {
    proxy.cut();
    server.close();
    await once(server, 'close');
  });
  return proxy;
}

function askedBy(text: string): Asked | undefined {
  const path = requestLine.exec(text)?.[1];
  if (path === undefined) return undefined;
  if (/\r\nupgrade: websocket\r\n/i.test(text)) return 'websocket';
  return path.endsWith('/stream') ? 'sse' : 'http';
}
