export const dayMs = 86_400_000;

/** The day (UTC, `2026-11-21`) a moment falls on. Unix time in milliseconds. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The moment a day (`2026-11-21`) begins. Unix time in milliseconds. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
