import { z } from 'zod'
import { isCurrency } from '#core/currency.ts'
import { COLUMN_ROLES, DATE_ORDERS, DELIMITERS, ENCODINGS, SIGNS, STATEMENT_NATURES } from '#core/statement.ts'
import type { StatementFormat } from '#core/statement.ts'

const format = z.strictObject({
  delimiter: z.enum(DELIMITERS),
  encoding: z.enum(ENCODINGS),
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  headerLine: z.int().positive().nullable(),
  sign: z.enum(SIGNS).nullable(),
  columns: z.partialRecord(z.enum(COLUMN_ROLES), z.string()),
  decimal: z.enum(['.', ',']).nullable(),
  currency: z.string().refine(isCurrency, 'must be an ISO 4217 code, as EUR').nullable(),
  nature: z.enum(STATEMENT_NATURES),
})
const mapping = format.partial()

/** A person's answers: any part of a format. */
export type StatementMapping = z.infer<typeof mapping>

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: StatementMapping }
  | { readonly ok: false; readonly reason: string }

/** Reads what a mapping file holds; null and nothing are no answers. A whole preview is taken for its format. */
export function parseMapping(json: unknown): ParsedMapping {
  if (json === null || json === undefined) return { ok: true, mapping: {} }
  const inner = typeof json === 'object' && 'format' in json && 'rows' in json ? json.format : json
  const parsed = mapping.safeParse(inner)
  if (parsed.success) return { ok: true, mapping: parsed.data }
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the mapping'}: ${issue.message}`)
  return {
    ok: false,
    reason: `the mapping cannot be used (${problems.join('; ')}); take the "format" that --preview prints`,
  }
}

/** The format that `sniff` made, after it went through a caller that knows nothing of it. Throws when it is none. */
export function parseFormat(value: unknown): StatementFormat {
  return format.parse(value)
}
