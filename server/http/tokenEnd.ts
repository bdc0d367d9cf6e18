import type { Clock } from '../../resolvers/clock.ts';

/** Node's timers reach no further; a longer one would go off at once. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls `ended` once the clock has come to the end of a token: however far that is, and never for one without an end,
 * unless called off by what this returns. Keeps no process alive.
 */
export function onTokenEnd(clock: Pick<Clock, 'now'>, tokenExpiresAt: number, ended: () => void): () => void {
  if (tokenExpiresAt === Number.POSITIVE_INFINITY) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const leftMs = tokenExpiresAt - clock.now();
    const turn = leftMs > longestTimerMs ? wait : ended;
    timer = setTimeout(turn, Math.min(leftMs, longestTimerMs)).unref();
  };
  wait();
  return () => clearTimeout(timer);
}
