import { errorCodes, publicCode } from '../http/publicError.ts';
import { type Meter, shortSeconds } from './meter.ts';

/** What is asked, and how it ends. */
export function operationMetrics(meter: Meter) {
  const operations = meter.counter('operations_total', 'GraphQL operations by type and outcome.', ['type', 'outcome']);
  const seconds = meter.histogram(
    'operation_seconds',
    'From when an operation arrived to when its answer was there, by type.',
    shortSeconds,
    ['type'],
  );
  const errors = meter.counter('errors_total', 'Top-level errors answered, by code.', { code: errorCodes });
  return {
    /** One that came to an end, or to a stream of results; `arrivedAt` on the scale of `performance.now()`. */
    count(type: string, result: unknown, arrivedAt?: number): void {
      if (arrivedAt !== undefined) seconds.observe({ type }, (performance.now() - arrivedAt) / 1000);
      const failures = failuresOf(result);
      operations.inc({ type, outcome: failures.length > 0 ? 'failed' : 'ok' });
      for (const failure of failures) errors.inc({ code: publicCode(failure) });
    },
  };
}

function failuresOf(result: unknown): readonly unknown[] {
  if (typeof result !== 'object' || result === null || !('errors' in result) || !Array.isArray(result.errors))
    return [];
  return result.errors;
}
