import { z } from 'zod'
import { RULE_IDS, SEVERITIES } from '#core/finding.ts'
import type { Policy } from '#core/policy.ts'
import { DEFAULT_POLICY } from '#core/policy.ts'
import { ConfigError } from './config.ts'

const whole = z.int('must be a whole number').min(0, 'must not be negative')

// Zero would remove what was stored a moment ago.
const kept = z.int('must be a whole number, or null for ever').min(1, 'must be at least 1, or null for ever').nullable()

const tuning = z.strictObject({
  off: z.boolean('must be true or false').exactOptional(),
  severity: z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`).exactOptional(),
})

const schema = z.strictObject({
  tolerance: z
    .strictObject({
      people: whole,
      monthlySpendMinor: whole,
      scopes: z.enum(['low', 'medium', 'high'], 'must be low, medium or high'),
    })
    .partial(),
  renewalHorizonDays: whole,
  needsYouLimit: whole,
  retention: z.strictObject({
    statementMonths: kept.exactOptional(),
    scans: kept.exactOptional(),
    rejectedMonths: kept.exactOptional(),
    resolvedFindingsMonths: kept.exactOptional(),
    backups: z.int('must be a whole number').min(1, 'must be at least 1').exactOptional(),
  }),
  rules: z.partialRecord(z.enum(RULE_IDS, `knows the rules ${RULE_IDS.join(', ')}`), tuning),
})

/**
 * Reads a company's policy file, JSON in which everything is optional; what it leaves out keeps its default. `path` is
 * named in messages. Throws `ConfigError` with every problem: what is no JSON, unknown names, values out of range.
 */
export function parsePolicy(text: string, path: string): Policy {
  const parsed = schema.partial().safeParse(parseJson(text, path))
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path: keys, message }) => {
        const where = keys.length === 0 ? '' : `${keys.join('.')}: `
        return `${path}: ${where}${message}`
      }),
    )
  }
  const { tolerance, renewalHorizonDays, needsYouLimit, retention, rules } = parsed.data
  return {
    tolerance: {
      people: tolerance?.people ?? DEFAULT_POLICY.tolerance.people,
      monthlySpendMinor: tolerance?.monthlySpendMinor ?? DEFAULT_POLICY.tolerance.monthlySpendMinor,
      scopes: tolerance?.scopes ?? DEFAULT_POLICY.tolerance.scopes,
    },
    renewalHorizonDays: renewalHorizonDays ?? DEFAULT_POLICY.renewalHorizonDays,
    needsYouLimit: needsYouLimit ?? DEFAULT_POLICY.needsYouLimit,
    retention: { ...DEFAULT_POLICY.retention, ...retention },
    rules: rules ?? DEFAULT_POLICY.rules,
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable'
    throw new ConfigError([`${path} is no JSON (${reason}); mend it, or remove it to use the defaults`])
  }
}
