import { z } from 'zod'
import { isCurrency } from '#core/currency.ts'
import { STATUSES } from '#core/inventory.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Money } from '#core/money.ts'
import { domainOf } from '#src/inventory-file/cell.ts'
import { parseCost } from '#src/inventory-file/cost.ts'
import { parseIdentifiers } from '#src/inventory-file/identifier-cell.ts'
import { parseNotice, parseSeats } from '#src/inventory-file/number-cell.ts'
import { optional } from '../form.ts'
import type { EntryFields, EntryProblems } from './entry-form.ts'
import { isoDay, lines } from './fields.ts'

export type ParsedEntry =
  | { readonly ok: true; readonly entry: Omit<InventoryEntry, 'id' | 'app'> }
  | { readonly ok: false; readonly problems: EntryProblems }

const wholeOr = (read: (text: string) => { value: number } | { reason: string }) =>
  z
    .string()
    .trim()
    .default('')
    .transform((text, context): number | null => {
      if (text === '') return null
      const parsed = read(text)
      if ('value' in parsed) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.reason })
      return z.NEVER
    })

const schema = z.object({
  tool: z.string().trim().min(1, 'say which tool').max(200, 'is longer than 200 characters'),
  status: z.enum(STATUSES, `choose one of ${STATUSES.join(', ')}`),
  domain: optional.transform((text, context) => {
    if (text === null) return null
    const domain = domainOf(text)
    if (domain === null)
      context.addIssue({ code: 'custom', message: `“${text}” is no domain; write it as docusign.com` })
    return domain
  }),
  vendor: optional,
  owner: optional,
  capabilities: lines,
  renewal: isoDay,
  noticeDays: wholeOr(parseNotice),
  seats: wholeOr(parseSeats),
  identifiers: lines.transform((items, context) => {
    const { identifiers, unread } = parseIdentifiers(items.map((item) => item.replaceAll(/[\\;]/g, '\\$&')).join(';'))
    if (unread.length > 0)
      context.addIssue({ code: 'custom', message: `${unread.join(', ')}: write kind and value, as google-client:…` })
    return identifiers
  }),
  conditions: lines,
  until: isoDay,
  notes: optional.transform((text) => text ?? ''),
})

/** Reads the form; what does not fit is said by field. `currency` is taken where the amount and the form state none. */
export function parseEntry(fields: EntryFields, currency: string | null): ParsedEntry {
  const parsed = schema.safeParse(fields)
  const cost = parseMonthlyCost(fields, currency)
  const problems = {
    ...(parsed.success ? {} : firstProblems(parsed.error)),
    ...('reason' in cost ? { monthlyCost: cost.reason } : {}),
  }
  if (!parsed.success || 'reason' in cost) return { ok: false, problems }
  return { ok: true, entry: { ...parsed.data, monthlyCost: cost.money } }
}

function firstProblems(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]))
}

function parseMonthlyCost(fields: EntryFields, fallback: string | null): { money: Money | null } | { reason: string } {
  const text = fields['monthlyCost']?.trim() ?? ''
  if (text === '') return { money: null }
  const code = fields['currency']?.trim().toUpperCase() || null
  if (code !== null && !isCurrency(code)) return { reason: `${code} is no ISO 4217 currency` }
  return parseCost(text, { row: code, header: null, settings: fallback })
}
