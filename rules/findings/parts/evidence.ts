import type { AppCharge, AppFacts, AppGrant } from '#core/app.ts'
import type { Evidence } from '#core/finding.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import { formatMoney } from '#core/money.ts'
import type { ScopeTable } from '#core/scope.ts'
import { compare } from './order.ts'
import { meanings, reachOf } from './reach.ts'
import { spendCharges } from './spend.ts'
import { SIGN_IN_SOURCES } from './use.ts'
import { amounts, count, list, SOURCE_NAMES, STANDING_WORDS } from './wording.ts'

/** One line a grant, most dangerous scopes first; people are counted, not named. */
export function grantEvidence(grants: readonly AppGrant[], table: ScopeTable): Evidence[] {
  return grants
    .map((grant): Evidence => {
      const what = list(meanings(reachOf([grant], table)), 4) || 'sign people in'
      return {
        kind: 'grant',
        source: grant.source,
        key: grant.keys.toSorted(compare)[0] ?? grant.identifier.value,
        text: `${SOURCE_NAMES[grant.source]}, client ${grant.identifier.value}: ${holder(grant)} lets it ${what}`,
      }
    })
    .toSorted((a, b) => compare(a.key, b.key) || compare(a.text, b.text))
}

function holder(grant: AppGrant): string {
  if (grant.access === 'application') return 'a permission of its own, for everybody and with nobody signed in,'
  if (grant.tenantWide) return 'a consent for the whole company'
  return `the consent of ${count(grant.people.length, 'person', 'people')}`
}

/** Who uses it, by department: the page of the app names them. */
export function peopleEvidence({ app, evidence }: AppFacts): Evidence[] {
  if (evidence.people.length === 0) return []
  const departments = [...Map.groupBy(evidence.people, (person) => person.department ?? 'no department recorded')]
    .map(([department, people]) => ({ department, people: people.length }))
    .toSorted((a, b) => b.people - a.people || compare(a.department, b.department))
  const text = list(departments.map(({ department, people }) => `${department} ${people}`))
  return [{ kind: 'person', source: null, key: app.id, text: `${count(app.users, 'person', 'people')}: ${text}` }]
}

/** Where it was seen, a line a source: its identifiers, users and groups. */
export function sourceEvidence({ app }: AppFacts): Evidence[] {
  return SIGN_IN_SOURCES.flatMap((source): Evidence[] => {
    const seen = app.sources[source]
    if (seen === undefined) return []
    const users = seen.users > 0 ? count(seen.users, 'person', 'people') : 'no person recorded'
    const groups = seen.groups.length > 0 ? `, assigned to ${list(seen.groups.toSorted(compare))}` : ''
    const identifiers = list(seen.identifiers.toSorted(compare), 3)
    const text = `${SOURCE_NAMES[source]}: ${identifiers === '' ? app.name : identifiers}, ${users}${groups}`
    return [{ kind: 'identity', source, key: seen.identifiers.toSorted(compare)[0] ?? app.id, text }]
  })
}

/** The sum of the charges with the arithmetic of a year, then the latest of them. Empty without spend. */
export function spendEvidence({ app, evidence }: AppFacts, latest = 3): Evidence[] {
  const charges = spendCharges(evidence.charges)
  if (app.statement === null || charges.length === 0) return []
  const sum = `${count(charges.length, 'charge')} seen, together ${amounts(app.statement.spendMinor) || 'nothing'}`
  const year = [...app.statement.annualArithmetic].toSorted(compare)
  return [
    { kind: 'arithmetic', source: 'statement', key: app.id, text: [sum, ...year].join('; ') },
    ...charges.slice(-latest).toReversed().map(chargeEvidence),
  ]
}

/** One charge as the statement has it. */
export function chargeEvidence(charge: AppCharge): Evidence {
  const payer = charge.person === null ? '' : `, ${charge.person}`
  const text = `${charge.date} "${charge.descriptor}" ${formatMoney(charge.amount)}, account ${charge.account}${payer}`
  return { kind: 'charge', source: 'statement', key: charge.key, text }
}

/** What the inventory says of the tool. */
export function inventoryEvidence(entry: InventoryEntry): Evidence {
  const facts = [
    entry.owner === null ? 'no owner recorded' : `owner ${entry.owner}`,
    ...(entry.seats === null ? [] : [count(entry.seats, 'seat')]),
    ...(entry.monthlyCost === null ? [] : [`${formatMoney(entry.monthlyCost)} a month`]),
    ...(entry.renewal === null ? [] : [`renews ${entry.renewal}`]),
  ]
  return {
    kind: 'inventory',
    source: 'inventory',
    key: entry.id,
    text: `${entry.tool} ${STANDING_WORDS[entry.status]}: ${list(facts)}`,
  }
}
