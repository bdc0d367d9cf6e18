import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { type AllowedRanges, isAllowed, isPublic } from './addresses.ts';

/** As `dns.lookup`, always for all addresses. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardOptions {
  allowed: AllowedRanges;
  connectMs: number;
  lookup?: Lookup;
}

/** The address of an endpoint, or one of them, is not to be connected to. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

const notPublic = 'leads to an address that is not public.';
const notSafe = 'leads to a public address without https.';

/** Why an address may not be connected to; undefined if it may. */
export function refusalOf(address: string, protocol: string, allowed: AllowedRanges): string | undefined {
  if (isAllowed(address, allowed)) return undefined;
  if (!isPublic(address)) return notPublic;
  return protocol === 'https:' ? undefined : notSafe;
}

/**
 * Connects to public addresses and to those that are allowed, and to no others. Of a name each address has to be good, and
 * it is those, already looked up and checked, that are connected to: a name that changes between check and use has nothing
 * to change. What a connection has come to is checked once more. No request waits for another: whoever sends says how many
 * there are at once.
 */
export function guardedAgent(options: GuardOptions): Agent {
  const { allowed, connectMs, lookup = systemLookup as Lookup } = options;
  const connector = (protocol: string) =>
    buildConnector({
      allowH2: false,
      timeout: connectMs,
      lookup: (hostname, asked, done) => {
        lookup(hostname, { ...asked, all: true }, (error, addresses) => {
          if (error) return done(error, '', 0);
          const refused = refusalOfAll(addresses, protocol, allowed);
          if (refused) return done(new RefusedAddressError(refused), '', 0);
          const [first] = addresses;
          if (asked.all || !first) done(null, addresses);
          else done(null, first.address, first.family);
        });
      },
    });
  const [plain, safe] = [connector('http:'), connector('https:')];
  return new Agent({
    pipelining: 1,
    // Else the first connection to a server keeps all others waiting until it is known what it speaks.
    allowH2: false,
    connect(asked, done) {
      const { protocol } = asked;
      const hostname = bare(asked.hostname);
      // An address is connected to as it is, without being looked up.
      const refused = isIP(hostname) ? refusalOf(hostname, protocol, allowed) : undefined;
      if (refused) return done(new RefusedAddressError(refused), null);
      (protocol === 'https:' ? safe : plain)({ ...asked, hostname }, (...made) => {
        const [error, socket] = made;
        if (error) return done(error, null);
        const wrong = refusalOf(socket.remoteAddress ?? '', protocol, allowed);
        if (!wrong) return done(null, socket);
        socket.destroy();
        done(new RefusedAddressError(wrong), null);
      });
    },
  });
}

/**
 * Why a webhook may not go to this URL, as far as is known now; undefined if it may, or if its name is not known within
 * `connectMs`: each connection is checked anew.
 */
export async function urlRefusal(
  { hostname, protocol }: URL,
  { allowed, connectMs, lookup = systemLookup as Lookup }: GuardOptions,
): Promise<string | undefined> {
  const host = bare(hostname);
  if (isIP(host)) return refusalOf(host, protocol, allowed);
  const { promise, resolve } = Promise.withResolvers<LookupAddress[]>();
  const timer = setTimeout(() => resolve([]), connectMs);
  lookup(host, { all: true }, (error, addresses) => resolve(error ? [] : addresses));
  const addresses = await promise;
  clearTimeout(timer);
  return addresses.length > 0 ? refusalOfAll(addresses, protocol, allowed) : undefined;
}

function refusalOfAll(addresses: readonly LookupAddress[], protocol: string, allowed: AllowedRanges) {
  if (addresses.length === 0) return notPublic;
  return addresses.map(({ address }) => refusalOf(address, protocol, allowed)).find((refused) => refused);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
