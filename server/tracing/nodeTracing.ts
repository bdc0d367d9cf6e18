import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { TraceOperation } from './operations.ts';
import type { Tracing } from './tracing.ts';

/** What a node that traces can do. */
export interface NodeTracing {
  spans: Tracing;
  /** See `traceRequest`. */
  request<Result>(
    request: { req: IncomingMessage; res: ServerResponse; route: string; requestId: string },
    answer: () => Result,
  ): Result;
  operation: TraceOperation;
  /** The request under way is answered by a stream. */
  streamBegan(status: number): void;
  queries(pool: Pool, database: string): void;
  commands(redis: Redis): void;
  /** Sends what waits, for as long as that may take. */
  stop(): Promise<void>;
}

export interface SpanCounts {
  exported(spans: number): void;
  dropped(spans: number, why: 'queue_full' | 'export_failed'): void;
}
