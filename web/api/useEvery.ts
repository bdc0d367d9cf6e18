import { useEffect } from 'react';
import type { UseQueryExecute } from 'urql';

/** Reads a list anew every so often while somebody looks: for what has no stream. */
export function useEvery(everyMs: number, again: UseQueryExecute): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again({ requestPolicy: 'network-only' });
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, again]);
}
