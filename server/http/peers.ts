import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** Who is at the other end of a connection, as far as it can be trusted. */
export interface Peers {
  /** The client's address: the peer's own, or what a trusted proxy says of the client behind it. */
  addressOf(req: IncomingMessage): string;
  /** Whether the peer itself is a proxy named in TRUST_PROXY, or on this machine. */
  isTrusted(req: IncomingMessage): boolean;
}

/** `proxies`: addresses, ranges, or `loopback`, `linklocal`, `uniquelocal`. Throws when one can't be read. */
export function peersBehind(proxies: readonly string[]): Peers {
  const trust = proxyAddr.compile([...proxies]);
  const local = proxyAddr.compile('loopback');
  return {
    addressOf: (req) => proxyAddr(req, trust),
    isTrusted: ({ socket: { remoteAddress } }) =>
      remoteAddress !== undefined && (trust(remoteAddress, 0) || local(remoteAddress, 0)),
  };
}
