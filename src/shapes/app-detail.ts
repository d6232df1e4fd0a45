import { z } from 'zod'
import type { App, AppCharge, AppEvidence, AppGrant } from '#core/app.ts'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import { ATTRIBUTIONS } from '#core/match/match.ts'
import { CHARGE_KINDS, PERSON_STATUSES, SOURCES } from '#core/observation.ts'
import { appLine, toAppLine } from './app-line.ts'

const source = z.enum(SOURCES)
const texts = z.array(z.string())
const identifier = z.object({ kind: z.enum(IDENTIFIER_KINDS), value: z.string() })
const money = z.object({ minor: z.int(), currency: z.string() })

export const appDetail = appLine
  .extend({
    category: z.string().nullable(),
    capabilities: texts,
    annualMinor: z.record(z.string(), z.int()),
    annualArithmetic: texts,
    evidence: z.object({
      people: z.array(
        z.object({
          person: z.string(),
          name: z.string().nullable(),
          status: z.enum(PERSON_STATUSES),
          department: z.string().nullable(),
          sources: z.array(source),
          lastUsed: z.string().nullable(),
        }),
      ),
      identities: z.array(
        z.object({
          source,
          identifiers: z.array(identifier),
          name: z.string().nullable(),
          publisher: z.string().nullable(),
          publisherVerified: z.boolean(),
          ownerTenant: z.string().nullable(),
          attribution: z.enum(ATTRIBUTIONS).nullable(),
          confidence: z.number().min(0).max(1),
          reasons: texts,
          runnerUp: z.string().nullable(),
          contradiction: z.object({ resembles: z.string(), reason: z.string() }).nullable(),
          observations: z.int(),
        }),
      ),
      grants: z.array(
        z.object({
          source,
          identifier,
          name: z.string().nullable(),
          access: z.enum(['delegated', 'application']),
          tenantWide: z.boolean(),
          scopes: texts,
          people: texts,
        }),
      ),
      charges: z.array(
        z.object({
          key: z.string(),
          date: z.string(),
          descriptor: z.string(),
          chargeKind: z.enum(CHARGE_KINDS),
          amount: money,
          account: z.string(),
          person: z.string().nullable(),
          intermediary: z.string().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'AppDetail', description: 'An app with all that supports it' })
export type AppDetail = z.infer<typeof appDetail>

/** `evidence` is null for an app that the last detection left none for. */
export function toAppDetail(app: App, evidence: AppEvidence | null): AppDetail {
  return {
    ...toAppLine(app),
    category: app.category,
    capabilities: [...app.capabilities],
    annualMinor: { ...app.statement?.annualMinor },
    annualArithmetic: [...(app.statement?.annualArithmetic ?? [])],
    evidence: {
      people: (evidence?.people ?? []).map((person) => ({ ...person, sources: [...person.sources] })),
      identities: (evidence?.identities ?? []).map((identity) => ({
        ...identity,
        identifiers: [...identity.identifiers],
        reasons: [...identity.reasons],
      })),
      grants: (evidence?.grants ?? []).map(toGrant),
      charges: (evidence?.charges ?? []).map(toCharge),
    },
  }
}

type GrantDetail = AppDetail['evidence']['grants'][number]
type ChargeDetail = AppDetail['evidence']['charges'][number]

function toGrant({
  source: from,
  identifier: client,
  name,
  access,
  tenantWide,
  scopes,
  people,
}: AppGrant): GrantDetail {
  return { source: from, identifier: client, name, access, tenantWide, scopes: [...scopes], people: [...people] }
}

function toCharge({
  key,
  date,
  descriptor,
  chargeKind,
  amount,
  account,
  person,
  intermediary,
}: AppCharge): ChargeDetail {
  return { key, date, descriptor, chargeKind, amount, account, person, intermediary }
}
