import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Ranges that webhooks may go to although they are not public: all of them, or those listed. */
export type AllowedRanges = 'all' | readonly [Address, number][];

/** Reads `true`, `false`, or addresses and ranges (`10.1.0.0/16`). Throws a RangeError that names what it can't read. */
export function readRanges(list: readonly string[]): AllowedRanges {
  const [only] = list;
  if (list.length === 1 && only === 'true') return 'all';
  if (list.length === 1 && only === 'false') return [];
  return list.map((text) => {
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
    if (isIP(text) && !text.includes('%')) {
      const address = ipaddr.parse(text);
      return [address, address.kind() === 'ipv4' ? 32 : 128];
    }
    throw new RangeError(`"${text}" is no address or range; write true, or ranges such as 10.1.0.0/16`);
  });
}

/** Global unicast addresses of IPv6 are within this; the rest is of special use or not given out. */
const globalUnicast = ipaddr.IPv6.parse('2000::');
const nat64 = ipaddr.IPv6.parse('64:ff9b::');

/**
 * Whether an address is one of the internet at large: not of this machine, its networks or those of its provider
 * (metadata services among them), and not one that leads there by another way of writing it or by a tunnel. What can't be
 * read is not public.
 */
export function isPublic(text: string): boolean {
  const address = read(text);
  if (!address) return false;
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';
  if (address.match(nat64, 96)) return isPublic(lastFour(address));
  return address.match(globalUnicast, 3) && address.range() === 'unicast';
}

export function isAllowed(text: string, allowed: AllowedRanges): boolean {
  const address = read(text);
  if (!address) return false;
  if (allowed === 'all') return true;
  return allowed.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));
}

/** An address mapped into IPv6 is the one of IPv4 it stands for. */
function read(text: string): Address | undefined {
  return isIP(text) && !text.includes('%') ? ipaddr.process(text) : undefined;
}

function lastFour(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(-4).join('.');
}
