import type { AppFacts, Totals } from '#core/app.ts'
import type { Detection, Severity } from '#core/finding.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { Facts, Rule } from '#core/rule.ts'
import { app, entry, facts, people } from './example.ts'
import { inventoryEvidence, peopleEvidence, spendEvidence } from './parts/evidence.ts'
import { appOfEntry } from './parts/entry-app.ts'
import { daysBefore, daysBetween } from '#core/date.ts'
import { compare } from './parts/order.ts'
import { raise } from './parts/severity.ts'
import { annualSpend, reaches } from './parts/spend.ts'
import { count } from './parts/wording.ts'

/** A contract that renews soon, or whose last day for notice is near. */
export const renewalDue: Rule = {
  id: 'renewal-due',
  title: 'A contract renews soon',
  why: 'After the notice date the contract runs for another term at its old size and price, whoever still uses it.',
  remedy:
    'Before the notice date, compare seats with people who use the tool, look at the shortlist for overlaps, then renew, resize or give notice in writing; enter the new date in the inventory (Inventory → the tool → Renewal).',
  *detect(given) {
    const due = given.inventory.flatMap((listed) => termOf(listed, given) ?? [])
    // Two contracts for one app are one subject: the first deadline speaks for both.
    for (const [id, terms] of Map.groupBy(due, (term) => term.subject)) {
      yield* detectTerms(
        id,
        terms.toSorted((a, b) => a.days - b.days || compare(a.listed.id, b.listed.id)),
      )
    }
  },
  examples: {
    true: [
      {
        title: 'a contract renews in a month',
        facts: facts({ inventory: [entry('miro', { renewal: '2026-04-01' })] }),
        finds: ['miro'],
      },
      {
        title: 'the renewal is far, and its notice date is near',
        facts: facts({
          inventory: [entry('miro', { renewal: '2026-06-30', noticeDays: 90 })],
          apps: [app({ id: 'miro', standing: 'approved', inventoryEntry: 'miro', people: people(20) })],
        }),
        finds: ['miro'],
      },
      {
        title: 'the notice date has passed, and the renewal is ahead',
        facts: facts({ inventory: [entry('miro', { renewal: '2026-03-20', noticeDays: 30 })] }),
        finds: ['miro'],
      },
    ],
    false: [
      {
        title: 'renewal and notice date are far',
        facts: facts({ inventory: [entry('miro', { renewal: '2026-12-31', noticeDays: 90 })] }),
        finds: [],
      },
      {
        title: 'the renewal date has passed',
        facts: facts({ inventory: [entry('miro', { renewal: '2026-03-01', noticeDays: 30 })] }),
        finds: [],
      },
      { title: 'no renewal is recorded', facts: facts({ inventory: [entry('miro')] }), finds: [] },
      {
        title: 'a declined tool was never bought',
        facts: facts({ inventory: [entry('miro', { status: 'rejected', renewal: '2026-04-01' })] }),
        finds: [],
      },
    ],
  },
}

type Term = {
  readonly subject: string
  readonly each: AppFacts | null
  readonly listed: InventoryEntry
  readonly renewal: string
  /** Days to the renewal, and to the last day for notice; notice is negative when it has passed, null when not recorded. */
  readonly days: number
  readonly notice: number | null
  readonly noticeBy: string | null
}

function termOf(listed: InventoryEntry, given: Facts): Term | null {
  const { renewal, noticeDays, status } = listed
  if (renewal === null || status === 'rejected') return null
  const days = daysBetween(given.now, renewal)
  if (Number.isNaN(days) || days < 0) return null
  const notice = noticeDays === null ? null : days - noticeDays
  const horizon = given.policy.renewalHorizonDays
  const near = days <= horizon || (notice !== null && notice <= horizon)
  if (!near) return null
  const each = appOfEntry(listed, given)
  const noticeBy = noticeDays === null ? null : daysBefore(renewal, noticeDays)
  return { subject: each?.app.id ?? listed.app ?? listed.id, each, listed, renewal, days, notice, noticeBy }
}

function detectTerms(id: string, terms: readonly Term[]): Detection[] {
  const [first] = terms
  if (first === undefined) return []
  const { listed, each, renewal, days } = first
  const spend = costOf(first)
  const severity = severityOf(first)
  return [
    {
      rule: 'renewal-due',
      subject: { kind: 'app', id },
      app: each?.app.id ?? listed.app,
      severity: reaches(spend, 10_000) ? raise(severity) : severity,
      title: `${listed.tool} renews on ${renewal}, in ${count(days, 'day')}${noticeWords(first)}`,
      nextStep: nextStep(first),
      evidence: [
        ...terms.map((term) => inventoryEvidence(term.listed)),
        ...(each === null ? [] : [...peopleEvidence(each), ...spendEvidence(each, 1)]),
      ],
      people: each?.app.users ?? 0,
      spendMinor: spend,
      sources: [],
      mayNeedYou: true,
    },
  ]
}

function costOf({ listed, each }: Term): Totals {
  if (listed.monthlyCost !== null) return { [listed.monthlyCost.currency]: listed.monthlyCost.minor * 12 }
  return each === null ? {} : annualSpend(each)
}

function noticeWords({ notice, noticeBy }: Term): string {
  if (notice === null) return '; its notice period is not recorded'
  if (notice < 0) return `; the last day for notice was ${noticeBy}, ${count(-notice, 'day')} ago`
  if (notice === 0) return '; today is the last day for notice'
  return `; ${count(notice, 'day')} left to give notice, until ${noticeBy}`
}

function nextStep({ listed, notice, noticeBy, renewal }: Term): string {
  const { tool, owner } = listed
  const ask = owner === null ? `Find an owner for ${tool} and ask them` : `Ask ${owner} (owner)`
  if (notice === null) return `${ask} for the notice period of ${tool}, and enter it in the inventory`
  if (notice < 0) return `${ask} how many seats of ${tool} to renew on ${renewal}; notice is no longer possible`
  return `${ask} to decide by ${noticeBy} whether ${tool} is renewed, resized or given notice`
}

function severityOf({ notice, days }: Term): Severity {
  // Past its notice date a contract renews anyway: worth knowing, not worth hurry.
  if (notice !== null && notice < 0) return 'low'
  const left = notice ?? days
  if (left <= 14) return 'high'
  return left <= 30 ? 'medium' : 'low'
}
