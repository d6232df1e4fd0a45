import { z } from 'zod'
import { FINDING_STATUSES, RULE_IDS, SEVERITIES } from '#core/finding.ts'
import type { Finding } from '#core/finding.ts'
import { SOURCES } from '#core/observation.ts'

export const findingLine = z
  .object({
    id: z.string().meta({ description: 'stable fingerprint of rule and subject' }),
    rule: z.enum(RULE_IDS),
    app: z.string().nullable().meta({ description: 'null where the subject is none: a source, a charge' }),
    subject: z.object({ kind: z.enum(['app', 'source', 'charge', 'person']), id: z.string() }),
    severity: z.enum(SEVERITIES),
    status: z.enum(FINDING_STATUSES),
    needsYou: z.boolean(),
    title: z.string(),
    nextStep: z.string(),
    evidence: z.array(
      z.object({
        kind: z.enum(['grant', 'charge', 'person', 'identity', 'inventory', 'source', 'arithmetic']),
        source: z.enum([...SOURCES, 'inventory']).nullable(),
        key: z.string(),
        text: z.string(),
      }),
    ),
    since: z.string().meta({ description: 'ISO time at which it was first detected' }),
  })
  .meta({ id: 'Finding', description: 'What a rule says of an app, a source, a charge or a person' })
export type FindingLine = z.infer<typeof findingLine>

export function toFindingLine(finding: Finding): FindingLine {
  const { id, rule, app, severity, status, needsYou, title, nextStep, since } = finding
  const subject = { kind: finding.subject.kind, id: finding.subject.id }
  const evidence = finding.evidence.map(({ kind, source, key, text }) => ({ kind, source, key, text }))
  return { id, rule, app, subject, severity, status, needsYou, title, nextStep, evidence, since }
}
