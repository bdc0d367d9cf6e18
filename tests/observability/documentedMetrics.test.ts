import { expect, it } from 'vitest';
import { startApp } from '../harness/app.ts';
import { documentedMetrics } from './documented.ts';

it('docs/observability.md has every metric of ours with its labels, and no other', async () => {
  const { metrics } = await startApp({ alone: 'the metrics of one node' });
  const registered = metrics.registry.getMetricsAsArray().map((metric) => {
    const { name, labelNames = [] } = metric as typeof metric & { labelNames?: string[] };
    return [name, labelNames.join(',')] as const;
  });
  const own = registered.filter(([name]) => !/^cupbearer_(nodejs|process)_/.test(name));

  expect(Object.fromEntries(documentedMetrics())).toEqual(Object.fromEntries(own));
});
