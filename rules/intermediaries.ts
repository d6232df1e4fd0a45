import { join } from 'node:path'
import { z } from 'zod'
import type { Intermediary } from '#core/catalogue.ts'
import { readEntries } from './catalogue/entries.ts'

/** One intermediary as `intermediaries.json` writes it. */
export const intermediaryEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case'),
  name: z.string().min(1),
  role: z.enum(['merchant-of-record', 'wallet', 'reseller', 'marketplace', 'processor']),
  prefixes: z
    .array(
      z
        .string()
        .min(2)
        .refine((prefix) => prefix === prefix.toUpperCase(), 'has a prefix that is not upper case'),
    )
    .min(1, 'names no prefix'),
  sellsSoftware: z.boolean(),
  sellsGoods: z.boolean().default(false),
})

/**
 * Who bills for others, read from `intermediaries.json` of the rules folder and sorted by id. Throws where an entry is
 * malformed or claims a prefix that another entry has, naming the entry and the problem.
 */
export function loadIntermediaries(rulesFolder: string = import.meta.dirname): readonly Intermediary[] {
  const intermediaries = readEntries(join(rulesFolder, 'intermediaries.json'), intermediaryEntry)
  const claimed = new Map<string, string>()
  for (const { id, prefixes } of intermediaries) {
    for (const prefix of prefixes) {
      const other = claimed.get(prefix)
      if (other !== undefined) {
        throw new Error(`intermediaries.json: entry "${id}": prefix "${prefix}" is already claimed by "${other}"`)
      }
      claimed.set(prefix, id)
    }
  }
  return intermediaries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
