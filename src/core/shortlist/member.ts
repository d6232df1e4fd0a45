import type { App } from '../app.ts'
import { daysBefore } from '../date.ts'
import type { InventoryEntry } from '../inventory.ts'
import { formatMoney } from '../money.ts'

/** A tool as the shortlist weighs it. */
export type Member = {
  readonly app: App
  readonly entry: InventoryEntry | null
  readonly people: ReadonlySet<string>
  /** What the tool is mainly bought for. Suites have none: nobody retires a suite for one of its jobs. */
  readonly primary: string | null
  readonly capabilities: readonly string[]
  /** Annual spend in the group's currency; null where it is not known. */
  readonly annualMinor: number | null
  readonly annualHow: readonly string[]
  /** Currencies of spend that could not be counted. */
  readonly otherCurrencies: readonly string[]
  readonly noticeBy: string | null
  /** The company decided for it: approved, restricted or on trial. */
  readonly decided: boolean
  readonly keepable: boolean
}

// A product with more jobs than this is a suite.
const SUITE = 8

/** The tool as a member of a group, or null where it is none of the company's own choice, or nobody uses or pays for it. */
export function toMember(
  app: App,
  people: readonly string[],
  entry: InventoryEntry | null,
  currency: string,
): Member | null {
  // A text that names only a vendor's line says neither what is used nor what could be given up.
  if (app.kind !== 'third-party' || app.family || app.tags.includes('lookalike')) return null
  if (app.users === 0 && app.statement === null) return null
  const decided = app.standing === 'approved' || app.standing === 'restricted' || app.standing === 'trial'
  return {
    app,
    entry,
    people: new Set(people),
    primary: app.capabilities.length > SUITE ? null : (app.capabilities[0] ?? null),
    capabilities: app.capabilities,
    ...annualOf(app, entry, currency),
    otherCurrencies: Object.keys(app.statement?.annualMinor ?? {}).filter((code) => code !== currency),
    noticeBy: entry?.renewal ? daysBefore(entry.renewal, entry.noticeDays ?? 0) : null,
    decided,
    keepable: app.standing !== 'rejected' && app.standing !== 'retired',
  }
}

/** Charges tell more than a contract's list price; a tool paid by invoice has only the latter. */
function annualOf(app: App, entry: InventoryEntry | null, currency: string): Pick<Member, 'annualMinor' | 'annualHow'> {
  const charged = app.statement?.annualMinor[currency]
  if (charged !== undefined) return { annualMinor: charged, annualHow: app.statement?.annualArithmetic ?? [] }
  const cost = entry?.monthlyCost ?? null
  if (cost === null || cost.currency !== currency) return { annualMinor: null, annualHow: [] }
  const annual = { minor: cost.minor * 12, currency }
  return {
    annualMinor: annual.minor,
    annualHow: [`inventory: ${formatMoney(cost)} a month × 12 = ${formatMoney(annual)} a year`],
  }
}
