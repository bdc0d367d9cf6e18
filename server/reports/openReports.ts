import { hostname } from 'node:os';
import { type BaseTransportOptions, createStackParser, createTransport, Scope, type Transport } from '@sentry/core';
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server';
import { messageOf } from '../errorText.ts';
import type { ErrorReports, ReportCounts } from '../failures.ts';
import type { ReportsConfig } from './reportsConfig.ts';

/** An outage is no reason to send thousands: so many in a minute. */
const mostPerMinute = 60;
const minuteMs = 60_000;
const sendTimeoutMs = 5_000;
/** What was not sent by then is given up when the server stops. */
const flushMs = 3_000;

/**
 * Reports errors to Sentry by its client alone: no integrations, so nothing is patched, and no more is said of an error
 * than its stack and the ids that it is handed with.
 */
export function openReports({ dsn, environment, release }: ReportsConfig, counts: ReportCounts): ErrorReports {
  const client = new ServerRuntimeClient({
    dsn,
    environment,
    ...(release !== undefined && { release }),
    transport: (options) => transportOf(options, counts),
    stackParser: createStackParser(nodeStackLineParser()),
    integrations: [],
    sendClientReports: false,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    serverName: hostname(),
  });
  client.init();
  let minuteEnds = 0;
  let left = 0;
  return {
    report(error, { user, errorId, ...about }) {
      const now = performance.now();
      if (now >= minuteEnds) [minuteEnds, left] = [now + minuteMs, mostPerMinute];
      left -= 1;
      if (left < 0) return counts.dropped();
      const scope = new Scope();
      scope.setTags({ ...about, errorId });
      if (user !== undefined) scope.setUser({ id: user });
      client.captureException(presentable(error), {}, scope);
    },
    stop: async () => void (await client.close(flushMs)),
  };
}

/** The error without what people wrote, and without what drivers hang on theirs. */
function presentable(error: unknown): Error {
  const shown = new Error(messageOf(error));
  if (!(error instanceof Error)) return shown;
  shown.name = error.name;
  const at = error.stack?.indexOf('\n    at ') ?? -1;
  shown.stack = `${error.name}: ${shown.message}${at < 0 ? '' : error.stack?.slice(at)}`;
  return shown;
}

function transportOf(options: BaseTransportOptions, counts: ReportCounts): Transport {
  return createTransport(options, async ({ body }) => {
    try {
      const response = await fetch(options.url, {
        method: 'POST',
        body: typeof body === 'string' ? body : Buffer.from(body),
        ...(options.headers && { headers: options.headers }),
        signal: AbortSignal.timeout(sendTimeoutMs),
      });
      await response.body?.cancel();
      if (response.ok) counts.sent();
      else counts.dropped();
      const header = (name: string) => response.headers.get(name);
      return {
        statusCode: response.status,
        headers: { 'x-sentry-rate-limits': header('x-sentry-rate-limits'), 'retry-after': header('retry-after') },
      };
    } catch (error) {
      counts.dropped();
      throw error;
    }
  });
}
