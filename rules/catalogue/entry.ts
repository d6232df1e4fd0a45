import { z } from 'zod'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import { SOURCES } from './sources.ts'

const text = z
  .string()
  .min(1)
  .refine((value) => value === value.trim(), 'has a space at its beginning or end')

/** A stable, readable id: `google-workspace`. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not kebab-case (lower-case letters, digits, single hyphens)')

const domain = z
  .string()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'is not a bare lower-case domain such as example.com')

const stem = text
  .min(3, 'has fewer than 3 characters, which begin too many descriptors')
  .refine((value) => value === value.toUpperCase(), 'is not upper case')

/** What an entry says a product is recognised by. */
export const claims = {
  domains: z.array(domain).default([]),
  sharedDomains: z.array(domain).default([]),
  aliases: z.array(text).default([]),
  stems: z.array(stem).default([]),
  identifiers: z.array(z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: text })).default([]),
  galleryNames: z.array(text).default([]),
  soldThrough: z.array(id).default([]),
}

/** One product as a file of this folder writes it: what is usual is left out, and its category is the file's name. */
export const productEntry = z.strictObject({
  id,
  name: text,
  vendor: text,
  family: z.boolean().default(false),
  memberOf: id.nullable().default(null),
  ...claims,
  capabilities: z.array(id).min(1, 'names no capability'),
  ai: z.boolean().default(false),
  commonWord: z.boolean().default(false),
  sources: z.partialRecord(z.enum(SOURCES), z.array(text).min(1)).default({}),
})

export type ProductEntry = z.infer<typeof productEntry>

/** One capability as `rules/capabilities.json` writes it. */
export const capabilityEntry = z.strictObject({
  id,
  name: text,
  category: id,
  words: z.array(text).min(1, 'has no plain-language words'),
  overlaps: z.boolean().default(true),
})
