import type { Hop, HopName, HopOutcome } from '../entities/throw.ts';

/** A hop passed at `at`, counted from when the throw was received (both Unix milliseconds). */
export function hopAt(
  { receivedAt }: { receivedAt: number },
  at: number,
  name: HopName,
  outcome: HopOutcome,
  detail: string | null = null,
): Hop {
  return { name, outcome, at, elapsedMs: Math.max(0, at - receivedAt), detail };
}
