import type { Finding } from './finding.ts'
import { SEVERITIES } from './finding.ts'

/** What needs somebody first, then the graver, then the older; ids settle the rest. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    Number(b.needsYou) - Number(a.needsYou) ||
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    compare(a.since, b.since) ||
    compare(a.id, b.id)
  )
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
