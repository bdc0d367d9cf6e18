import type { NodeTracing, SpanCounts } from './nodeTracing.ts';
import type { TracingConfig } from './tracingConfig.ts';

/** Loads what traces, where there is an endpoint to send spans to. */
export async function traceNode(
  config: TracingConfig | undefined,
  counts: SpanCounts,
): Promise<NodeTracing | undefined> {
  if (!config) return undefined;
  const { openTracing } = await import('./open.ts');
  return openTracing(config, counts);
}
