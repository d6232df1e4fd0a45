import { detect, fingerprint } from '#core/detect.ts'
import type { Finding } from '#core/finding.ts'
import type { Facts } from '#core/rule.ts'
import { app, facts, people, reading } from '#rules/findings/example.ts'
import { RULES } from '#rules/findings/index.ts'

/** Three nights in a row, when the scan runs. */
export const NIGHT_1 = '2026-03-01T02:00:00.000Z'
export const NIGHT_2 = '2026-03-02T02:00:00.000Z'
export const NIGHT_3 = '2026-03-03T02:00:00.000Z'

/** An app that seven people use and nobody approved. */
export const jasper = app({ id: 'jasper', people: people(7) })
/** The source of it, read completely. */
export const read = [reading('google')]
/** The source of it, read in part; the last complete read was the first night. */
export const partial = [reading('google', { status: 'partial', completeAt: NIGHT_1 })]
/** The finding that the app is unapproved. */
export const id = fingerprint('unapproved-tool', { kind: 'app', id: 'jasper' })

/** What the first night finds, of the app alone unless told otherwise. */
export function firstNight(given: Partial<Facts> = {}): readonly Finding[] {
  return detect({ facts: facts({ apps: [jasper], sources: read, now: NIGHT_1, ...given }), rules: RULES, previous: [] })
    .findings
}

/** The findings, after a person decided about all of them. */
export function decided(findings: readonly Finding[], status: 'acknowledged' | 'dismissed'): readonly Finding[] {
  const decision = { by: 'it@acme.example', at: NIGHT_1, reason: 'known' }
  return findings.map((finding) => ({ ...finding, status, decision }))
}

/** The one finding about the app; throws when it is not there. */
export function only(findings: readonly Finding[]): Finding {
  const [finding] = findings.filter((each) => each.id === id)
  if (finding === undefined) throw new Error('the finding is not there')
  return finding
}
