import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { Gauge } from 'prom-client';
import manifest from '../package.json' with { type: 'json' };
import { LiveNode } from '../resolvers/liveNode.ts';
import type { NodeRole } from './config.ts';
import type { Say } from './log.ts';
import type { Metrics } from './metrics.ts';

/** How often the event loop's delay is sampled, in milliseconds. */
const resolution = 50;

export interface ThisNodeOptions {
  /** One that no load of requests holds up. */
  pool: Pool;
  now(): number;
  roles: ReadonlySet<NodeRole>;
  metrics: Pick<Metrics['live'], 'sockets' | 'subscriptions'>;
  warn: Say;
}

/** This node, as it shows itself to others and to operators. */
export function openLiveNode({ pool, now, roles, metrics, warn }: ThisNodeOptions): {
  node: LiveNode;
  stop(): Promise<void>;
} {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  const node = new LiveNode({
    pool,
    now,
    version: manifest.version,
    roles: [...roles],
    async load() {
      // A sample takes the resolution itself, too.
      const p99Ms = delays.percentile(99) / 1_000_000 - resolution;
      delays.reset();
      return {
        sockets: await valueOf(metrics.sockets),
        subscriptions: await valueOf(metrics.subscriptions),
        eventLoopDelayMs: Math.max(0, Math.round(p99Ms * 10) / 10),
      };
    },
    failed: (error) => warn({ err: error }, 'it could not be said that this node lives; trying again'),
  });
  node.start();
  return {
    node,
    async stop() {
      delays.disable();
      await node.stop();
    },
  };
}

async function valueOf(gauge: Gauge): Promise<number> {
  return (await gauge.get()).values[0]?.value ?? 0;
}
