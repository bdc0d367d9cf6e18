import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rateLimits, sizeLimits } from './limits.ts';

/** `node server/printLimits.ts` writes the table of limits into docs/operations.md; with `--check` it only compares. */
const file = new URL('../docs/operations.md', import.meta.url);
const [begin, end] = ['<!-- limits -->', '<!-- /limits -->'];

const rates = Object.entries(rateLimits).map(
  ([name, { points, seconds, what, shared }]) =>
    `| \`${name}\` | ${points} in ${seconds} s | ${what}${shared ? '; for all nodes together' : ''} |`,
);
const sizes = Object.entries(sizeLimits).map(([name, { most, what }]) => `| \`${name}\` | ${most} | ${what} |`);
const table = ['| limit | at most | of what |', '| --- | --- | --- |', ...rates, ...sizes].join('\n');

const page = readFileSync(file, 'utf8');
const [before = '', rest = ''] = page.split(begin);
const [, after = ''] = rest.split(end);
const style = await resolveConfig(fileURLToPath(file));
const printed = await format(`${before}${begin}\n\n${table}\n\n${end}${after}`, { ...style, parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(file, printed);
else if (printed !== page) {
  console.error('The limits in docs/operations.md are stale: run `npm run docs:limits` and commit it.');
  process.exitCode = 1;
}
