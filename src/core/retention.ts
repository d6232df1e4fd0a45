import type { Finding } from './finding.ts'
import type { Retention } from './policy.ts'
import type { ImportRecord, ScanRecord } from './store.ts'

/** How much of each kind of data a retention leaves no place for. */
export type Outdated = {
  readonly statementRows: number
  readonly scans: number
  readonly rejectedRows: number
  readonly findings: number
}

/** The ISO time `months` before `now`; the last day of a month where that month is shorter. */
export function monthsBefore(now: string, months: number): string {
  const time = new Date(now)
  const day = time.getUTCDate()
  time.setUTCDate(1)
  time.setUTCMonth(time.getUTCMonth() - months)
  const last = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate()
  time.setUTCDate(Math.min(day, last))
  return time.toISOString()
}

/** The ISO date before which rows of statements go; null where they stay. */
export function oldestRow({ statementMonths }: Retention, now: string): string | null {
  return statementMonths === null ? null : monthsBefore(now, statementMonths).slice(0, 10)
}

/** The finished scans beyond the latest that stay, the oldest first. A running one always stays. */
export function outdatedScans(scans: readonly ScanRecord[], { scans: kept }: Retention): readonly ScanRecord[] {
  if (kept === null) return []
  return scans
    .filter(({ status }) => status !== 'running')
    .toSorted((a, b) => (a.startedAt === b.startedAt ? (a.id < b.id ? 1 : -1) : a.startedAt < b.startedAt ? 1 : -1))
    .slice(kept)
    .toReversed()
}

/** The imports whose unreadable rows need not be listed any more. */
export function outdatedRejections(
  imports: readonly ImportRecord[],
  { rejectedMonths }: Retention,
  now: string,
): readonly ImportRecord[] {
  if (rejectedMonths === null) return []
  const before = monthsBefore(now, rejectedMonths)
  return imports.filter(({ importedAt, rejected }) => importedAt < before && rejected.length > 0)
}

/** Findings that were resolved long ago. What people decided, and what is open, stays. */
export function outdatedFindings(
  findings: readonly Finding[],
  { resolvedFindingsMonths }: Retention,
  now: string,
): readonly Finding[] {
  if (resolvedFindingsMonths === null) return []
  const before = monthsBefore(now, resolvedFindingsMonths)
  return findings.filter(
    ({ status, resolvedAt, decision }) =>
      status === 'resolved' && decision === null && resolvedAt !== null && resolvedAt < before,
  )
}

/** What was, or would be, removed, in words; null where it is nothing. */
export function outdatedWords({ statementRows, scans, rejectedRows, findings }: Outdated): string | null {
  const counts = [
    [statementRows, 'statement row'],
    [scans, 'finished scan'],
    [rejectedRows, 'listed row that could not be read'],
    [findings, 'finding resolved long ago'],
  ] as const
  const words = counts.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${count}`)
  return words.length === 0 ? null : words.join('; ')
}
