import type { Finding } from '#core/finding.ts'
import { byUrgency } from '#core/finding-order.ts'

export type FindingFilter = {
  readonly status?: string | undefined
  readonly severity?: string | undefined
  readonly rule?: string | undefined
  readonly app?: string | undefined
  readonly needsYou?: boolean | undefined
}

/** The findings of a filter, the most urgent first. Pages, API and exports share it. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  return findings
    .filter(
      (finding) =>
        (!filter.status || finding.status === filter.status) &&
        (!filter.severity || finding.severity === filter.severity) &&
        (!filter.rule || finding.rule === filter.rule) &&
        (!filter.app || finding.app === filter.app) &&
        (filter.needsYou === undefined || finding.needsYou === filter.needsYou),
    )
    .toSorted(byUrgency)
}
