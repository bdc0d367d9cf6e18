import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context as TraceContext,
  ROOT_CONTEXT,
  type Link,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import type { OperationTracing } from '../../resolvers/operationTracing.ts';
import type { Delivery, EventTracing, TracedItem } from '../../subscriptions/eventTracing.ts';

export interface SpanOptions {
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  links?: Link[];
}

/**
 * Spans of this node, and which of them is under way where. Only what arrives from outside, or begins by itself, begins
 * a trace; everything else is a part of what is under way, and costs next to nothing when that is not traced.
 */
export class Tracing implements EventTracing, OperationTracing {
  readonly #tracer: Tracer;
  readonly #underWay = new AsyncLocalStorage<Span>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** The span under way here. What it left running, such as a loop, is none of its parts once it has ended. */
  current(): Span | undefined {
    const span = this.#underWay.getStore();
    return span?.isRecording() ? span : undefined;
  }

  /** The id to look a trace up by. */
  traceId(): string | undefined {
    return this.current()?.spanContext().traceId;
  }

  /** Begins a part of what is under way, if that is traced. The caller ends it. */
  begin(name: string, options: SpanOptions = {}): Span | undefined {
    const parent = this.current();
    return parent && this.#start(name, options, trace.setSpan(ROOT_CONTEXT, parent));
  }

  /** Runs `work` as a part of what is under way. Its span ends as `work` does. */
  part<Result>(name: string, options: SpanOptions, work: (span: Span | undefined) => Result): Result {
    const span = this.begin(name, options);
    return span ? this.#run(span, () => work(span)) : work(undefined);
  }

  /** Runs `work` as something that begins here, or in the trace that `traceparent` names, if the sampler wants it. */
  whole<Result>(
    name: string,
    { traceparent, ...options }: SpanOptions & { traceparent?: string | undefined },
    work: (span: Span | undefined) => Result,
  ): Result {
    const span = this.open(name, options, traceparent);
    return span ? this.#run(span, () => work(span)) : work(undefined);
  }

  /** As `whole`, for what ends otherwise than its work: run that by `under`, and end the span. */
  open(name: string, options: SpanOptions, traceparent: string | undefined): Span | undefined {
    const span = this.#start(name, options, remote(traceparent));
    return span.isRecording() ? span : undefined;
  }

  under<Result>(span: Span, work: () => Result): Result {
    return this.#underWay.run(span, work);
  }

  /** What the wire calls the span. */
  traceparent(span: Span): string {
    const { traceId, spanId, traceFlags } = span.spanContext();
    return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
  }

  /** Makes `callback` run where it is handed over, by whomever it is called. */
  bind<Args extends unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
    const span = this.#underWay.getStore();
    return span ? (...args) => this.#underWay.run(span, callback, ...args) : callback;
  }

  field<Result>(name: string, resolve: () => Result): Result {
    const span = this.begin(name);
    if (!span) return resolve();
    return this.#underWay.run(span, () => {
      const result = resolve();
      // A span that is not ended is never sent.
      if (result instanceof Promise) endWith(span, result);
      return result;
    });
  }

  mark(): Span | undefined {
    return this.current();
  }

  together<Result>(name: string, marks: readonly (object | undefined)[], work: () => Result): Result {
    const spans = (marks as readonly (Span | undefined)[]).filter((span) => span?.isRecording());
    const [first, ...others] = spans;
    if (!first) return this.#underWay.exit(work);
    const links = others.flatMap((span) => (span ? [{ context: span.spanContext() }] : []));
    const options = { links, attributes: { 'cupbearer.batch.size': marks.length } };
    return this.#run(this.#start(name, options, trace.setSpan(ROOT_CONTEXT, first)), work);
  }

  publish(
    stream: string,
    entries: readonly { seq: number; type: string }[],
    tell: (trace: string | undefined) => Promise<void>,
  ): void {
    const attributes = {
      ...placeOf(stream, entries.at(-1)?.seq ?? 0),
      'cupbearer.event.types': entries.map(({ type }) => type),
    };
    const options: SpanOptions = { kind: 'PRODUCER', attributes };
    void this.part(`publish ${kindOf(stream)}`, options, (span) => tell(span && this.traceparent(span)));
  }

  deliver(item: object): Delivery | undefined {
    const { trace: traceparent, stream, seq, event } = item as TracedItem & { event?: { type: string } };
    if (traceparent === undefined) return undefined;
    const attributes = { ...placeOf(stream, seq), ...(event && { 'cupbearer.event.types': [event.type] }) };
    const span = this.open(`deliver ${kindOf(stream)}`, { kind: 'CONSUMER', attributes }, traceparent);
    return (
      span && {
        done: (listeners) => span.setAttribute('cupbearer.listeners', listeners).end(),
      }
    );
  }

  healed(stream: string, head: number, events: number): void {
    const attributes = { ...placeOf(stream, head), 'cupbearer.healed': events };
    this.open(`heal ${kindOf(stream)}`, { attributes }, undefined)?.end();
  }

  #start(name: string, { kind = 'INTERNAL', ...options }: SpanOptions, context: TraceContext): Span {
    return this.#tracer.startSpan(name, { ...options, kind: SpanKind[kind] }, context);
  }

  #run<Result>(span: Span, work: () => Result): Result {
    return this.#underWay.run(span, () => {
      try {
        const result = work();
        if (result instanceof Promise) endWith(span, result);
        else span.end();
        return result;
      } catch (error) {
        fail(span, error);
        span.end();
        throw error;
      }
    });
  }
}

/** Says of a span what failed. Its message may hold what people wrote, so only its kind is said. */
export function fail(span: Span, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  span.setAttribute(ATTR_ERROR_TYPE, code ?? (error instanceof Error ? error.name : String(error)));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function endWith(span: Span, result: Promise<unknown>): void {
  result.then(
    () => span.end(),
    (error: unknown) => {
      fail(span, error);
      span.end();
    },
  );
}

function remote(traceparent: string | undefined): TraceContext {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT;
}

function kindOf(stream: string): string {
  return stream.slice(0, Math.max(0, stream.indexOf(':')));
}

function placeOf(stream: string, seq: number): Attributes {
  return { 'cupbearer.stream': stream, 'cupbearer.seq': seq };
}
