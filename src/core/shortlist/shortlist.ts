import type { App } from '../app.ts'
import type { Capability } from '../catalogue.ts'
import type { InventoryEntry, Standing } from '../inventory.ts'
import type { SourceReading } from '../rule.ts'
import { caseForKeeping } from './case-for-keeping.ts'
import { confidenceOf, gapsOf } from './gaps.ts'
import type { Member } from './member.ts'
import { toMember } from './member.ts'
import { savingOf } from './saving.ts'
import type { Saving } from './saving.ts'

export type ShortlistedApp = {
  readonly app: string
  readonly name: string
  readonly users: number
  /** People who also use a tool that is kept; for a kept tool, people who also use one that goes. */
  readonly sharedUsers: number
  /** In the group's currency; null where it is not known. */
  readonly annualSpendMinor: number | null
  readonly renewal: string | null
  readonly noticeBy: string | null
  readonly standing: Standing
  readonly owner: string | null
}

export type ShortlistGroup = {
  readonly group: string
  readonly capability: string
  readonly keep: readonly string[]
  readonly retire: readonly string[]
  readonly apps: readonly ShortlistedApp[]
  readonly currency: string
  readonly savingMinor: { readonly low: number; readonly high: number }
  readonly arithmetic: readonly string[]
  readonly caseForKeeping: readonly string[]
  readonly confidence: number
  readonly gaps: readonly string[]
}

/** An app with the primary e-mails of those who use it. */
type UsedApp = { readonly app: App; readonly people: readonly string[] }

export type ShortlistInput = {
  readonly apps: readonly UsedApp[]
  readonly inventory: readonly InventoryEntry[]
  readonly capabilities: readonly Capability[]
  readonly sources: readonly SourceReading[]
  /** The company's currency; null takes the one most charges are in. */
  readonly currency: string | null
}

type Candidate = {
  readonly capability: string
  readonly members: readonly Member[]
  readonly keep: readonly Member[]
  readonly saving: Saving
}

/**
 * The tools that do the same job, which one to keep, and what that saves: the largest possible saving first. A tool is
 * in one group only, so that no saving is counted twice.
 */
export function shortlist(input: ShortlistInput): ShortlistGroup[] {
  const entries = new Map(input.inventory.map((entry) => [entry.id, entry]))
  const currency = input.currency ?? commonCurrency(input.apps)
  const members = input.apps.flatMap(
    ({ app, people }) => toMember(app, people, entries.get(app.inventoryEntry ?? '') ?? null, currency) ?? [],
  )
  const normal = new Set(input.capabilities.filter(({ overlaps }) => !overlaps).map(({ id }) => id))
  const capabilities = new Set(members.flatMap((member) => member.primary ?? []).filter((id) => !normal.has(id)))
  const free = new Set(members)
  const groups: ShortlistGroup[] = []
  const able = Map.groupBy(
    members.flatMap((member) => [...new Set(member.capabilities)].map((capability) => ({ capability, member }))),
    ({ capability }) => capability,
  )
  const candidateOf = (capability: string): Candidate | null => {
    const found = (able.get(capability) ?? []).flatMap(({ member }) => (free.has(member) ? [member] : []))
    return candidateFor(capability, found, currency)
  }
  const candidates = new Map([...capabilities].toSorted().map((capability) => [capability, candidateOf(capability)]))
  while (candidates.size > 0) {
    const [best] = [...candidates.values()].filter((candidate) => candidate !== null).toSorted(bySaving)
    if (best === undefined) break
    groups.push(toGroup(best, currency, input))
    candidates.delete(best.capability)
    for (const member of best.members) free.delete(member)
    // Only where one of these could do the job as well has anything changed.
    const changed = new Set(best.members.flatMap((member) => member.capabilities))
    for (const capability of changed) {
      if (candidates.has(capability)) candidates.set(capability, candidateOf(capability))
    }
  }
  return groups
}

function bySaving(a: Candidate, b: Candidate): number {
  return b.saving.high - a.saving.high || b.saving.low - a.saving.low || (a.capability < b.capability ? -1 : 1)
}

/** Tools whose main job this is, and decided tools that can do it too; null unless one can be kept and another retired. */
function candidateFor(capability: string, able: readonly Member[], currency: string): Candidate | null {
  const main = able.filter((member) => member.primary === capability)
  const [best] = able
    .filter((member) => member.keepable && (member.primary === capability || member.decided))
    .toSorted((a, b) => Number(isHome(b, capability)) - Number(isHome(a, capability)) || byWorth(a, b))
  if (best === undefined) return null
  const retire = main.filter((member) => member !== best)
  if (retire.length === 0) return null
  const members = [best, ...retire.toSorted(byWorth)]
  return { capability, members, keep: [best], saving: savingOf(best, retire, currency) }
}

/** A tool that the company decided for, and for this very job: nobody gives it up for a side job of another. */
function isHome(member: Member, capability: string): boolean {
  return member.decided && member.primary === capability
}

/** Decided tools before others, then those with more people, then the cheaper. */
function byWorth(a: Member, b: Member): number {
  return (
    Number(b.decided) - Number(a.decided) ||
    Number(b.keepable) - Number(a.keepable) ||
    b.people.size - a.people.size ||
    (a.annualMinor ?? 0) - (b.annualMinor ?? 0) ||
    (a.app.id < b.app.id ? -1 : 1)
  )
}

function toGroup(candidate: Candidate, currency: string, input: ShortlistInput): ShortlistGroup {
  const { capability, members, keep, saving } = candidate
  const retire = members.filter((member) => !keep.includes(member))
  const name = input.capabilities.find(({ id }) => id === capability)?.name ?? capability
  return {
    group: capability,
    capability: name,
    keep: keep.map(({ app }) => app.id),
    retire: retire.map(({ app }) => app.id),
    apps: members.map((member) => toShortlisted(member, keep.includes(member) ? retire : keep)),
    currency,
    savingMinor: { low: saving.low, high: saving.high },
    arithmetic: saving.arithmetic,
    caseForKeeping: retire.flatMap((member) => caseForKeeping(member, keep, input.capabilities)),
    confidence: confidenceOf(members, input.sources),
    gaps: gapsOf(members, currency, input.sources),
  }
}

function toShortlisted(member: Member, others: readonly Member[]): ShortlistedApp {
  return {
    app: member.app.id,
    name: member.app.name,
    users: member.people.size,
    sharedUsers: [...member.people].filter((person) => others.some((other) => other.people.has(person))).length,
    annualSpendMinor: member.annualMinor,
    renewal: member.entry?.renewal ?? null,
    noticeBy: member.noticeBy,
    standing: member.app.standing,
    owner: member.entry?.owner ?? null,
  }
}

function commonCurrency(apps: readonly UsedApp[]): string {
  const counts = new Map<string, number>()
  for (const { app } of apps) {
    for (const [currency, charges] of Object.entries(app.statement?.currencies ?? {})) {
      counts.set(currency, (counts.get(currency) ?? 0) + charges)
    }
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'EUR'
}
