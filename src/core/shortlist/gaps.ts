import type { SourceReading } from '../rule.ts'
import type { Member } from './member.ts'

/** What the figures leave out, a sentence each. */
export function gapsOf(members: readonly Member[], currency: string, sources: readonly SourceReading[]): string[] {
  const gaps: string[] = []
  for (const { app, people, annualMinor, otherCurrencies, entry } of members) {
    if (people.size === 0) gaps.push(`${app.name}: who uses it is not recorded`)
    if (annualMinor === null) gaps.push(`${app.name}: what it costs is not recorded in ${currency}`)
    if (otherCurrencies.length > 0) gaps.push(`${app.name}: charges in ${otherCurrencies.join(', ')} are not counted`)
    if (entry?.renewal === undefined || entry.renewal === null) gaps.push(`${app.name}: renewal date not recorded`)
  }
  const partial = sources.filter((source) => source.status !== 'complete').map(({ source }) => source)
  if (partial.length > 0) gaps.push(`not completely read: ${partial.join(', ')}`)
  return gaps
}

// What each kind of missing fact takes from the confidence: users decide what is shared, spend decides what is saved.
const UNKNOWN_USERS = 0.25
const UNKNOWN_SPEND = 0.2
const PARTIAL_SOURCE = 0.15
const FULL = 0.95

/** 0..1: how much of what a saving rests on is known. Shares of the group's tools, not a probability. */
export function confidenceOf(members: readonly Member[], sources: readonly SourceReading[]): number {
  const share = (test: (member: Member) => boolean): number => members.filter(test).length / members.length
  const attribution = Math.min(...members.map(({ app }) => (app.attribution === null ? 1 : app.confidence)))
  const known =
    FULL -
    UNKNOWN_USERS * share((member) => member.people.size === 0) -
    UNKNOWN_SPEND * share((member) => member.annualMinor === null) -
    (sources.some((source) => source.status !== 'complete') ? PARTIAL_SOURCE : 0)
  return Math.round(Math.max(0, known * attribution) * 100) / 100
}
