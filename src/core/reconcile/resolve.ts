import { registrableDomain } from '../domain.ts'
import type { Identity, Matcher } from '../match/match.ts'
import type { AppRecord, DescriptorRecord } from './gather.ts'
import type { ResolvedApp, ResolvedDescriptor } from './group.ts'
import { contradictByTenant } from './owner-tenant.ts'
import { joinGoogleProjects } from './google-project.ts'
import { foreignClue } from './own-domains.ts'

/** Resolves each distinct app once. `own` are the company's own domains, which are left out of what is known of an app. */
export function resolveApps(
  records: readonly AppRecord[],
  matcher: Matcher,
  own: ReadonlySet<string>,
): readonly ResolvedApp[] {
  const resolved = records.map((record): ResolvedApp => {
    const via = record.grants.size > 0 ? ('oauth' as const) : ('sso' as const)
    const clue = foreignClue(record.clue, own)
    const identity = { kind: 'app', via, clue } as const
    const known = { ...record, clue: { ...record.clue, domains: clue.domains } }
    return { record: known, match: matcher.match(identity), refused: matcher.refused(identity) }
  })
  return contradictByTenant(joinGoogleProjects(resolved))
}

/** Resolves each distinct charge text once, with what its rows say together: recurrence, the usual amount. */
export function resolveDescriptors(records: readonly DescriptorRecord[], matcher: Matcher): ResolvedDescriptor[] {
  return records.map((record) => {
    const identity = descriptorIdentity(record)
    const domains = domainsIn(record.descriptor)
    return { record, match: matcher.match(identity), refused: matcher.refused(identity), domains }
  })
}

function descriptorIdentity(record: DescriptorRecord): Identity {
  const purchases = record.charges
    .filter((charge) => charge.chargeKind === 'purchase')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.key < b.key ? -1 : 1))
  const last = purchases.at(-1)
  return {
    kind: 'descriptor',
    text: record.descriptor,
    mcc: record.mcc,
    amountMinor: last?.amount.minor ?? null,
    currency: last?.amount.currency ?? null,
    recurring: isRecurring(purchases.map((charge) => charge.date)),
  }
}

/** True when charged in at least two months and about once a month; null when a single charge cannot tell. */
function isRecurring(dates: readonly string[]): boolean | null {
  if (dates.length < 2) return null
  const months = new Set(dates.map((date) => date.slice(0, 7)))
  return months.size >= 2 && dates.length <= months.size * 2
}

/** Registrable domains printed inside a text: `PAYPAL *ACMENOTES.IO` -> `acmenotes.io`. Sorted. */
function domainsIn(text: string): string[] {
  const words = text.toLowerCase().split(/[\s*,;()/]+/)
  const domains = words.flatMap((word) => registrableDomain(word.replace(/^.*@/, '')) ?? [])
  return [...new Set(domains)].toSorted()
}
