import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type ReadableSpan,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { traceCommands } from './commands.ts';
import type { NodeTracing, SpanCounts } from './nodeTracing.ts';
import { endRequest, traceOperation, traceRequest } from './operations.ts';
import { traceQueries } from './queries.ts';
import { Tracing } from './tracing.ts';
import type { TracingConfig } from './tracingConfig.ts';

/** Spans that wait to be sent; more are dropped. */
const mostWaiting = 4096;
const mostPerBatch = 512;
const sendEveryMs = 1_000;
const exportTimeoutMs = 5_000;
/** What was not sent by then is given up when the server stops. */
const flushMs = 3_000;

/**
 * Begins to send spans where the configuration says. Loaded only where it says so: neither this nor what it imports costs
 * a node without an endpoint anything. A collector that is away costs spans, which are counted, and nothing else.
 */
export function openTracing(
  { url, headers, serviceName, sampler, resource }: TracingConfig,
  counts: SpanCounts,
): NodeTracing {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: exportTimeoutMs });
  const processor = new BoundedProcessor(exporter, counts);
  const provider = new TracerProvider({
    sampler: samplerOf(sampler),
    resource: resourceFromAttributes({
      'host.name': hostname(),
      'service.instance.id': randomUUID(),
      ...resource,
      [ATTR_SERVICE_NAME]: serviceName,
    }),
    spanProcessors: [processor],
    spanLimits: { attributeValueLengthLimit: 4_096 },
  });
  const spans = new Tracing(provider.getTracer('cupbearer'));
  return {
    spans,
    request: (request, answer) => traceRequest(spans, request, answer),
    operation: (args, run) => traceOperation(spans, args, run),
    streamBegan: (status) => {
      const span = spans.current();
      if (span) endRequest(span, status);
    },
    queries: (pool, database) => traceQueries(pool, database, spans),
    commands: (redis) => traceCommands(redis, spans),
    async stop() {
      const giveUp = new AbortController();
      const flushed = provider.shutdown().catch(() => undefined);
      await Promise.race([flushed, sleep(flushMs, undefined, { signal: giveUp.signal }).catch(() => undefined)]);
      giveUp.abort();
    },
  };
}

function samplerOf({ name, ratio }: TracingConfig['sampler']): Sampler {
  const root = {
    on: () => new AlwaysOnSampler(),
    off: () => new AlwaysOffSampler(),
    ratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  switch (name) {
    case 'always_on':
      return root.on();
    case 'always_off':
      return root.off();
    case 'traceidratio':
      return root.ratio();
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: root.on() });
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: root.off() });
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: root.ratio() });
  }
}

/** The SDK's processor drops what its queue can't hold without a word; here it is counted. */
class BoundedProcessor extends BatchSpanProcessor {
  readonly #counts: SpanCounts;
  #waiting = 0;

  constructor(exporter: SpanExporter, counts: SpanCounts) {
    const sending: SpanExporter = {
      export: (spans, done) => {
        this.#waiting -= spans.length;
        exporter.export(spans, (result: ExportResult) => {
          if (result.code === ExportResultCode.SUCCESS) counts.exported(spans.length);
          else counts.dropped(spans.length, 'export_failed');
          done(result);
        });
      },
      shutdown: () => exporter.shutdown(),
    };
    super({
      exporter: sending,
      maxQueueSize: mostWaiting,
      maxExportBatchSize: mostPerBatch,
      scheduledDelayMillis: sendEveryMs,
      exportTimeoutMillis: exportTimeoutMs * 2,
    });
    this.#counts = counts;
  }

  override onEnd(span: ReadableSpan): void {
    if (this.#waiting >= mostWaiting) return this.#counts.dropped(1, 'queue_full');
    this.#waiting += 1;
    super.onEnd(span);
  }
}
