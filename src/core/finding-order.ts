import type { Finding } from './finding.ts'
import { SEVERITIES } from './finding.ts'

// What is open, what somebody looks at, then what is over.
const STATUS_ORDER = ['open', 'acknowledged', 'dismissed', 'resolved'] as const

/** What needs somebody first, what is over last; then the graver, then the older; ids settle the rest. */
export function byUrgency(a: Finding, b: Finding): number {
  return (
    Number(b.needsYou) - Number(a.needsYou) ||
    STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    compare(a.since, b.since) ||
    compare(a.id, b.id)
  )
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
