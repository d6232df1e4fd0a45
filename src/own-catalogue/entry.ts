import { z } from 'zod'
import type { Capability, Intermediary } from '#core/catalogue.ts'
import { claims, id, productEntry } from '#rules/catalogue/entry.ts'

const ids = z.array(id).min(1, 'names no product')

/** A product of the company's own: the fields of a shipped one, its category, and the products that it stands in for. */
export const ownProductEntry = z.strictObject({ ...productEntry.shape, category: id, replaces: ids.default([]) })
export type OwnProduct = z.infer<typeof ownProductEntry>

const NOTHING =
  'adds nothing and leaves nothing out; name aliases, stems, domains, galleryNames, identifiers or without'

/** What the company adds to a known product, and which of its aliases, stems, domains or identifiers it does not want. */
export const extensionEntry = z
  .strictObject({ extends: id, ...claims, without: z.array(z.string().min(1)).default([]) })
  .refine((entry) => Object.values(entry).some((value) => Array.isArray(value) && value.length > 0), NOTHING)
export type Extension = z.infer<typeof extensionEntry>

/** A value with where it is written, for messages: `data/catalogue/tools.json, line 3, entry "acme-notes"`. */
export type Written<T> = { readonly where: string; readonly value: T }

/** All that a company's own files say. Product names in `descriptors` are as written. */
export type OwnEntries = {
  readonly products: readonly Written<OwnProduct>[]
  readonly extensions: readonly Written<Extension>[]
  readonly capabilities: readonly Written<Capability>[]
  readonly intermediaries: readonly Written<Intermediary>[]
  readonly descriptors: readonly Written<StatedLine>[]
}

/** A line of `descriptors.csv`: `product` as a person writes it, an id, a name or NONE; `from` without folders. */
export type StatedLine = { readonly text: string; readonly product: string; readonly from: string }

export const NO_ENTRIES: OwnEntries = {
  products: [],
  extensions: [],
  capabilities: [],
  intermediaries: [],
  descriptors: [],
}

/** What several files say together, in their order. */
export function joinEntries(parts: readonly OwnEntries[]): OwnEntries {
  return {
    products: parts.flatMap((part) => part.products),
    extensions: parts.flatMap((part) => part.extensions),
    capabilities: parts.flatMap((part) => part.capabilities),
    intermediaries: parts.flatMap((part) => part.intermediaries),
    descriptors: parts.flatMap((part) => part.descriptors),
  }
}
