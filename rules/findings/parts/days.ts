const DAY = 86_400_000

/** Whole days from the day of an ISO time to an ISO date, both in UTC; negative when the date has passed. */
export function daysBetween(now: string, date: string): number {
  return Math.round((Date.parse(date.slice(0, 10)) - Date.parse(now.slice(0, 10))) / DAY)
}

/** The ISO date some days before another. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) - days * DAY).toISOString().slice(0, 10)
}
