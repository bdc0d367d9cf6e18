/** Moments of a calendar, as a cron library finds them. Unix times in milliseconds. */
export interface Schedule {
  /** The first moment after `time`. */
  next(time: number): number;
  /** The last moment at or before `time`. */
  latest(time: number): number;
}

/** The seasons that begin when a reset is carried out at `now`: those nobody could play are left out. */
export function nextSeason(schedule: Schedule, now: number): { startedAt: number; resetsAt: number } {
  return { startedAt: schedule.latest(now), resetsAt: schedule.next(now) };
}
