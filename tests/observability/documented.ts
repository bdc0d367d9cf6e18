import { read } from './queries.ts';

/** Our metrics and the names of their labels, as the tables of docs/observability.md have them. */
export function documentedMetrics(): Map<string, string> {
  const [, tables = ''] = /<!-- metrics -->(.*)<!-- \/metrics -->/s.exec(read('docs/observability.md')) ?? [];
  const cells = tables.split('\n').flatMap((line) => /^\| (`.*?`) +\|/.exec(line)?.[1] ?? []);
  const named = cells.flatMap((cell) => [...cell.matchAll(/`(cupbearer_\w+)(?:\{([\w,]+)\})?`/g)]);
  return new Map(named.map(([, name = '', labels = '']) => [name, labels]));
}
