import { z } from 'zod'
import { isCurrency } from '#core/currency.ts'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import { STATUSES } from '#core/inventory.ts'
import { nameWords } from '#core/name.ts'
import type { InventoryEntry } from '#core/inventory.ts'

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, 'is no ISO 4217 currency')

export const inventoryLine = z
  .object({
    id: z.string().min(1),
    // The id is made of its letters and digits.
    tool: z
      .string()
      .trim()
      .min(1)
      .refine((tool) => nameWords(tool).length > 0, 'needs a letter or a digit'),
    status: z.enum(STATUSES),
    app: z.string().nullable().meta({ description: 'the product or app the tool was resolved to' }),
    domain: z.string().nullable(),
    vendor: z.string().nullable(),
    owner: z.string().nullable().meta({ description: 'e-mail or name of the person who answers for the tool' }),
    capabilities: z.array(z.string()),
    renewal: z.iso.date().nullable(),
    noticeDays: z.int().min(0).nullable(),
    monthlyCost: z.object({ minor: z.int(), currency }).nullable(),
    seats: z.int().min(0).nullable(),
    identifiers: z.array(z.object({ kind: z.enum(IDENTIFIER_KINDS), value: z.string().min(1) })),
    conditions: z.array(z.string()).meta({ description: 'for restricted and trial: what must hold' }),
    until: z.iso.date().nullable().meta({ description: 'for trial: its last day' }),
    notes: z.string(),
  })
  .meta({ id: 'InventoryEntry', description: 'What the company decided about a tool' })
export type InventoryLine = z.infer<typeof inventoryLine>

const { id: _, ...fields } = inventoryLine.shape

/** What a new entry needs: the tool and its status; everything else may be left out. */
export const newInventoryEntry = z
  .strictObject({
    ...fields,
    app: fields.app.default(null),
    domain: fields.domain.default(null),
    vendor: fields.vendor.default(null),
    owner: fields.owner.default(null),
    capabilities: fields.capabilities.default([]),
    renewal: fields.renewal.default(null),
    noticeDays: fields.noticeDays.default(null),
    monthlyCost: fields.monthlyCost.default(null),
    seats: fields.seats.default(null),
    identifiers: fields.identifiers.default([]),
    conditions: fields.conditions.default([]),
    until: fields.until.default(null),
    notes: fields.notes.default(''),
  })
  .meta({ id: 'NewInventoryEntry' })

/** What a change may name: any field but the id. */
export const inventoryChange = z.strictObject(fields).partial().meta({ id: 'InventoryChange' })

export function toInventoryLine(entry: InventoryEntry): InventoryLine {
  return {
    ...entry,
    capabilities: [...entry.capabilities],
    monthlyCost: entry.monthlyCost === null ? null : { ...entry.monthlyCost },
    identifiers: entry.identifiers.map(({ kind, value }) => ({ kind, value })),
    conditions: [...entry.conditions],
  }
}
