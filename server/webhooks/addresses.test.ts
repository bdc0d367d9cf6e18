import { describe, expect, it } from 'vitest';
import { isAllowed, isPublic, readRanges } from './addresses.ts';

const notPublic: Record<string, string[]> = {
  'this machine': ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '0.1.2.3', '::'],
  'private networks': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  'a link': ['169.254.0.1', 'fe80::1', 'fe80::1%eth0'],
  'metadata services': ['169.254.169.254', '169.254.170.2', '100.100.100.200', 'fd00:ec2::254', '192.0.0.192'],
  'a carrier': ['100.64.0.1', '100.127.255.255'],
  'many at once': ['224.0.0.1', '239.1.2.3', '255.255.255.255', 'ff02::1'],
  'tests and documents': [
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '2001:db8::1',
    '3fff::1',
    '2001:2::1',
  ],
  'what is not given out': ['240.0.0.1', '100::1', '4000::1', '5f00::1'],
  'mapped and compatible': ['::ffff:10.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '::ffff:0:10.0.0.1'],
  tunnels: ['64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::1', '2002:0a00:1::', '2001::1'],
  'no address': ['', 'localhost', '1.2.3', '1.2.3.4.5', '::g'],
};

describe('an address is not public', () => {
  it.each(Object.entries(notPublic).flatMap(([what, list]) => list.map((address) => [what, address] as const)))(
    'of %s: %s',
    (_what, address) => {
      expect(isPublic(address)).toBe(false);
    },
  );
});

describe('an address is public', () => {
  it.each(['8.8.8.8', '93.184.215.14', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '169.253.1.1'])(
    '%s',
    (address) => {
      expect(isPublic(address)).toBe(true);
      // As a network without IPv4 has it, and as a socket of both kinds does.
      expect(isPublic(`64:ff9b::${address}`)).toBe(true);
      expect(isPublic(`::ffff:${address}`)).toBe(true);
    },
  );
  it.each(['2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])('%s', (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe('ranges that are allowed', () => {
  it('hold what is within them, mapped or not, and nothing else', () => {
    const allowed = readRanges(['10.20.0.0/16', '127.0.0.1', 'fd00::/8']);
    const within = ['10.20.3.4', '::ffff:10.20.3.4', '127.0.0.1', 'fd12::1'];
    const outside = ['10.21.0.1', '127.0.0.2', '::1', 'fc00::1', '8.8.8.8', 'nonsense'];
    expect(within.filter((address) => !isAllowed(address, allowed))).toEqual([]);
    expect(outside.filter((address) => isAllowed(address, allowed))).toEqual([]);
  });

  it('are all, none, or read from a list that makes sense', () => {
    expect(isAllowed('127.0.0.1', readRanges(['true']))).toBe(true);
    expect(isAllowed('nonsense', readRanges(['true']))).toBe(false);
    for (const none of [[], ['false']]) expect(isAllowed('127.0.0.1', readRanges(none))).toBe(false);
    for (const wrong of [['10.0.0.0/33'], ['localhost'], ['true', '10.0.0.1'], ['fe80::1%eth0']]) {
      expect(() => readRanges(wrong)).toThrow(RangeError);
    }
  });
});
