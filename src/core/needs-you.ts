import { minorDigits } from './currency.ts'
import type { Finding, RuleId, Severity } from './finding.ts'
import { SEVERITIES } from './finding.ts'
import type { Policy } from './policy.ts'

/** One place in the "needs you" list. The score only orders the list; its factors go with it. */
export type NeedsYou = { readonly id: string; readonly score: number; readonly reasons: readonly string[] }

// Each level outweighs what people and spend usually differ by, so that severity comes first without ruling alone.
const SEVERITY: Readonly<Record<Severity, number>> = { low: 1, medium: 4, high: 16, critical: 64 }

// News is worth half as much again on its first day, falling evenly to nothing extra after 30 days.
const NEWNESS = 0.5
const NEW_FOR_DAYS = 30

// One app takes at most two places, and its second finding has to be worth four times its rank: a list of 25 lines about
// three apps helps nobody, and who opens the app sees all that is found about it.
const PLACES_PER_SUBJECT = 2
const SECOND_PLACE = 0.25

// Each further finding of one rule counts a little less: a morning's list shows every kind of trouble, not one kind at length.
const REPEATED_RULE = 0.85

/**
 * The open findings that a person should look at first, at most `policy.needsYouLimit`: severity × people × spend ×
 * newness, best first. The same for any order of findings. `now` is an ISO time.
 */
export function chooseNeedsYou(findings: readonly Finding[], policy: Policy, now: string): readonly NeedsYou[] {
  const ranked = findings
    .filter(({ status, mayNeedYou }) => status === 'open' && mayNeedYou)
    .map((finding) => ({ finding, ...scoreOf(finding, now) }))
    .toSorted(byScore)
  return repeatsDiscounted(onePlaceMostly(ranked))
    .slice(0, policy.needsYouLimit)
    .map(({ finding, score, reasons }) => ({ id: finding.id, score, reasons }))
}

function onePlaceMostly(ranked: readonly Ranked[]): Ranked[] {
  const places = new Map<string, number>()
  return ranked
    .flatMap((item) => {
      const subject = subjectOf(item.finding)
      const taken = places.get(subject) ?? 0
      places.set(subject, taken + 1)
      if (taken >= PLACES_PER_SUBJECT) return []
      return taken === 0 ? [item] : [discounted(item, SECOND_PLACE, 'second finding about the same subject')]
    })
    .toSorted(byScore)
}

function repeatsDiscounted(ranked: readonly Ranked[]): Ranked[] {
  const repeats = new Map<RuleId, number>()
  return ranked
    .map((item) => {
      const { rule } = item.finding
      const before = repeats.get(rule) ?? 0
      repeats.set(rule, before + 1)
      return before === 0 ? item : discounted(item, REPEATED_RULE ** before, `${before} of the same rule before it`)
    })
    .toSorted(byScore)
}

function discounted(item: Ranked, factor: number, why: string): Ranked {
  return { ...item, score: item.score * factor, reasons: [...item.reasons, `${why} (×${factor.toFixed(2)})`] }
}

type Ranked = { readonly finding: Finding; readonly score: number; readonly reasons: readonly string[] }

function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity) ||
    // What an app really is comes before what it may do.
    Number(b.finding.rule === 'lookalike-app') - Number(a.finding.rule === 'lookalike-app') ||
    (a.finding.id < b.finding.id ? -1 : 1)
  )
}

function subjectOf({ app, subject }: Finding): string {
  return app === null || subject.kind !== 'app' ? `${subject.kind}:${subject.id}` : `app:${app}`
}

function scoreOf(finding: Finding, now: string): { readonly score: number; readonly reasons: readonly string[] } {
  const severity = SEVERITY[finding.severity]
  const people = 1 + Math.log10(1 + finding.people)
  const [spend, dearest] = spendFactor(finding.spendMinor)
  const days = Math.max(0, (Date.parse(now) - Date.parse(finding.since)) / 86_400_000)
  const newness = 1 + NEWNESS * Math.max(0, 1 - days / NEW_FOR_DAYS)
  return {
    score: severity * people * spend * newness,
    reasons: [
      `severity ${finding.severity} (×${severity})`,
      `${finding.people} ${finding.people === 1 ? 'person' : 'people'} concerned (×${people.toFixed(2)})`,
      dearest === null ? 'no spend seen (×1.00)' : `spend in ${dearest} (×${spend.toFixed(2)})`,
      `found ${Math.floor(days)} ${Math.floor(days) === 1 ? 'day' : 'days'} ago (×${newness.toFixed(2)})`,
    ],
  }
}

/** By order of magnitude of the largest amount, in whole units: currencies are not converted, and magnitudes suffice to rank. */
function spendFactor(spendMinor: Finding['spendMinor']): readonly [factor: number, currency: string | null] {
  const units = Object.entries(spendMinor)
    .map(([currency, minor]) => ({ currency, units: minor / 10 ** minorDigits(currency) }))
    .filter((amount) => amount.units > 0)
    .toSorted((a, b) => b.units - a.units || (a.currency < b.currency ? -1 : 1))
  const [largest] = units
  return largest === undefined ? [1, null] : [1 + Math.log10(1 + largest.units) / 4, largest.currency]
}
