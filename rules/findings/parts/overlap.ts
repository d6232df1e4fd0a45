import type { AppFacts } from '#core/app.ts'
import type { Facts } from '#core/rule.ts'
import { compare } from './order.ts'
import { annualSpend, reaches } from './spend.ts'
import { daysBetween } from '#core/date.ts'
import { isThirdParty, useOf } from './use.ts'
import { count } from './wording.ts'

/** Apps in use that share one capability. */
export type Overlap = {
  readonly capability: string
  readonly name: string
  /** At least two, sorted by id. */
  readonly members: readonly AppFacts[]
  readonly sharedUsers: number
  /** 0..1, higher is more worth a look, with its reasons. */
  readonly score: number
  readonly reasons: readonly string[]
}

// A capability that more than this share of a real catalogue has ("integrations", "file upload") says nothing.
const GENERIC_SHARE = 0.1
const CATALOGUE_FOR_SHARES = 100
// Two people who try two tools are no overlap of the company; this many who use several are.
const MANY_SHARED = 5

/**
 * Overlaps by capability id. A capability that is too common in the catalogue is left out, and so is one whose apps all
 * appear in the group of a rarer capability: one pair of tools is one question, whatever else they both do.
 */
export function overlaps(facts: Facts): Overlap[] {
  const frequency = frequencies(facts)
  const groups = new Map<string, AppFacts[]>()
  for (const each of facts.apps.toSorted((a, b) => compare(a.app.id, b.app.id))) {
    if (!isThirdParty(each) || each.app.family || useOf(each) === null) continue
    for (const capability of new Set(each.app.capabilities)) {
      groups.set(capability, [...(groups.get(capability) ?? []), each])
    }
  }
  const candidates = [...groups]
    .filter(
      ([capability, members]) => isOneQuestion(capability, members, facts) && !isGeneric(capability, frequency, facts),
    )
    .toSorted(
      ([a, ofA], [b, ofB]) =>
        ofB.length - ofA.length || (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || compare(a, b),
    )
  const kept: [string, AppFacts[]][] = []
  for (const [capability, members] of candidates) {
    const covered = kept.some(([, others]) => members.every((member) => others.includes(member)))
    if (!covered) kept.push([capability, members])
  }
  return kept.toSorted(([a], [b]) => compare(a, b)).map(([capability, members]) => weigh(capability, members, facts))
}

/** True when at least two of the tools are mainly bought for this job, and having several of them is not normal. */
function isOneQuestion(capability: string, members: readonly AppFacts[], { catalogue }: Facts): boolean {
  const overlapping = catalogue.capabilities.find(({ id }) => id === capability)?.overlaps ?? true
  return overlapping && members.filter(({ app }) => app.capabilities[0] === capability).length > 1
}

function frequencies({ catalogue }: Facts): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const product of catalogue.products) {
    for (const capability of product.capabilities) found.set(capability, (found.get(capability) ?? 0) + 1)
  }
  return found
}

function isGeneric(capability: string, frequency: ReadonlyMap<string, number>, { catalogue }: Facts): boolean {
  const { length } = catalogue.products
  return length >= CATALOGUE_FOR_SHARES && (frequency.get(capability) ?? 0) > length * GENERIC_SHARE
}

/** Half for people who use several, a quarter each for paying for several and for a renewal that is near. */
function weigh(capability: string, members: readonly AppFacts[], facts: Facts): Overlap {
  const uses = new Map<string, number>()
  for (const { evidence } of members) {
    for (const { person } of evidence.people) uses.set(person, (uses.get(person) ?? 0) + 1)
  }
  const sharedUsers = [...uses.values()].filter((tools) => tools > 1).length
  const sizes = members.map(({ evidence }) => evidence.people.length).filter((size) => size > 0)
  const smallest = sizes.length > 1 ? Math.min(...sizes) : 0
  const shared = smallest === 0 ? 0 : Math.min(1, sharedUsers / Math.max(smallest, MANY_SHARED))
  const paid = members.filter((each) => reaches(annualSpend(each), 1)).length
  const paying = paid > 1 ? 1 : paid === 1 ? 0.5 : 0
  const renewals = members.flatMap((each) => daysToRenewal(each, facts) ?? [])
  const near = renewals.some((days) => days >= 0 && days <= facts.policy.renewalHorizonDays)
  const name = facts.catalogue.capabilities.find(({ id }) => id === capability)?.name ?? capability
  return {
    capability,
    name,
    members,
    sharedUsers,
    score: 0.5 * shared + 0.25 * paying + (near ? 0.25 : 0),
    reasons: [
      smallest === 0
        ? 'shared users not recorded'
        : `${count(sharedUsers, 'person', 'people')} of ${uses.size} ${sharedUsers === 1 ? 'uses' : 'use'} more than one (up to 0.5: ${(0.5 * shared).toFixed(2)})`,
      `${paid} of ${members.length} are paid for (up to 0.25: ${(0.25 * paying).toFixed(2)})`,
      near ? 'a renewal or its notice is near (0.25)' : 'no renewal is near (0)',
    ],
  }
}

function daysToRenewal({ app }: AppFacts, { inventory, now }: Facts): number | null {
  const renewal = inventory.find(({ id }) => id === app.inventoryEntry)?.renewal ?? null
  return renewal === null ? null : daysBetween(now, renewal)
}
