import type { Finding } from '#core/finding.ts'

// Below this many they are as easily kept as documents, and easier to look at.
const MANY = 1_000

export type SplitFindings = { readonly documents: readonly Finding[]; readonly quiet: readonly Finding[] }

/**
 * Sets apart findings on charges of which nobody decided anything and that ask nothing of anybody: a company may have
 * tens of thousands of texts that nobody knows. All are documents where they are few. Order is kept.
 */
export function splitFindings(findings: readonly Finding[]): SplitFindings {
  const quiet = findings.filter(isQuiet)
  if (quiet.length < MANY) return { documents: findings, quiet: [] }
  return { documents: findings.filter((finding) => !isQuiet(finding)), quiet }
}

function isQuiet({ subject, decision, needsYou }: Finding): boolean {
  return subject.kind === 'charge' && decision === null && !needsYou
}
