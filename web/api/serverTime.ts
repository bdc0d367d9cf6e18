import { useSyncExternalStore } from 'react';
import { ServerTimeDocument } from '../gql/graphql.ts';
import { post } from './post.ts';

/** How often the server is asked each time. */
const samples = 4;
const everyMs = 5 * 60_000;

let offsetMs = 0;

/** The server's time in milliseconds, as well as it is known here. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** Asks the server for its time a few times; the quickest answer counts, as it leaves the least room for error. */
export async function syncTime(): Promise<void> {
  // Half the round trip of the best sample: as far as the offset may be wrong.
  let uncertainMs = Number.POSITIVE_INFINITY;
  for (let count = 0; count < samples; count += 1) {
    const sent = Date.now();
    const { serverTime } = await post(ServerTimeDocument, {});
    const half = (Date.now() - sent) / 2;
    if (half > uncertainMs) continue;
    uncertainMs = half;
    offsetMs = Date.parse(serverTime) - (sent + half);
  }
}

/** Keeps the time right for as long as the page is open. */
export function keepTime(): void {
  const again = () => void syncTime().catch(() => undefined);
  again();
  setInterval(again, everyMs);
  // A machine that slept, or whose clock was set, comes back with another offset.
  addEventListener('online', again);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
}

const tickMs = 250;
const tickListeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** One timer for all countdowns, while there are any. */
function onTick(listener: () => void): () => void {
  tickListeners.add(listener);
  ticking ??= setInterval(() => tickListeners.forEach((listen) => listen()), tickMs);
  return () => {
    tickListeners.delete(listener);
    if (tickListeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** The seconds until `deadline` (ISO 8601) by the server's clock, rounded up, never below 0; null without a deadline. */
export function useSecondsLeft(deadline: string | null | undefined): number | null {
  return useSyncExternalStore(onTick, () =>
    deadline ? Math.max(0, Math.ceil((Date.parse(deadline) - now()) / 1000)) : null,
  );
}
