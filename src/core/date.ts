const DAY_MS = 86_400_000

/** `2026-11-02`, 60 -> `2026-09-03`. Both are ISO dates; no time zone takes part. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from one ISO date or time to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS)
}

function startOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
}
