import { z } from 'zod'
import type { App } from '#core/app.ts'
import { STATUSES } from '#core/inventory.ts'
import { ATTRIBUTIONS } from '#core/match/match.ts'

const count = z.int().min(0)
const texts = z.array(z.string())

export const appLine = z
  .object({
    app: z.string(),
    name: z.string(),
    vendor: z.string().nullable(),
    domain: z.string().nullable(),
    kind: z.enum(['third-party', 'platform', 'in-house', 'script']),
    standing: z.enum([...STATUSES, 'unlisted']),
    inventoryEntry: z.string().nullable(),
    users: count.meta({
      description: 'distinct people over tokens, personal consents and direct assignments of all sources',
    }),
    sources: z.object({
      google: z.object({ users: count, identifiers: texts, scopes: texts }).optional(),
      microsoft: z
        .object({ users: count, identifiers: texts, scopes: texts, tenantWide: z.boolean(), groups: texts })
        .optional(),
      okta: z.object({ users: count, identifiers: texts }).optional(),
      'app-list': z.object({ users: count, identifiers: texts }).optional(),
      statement: z
        .object({
          charges: count,
          spendMinor: z
            .record(z.string(), z.int())
            .meta({ description: 'purchases less refunds, all seen, in minor units by currency' }),
        })
        .optional(),
    }),
    attribution: z.enum(ATTRIBUTIONS).nullable(),
    tags: texts,
    firstSeen: z.string().nullable(),
    lastSeen: z.string().nullable(),
  })
  .meta({ id: 'App', description: 'A product as found in this company' })
export type AppLine = z.infer<typeof appLine>

export function toAppLine(app: App): AppLine {
  const { google, microsoft, okta, 'app-list': list } = app.sources
  const { statement } = app
  return {
    app: app.id,
    name: app.name,
    vendor: app.vendor,
    domain: app.domain,
    kind: app.kind,
    standing: app.standing,
    inventoryEntry: app.inventoryEntry,
    users: app.users,
    sources: {
      ...(google && { google: { ...identified(google), scopes: [...google.scopes] } }),
      ...(microsoft && {
        microsoft: {
          ...identified(microsoft),
          scopes: [...microsoft.scopes],
          tenantWide: microsoft.tenantWide,
          groups: [...microsoft.groups],
        },
      }),
      ...(okta && { okta: identified(okta) }),
      ...(list && { 'app-list': identified(list) }),
      ...(statement && { statement: { charges: statement.charges, spendMinor: { ...statement.spendMinor } } }),
    },
    attribution: app.attribution,
    tags: [...app.tags],
    firstSeen: app.firstSeen,
    lastSeen: app.lastSeen,
  }
}

function identified(source: { readonly users: number; readonly identifiers: readonly string[] }): {
  users: number
  identifiers: string[]
} {
  return { users: source.users, identifiers: [...source.identifiers] }
}
