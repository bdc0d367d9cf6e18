import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/observability.md'), 'utf8');

/** Metrics and the names of their labels, as the tables have them. */
function documented(): Map<string, string> {
  const [, tables = ''] = /<!-- metrics -->(.*)<!-- \/metrics -->/s.exec(page) ?? [];
  const cells = tables.split('\n').flatMap((line) => /^\| (`.*?`) +\|/.exec(line)?.[1] ?? []);
  const named = cells.flatMap((cell) => [...cell.matchAll(/`(cupbearer_\w+)(?:\{([\w,]+)\})?`/g)]);
  return new Map(named.map(([, name = '', labels = '']) => [name, labels]));
}

it('docs/observability.md has every metric of ours with its labels, and no other', async () => {
  const { metrics } = await startApp();
  const registered = metrics.registry.getMetricsAsArray().map((metric) => {
    const { name, labelNames = [] } = metric as typeof metric & { labelNames?: string[] };
    return [name, labelNames.join(',')] as const;
  });
  const own = registered.filter(([name]) => !/^cupbearer_(nodejs|process)_/.test(name));

  expect(Object.fromEntries(documented())).toEqual(Object.fromEntries(own));
});
