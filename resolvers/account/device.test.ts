import Bowser from 'bowser';
import { assert, property, string, tuple, constantFrom } from 'fast-check';
import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox on Android'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/142.0.0.0 Safari/537.36`, 'Chrome on Linux'],
  ['Mozilla/5.0 (Linux; Android 15)', 'Android Browser on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'Linux'],
  ['Firefox/140.0', 'Firefox'],
])('%s is %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

it.each([undefined, '', ' ', 'curl/8.5.0', 'node', 'Somebody/1.0 (of the house)', 'constructor/1 ', '\u0080\u00ff/1 '])(
  '%j is nothing known',
  (userAgent) => expect(deviceOf(userAgent)).toBeNull(),
);

it('has nothing of the header’s own text, and is short, whatever comes', () => {
  const named = [...Object.values(Bowser.BROWSER_MAP), ...Object.values(Bowser.OS_MAP)];
  const piece = constantFrom(
    ...named,
    'Mozilla/5.0',
    '/',
    ' ',
    '(',
    ')',
    ';',
    'Version/1',
    'rv:1',
    'like',
    '\t',
    '__proto__',
  );
  const userAgent = tuple(string(), piece, string(), piece, string(), piece).map((parts) => parts.join(''));
  assert(
    property(userAgent, (text) => {
      const device = deviceOf(text);
      if (device === null) return;
      expect(device.length).toBeLessThanOrEqual(60);
      const names = named.includes(device) ? [device] : device.split(' on ');
      for (const name of names) expect(named).toContain(name);
    }),
  );
});
