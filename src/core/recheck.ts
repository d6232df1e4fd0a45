import type { AppFacts } from './app.ts'
import { hidesFacts } from './coverage.ts'
import type { Finding } from './finding.ts'
import type { Source } from './observation.ts'
import type { Facts, SourceReading } from './rule.ts'

/**
 * True when a finding that no rule repeats was really looked at again, although the `unread` sources it rests on were
 * not read completely: they say exactly what they missed, and nothing of it concerns the finding's app or person. What
 * a read may have missed is kept among the facts and marked, so that an app without the mark, or without any fact
 * left, was seen in full.
 */
export function wasRechecked(before: Finding, unread: readonly Source[], facts: Facts): boolean {
  const readings = new Map(facts.sources.map((reading) => [reading.source, reading]))
  if (!unread.every((source) => saysWhatItMissed(readings.get(source)))) return false
  const concerned = concernedApps(before, facts.apps)
  return concerned?.every(({ app }) => !app.tags.includes('not-rechecked')) ?? false
}

function saysWhatItMissed(reading: SourceReading | undefined): boolean {
  if (reading?.status !== 'partial') return false
  const missed = reading.gaps.filter(hidesFacts)
  return missed.length > 0 && missed.every((gap) => gap.keyPrefixes !== undefined)
}

/** The apps that a finding is about; null where it is about something else. */
function concernedApps({ app, subject }: Finding, apps: readonly AppFacts[]): readonly AppFacts[] | null {
  if (subject.kind === 'person') {
    return apps.filter((each) => each.evidence.people.some(({ person }) => person === subject.id))
  }
  return app === null ? null : apps.filter((each) => each.app.id === app)
}
