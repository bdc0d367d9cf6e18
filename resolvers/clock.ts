/**
 * The one source of time. In production it is the database's, the same for all nodes; a test holds its own.
 * Never goes backwards.
 */
export interface Clock {
  /** Unix time in milliseconds, whole. */
  now(): number;
  /** Settles once `now()` has reached `until`, or when `signal` aborts. Never rejects. */
  reach(until: number, signal: AbortSignal): Promise<void>;
}
