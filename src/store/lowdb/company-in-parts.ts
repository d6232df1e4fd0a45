import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

const chargeSchema = z.object({
  chargeKind: z.string(),
  amount: z.object({ minor: z.number(), currency: z.string() }),
})
const companySchema = z.looseObject({
  unrecognised: z.array(z.object({ charges: z.array(chargeSchema) })),
  evidenceSegment: z.string(),
})
const appSchema = z.looseObject({
  statement: z.looseObject({ charges: z.number(), spendMinor: z.record(z.string(), z.number()) }),
})
// Not a record of zod's: that would lose a key that is called `__proto__`.
const jsonSchema = z.custom<Json>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

/**
 * The documents of version 1 as version 2 has them. That kept all charges that nobody could attribute in the company's
 * document, of which the counts stay until the next detection, and the evidence of all apps in one segment.
 */
export function companyInParts(documents: unknown): unknown {
  const collections = jsonSchema.safeParse(documents)
  if (!collections.success) return documents
  return {
    ...collections.data,
    ...edited(collections.data, 'company', editCompany),
    ...edited(collections.data, 'apps', editApp),
  }
}

function edited(collections: Json, name: string, edit: (value: unknown) => unknown): Json {
  const found = jsonSchema.safeParse(collections[name])
  if (!found.success) return {}
  const entries = Object.entries(found.data).map(([id, document]) => {
    const stored = jsonSchema.safeParse(document)
    return [id, stored.success ? { ...stored.data, value: edit(stored.data['value']) } : document]
  })
  return { [name]: Object.fromEntries(entries) }
}

function editCompany(value: unknown): unknown {
  const company = companySchema.safeParse(value)
  if (!company.success) return value
  const { unrecognised, evidenceSegment, ...others } = company.data
  const charges = unrecognised.flatMap((each) => each.charges)
  const spendMinor: Record<string, number> = {}
  for (const { chargeKind, amount } of charges) {
    if (chargeKind !== 'purchase' && chargeKind !== 'refund') continue
    spendMinor[amount.currency] = (spendMinor[amount.currency] ?? 0) + amount.minor
  }
  return {
    ...others,
    unrecognised: { texts: unrecognised.length, charges: charges.length, spendMinor },
    usersSegment: null,
    evidenceParts: [{ first: '', segment: evidenceSegment }],
    unrecognisedParts: [],
    quietFindings: [],
  }
}

/** How many charges were in which currency was not kept: all of them count for each, until the next detection. */
function editApp(value: unknown): unknown {
  const app = appSchema.safeParse(value)
  if (!app.success) return value
  const { statement } = app.data
  const currencies = Object.fromEntries(Object.keys(statement.spendMinor).map((code) => [code, statement.charges]))
  return { ...app.data, statement: { ...statement, currencies } }
}
