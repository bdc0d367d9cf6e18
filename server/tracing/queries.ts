import {
  ATTR_DB_NAMESPACE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_SYSTEM_NAME,
} from '@opentelemetry/semantic-conventions';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import { fail, type Tracing } from './tracing.ts';

/** Texts are as many as the code has; those that hold values are looked at anew. */
const remembered = 500;

interface Statement {
  text: string;
  /** Of a prepared statement, which says what it is for. */
  name: string | undefined;
  prepared: boolean;
}
type Callback = (...results: unknown[]) => void;

/** Makes a span of every statement that a traced operation sends through this pool. A span has the text, never a value. */
export function traceQueries(pool: Pool, database: string, tracing: Tracing): void {
  const texts = new LRUCache<string, string>({ max: remembered });
  const textOf = ({ text, prepared }: Statement) => {
    if (!prepared) return withoutValues(text);
    const known = texts.get(text) ?? text.replaceAll(/\s+/g, ' ').trim();
    texts.set(text, known);
    return known;
  };
  const begin = (statement: Statement) => {
    const operation = /[a-z]+/i.exec(statement.text)?.[0].toUpperCase() ?? 'QUERY';
    return tracing.begin(statement.name ?? operation, {
      kind: 'CLIENT',
      attributes: {
        [ATTR_DB_SYSTEM_NAME]: 'postgresql',
        [ATTR_DB_NAMESPACE]: database,
        [ATTR_DB_OPERATION_NAME]: operation,
        [ATTR_DB_QUERY_SUMMARY]: statement.name ?? operation,
        [ATTR_DB_QUERY_TEXT]: textOf(statement),
      },
    });
  };
  const traced = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => {
    if (traced.has(client)) return;
    traced.add(client);
    traceClient(client, begin, tracing);
  });
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown;
  // Whoever gives a connection back calls whoever waits for one.
  pool.connect = ((callback?: Callback) => connect(callback && tracing.bind(callback))) as Pool['connect'];
}

function traceClient(
  client: PoolClient,
  begin: (statement: Statement) => ReturnType<Tracing['begin']>,
  tracing: Tracing,
): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const statement = tracing.current() && statementOf(args);
    const span = statement && begin(statement);
    if (!span) return query(...args);
    const done = (error: unknown) => {
      if (error) fail(span, error);
      span.end();
    };
    const last = args.at(-1);
    if (typeof last === 'function') {
      const callback = last as Callback;
      return query(...args.slice(0, -1), (...results: unknown[]) => {
        done(results[0]);
        callback(...results);
      });
    }
    const result = query(...args);
    if (result instanceof Promise) result.then(() => done(undefined), done);
    return result;
  }) as PoolClient['query'];
}

/** Undefined for cursors: their rows come as they are asked for. */
function statementOf([first, values]: unknown[]): Statement | undefined {
  if (typeof first === 'string') return { text: first, name: undefined, prepared: hasMembers(values) };
  if (typeof first !== 'object' || first === null || 'submit' in first || !('text' in first)) return undefined;
  const { text, name, values: own } = first as { text: string; name?: string; values?: unknown[] };
  return { text, name, prepared: name !== undefined || hasMembers(own ?? values) };
}

function hasMembers(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}

/** The ORM writes values into its statements. */
export function withoutValues(text: string): string {
  return text
    .replaceAll(/\bE'(?:[^'\\]|\\.|'')*'/gis, '?')
    .replaceAll(/'(?:[^']|'')*'/gs, '?')
    .replaceAll(/(?<![\w$."])-?\d+(?:\.\d+)?\b/g, '?')
    .replaceAll(/\?(?:\s*,\s*\?)+/g, '?, …')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
