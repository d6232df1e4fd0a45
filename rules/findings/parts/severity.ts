import type { Severity } from '#core/finding.ts'
import { SEVERITIES } from '#core/finding.ts'

/** The highest of several severities; `low` for none. */
export function highest(...severities: readonly Severity[]): Severity {
  return SEVERITIES.toReversed().find((severity) => severities.includes(severity)) ?? 'low'
}

/** The next higher severity; `critical` stays. */
export function raise(severity: Severity): Severity {
  return SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'critical'
}
