import type { AppFacts } from '#core/app.ts'
import type { Source } from '#core/observation.ts'
import { distinct } from './order.ts'
import { positive } from './spend.ts'
import { count } from './wording.ts'

/** The sources that know people and apps, in the order in which they are shown. */
export const SIGN_IN_SOURCES = ['google', 'microsoft', 'okta', 'app-list'] as const

/**
 * How the company uses an app, strongest first; null when no source shows any use. An app list says that an app is set
 * up for sign-in and seldom who is assigned, so there `set-up` is use of unknown extent; a directory without people,
 * groups or tenant-wide consent shows an app that nobody holds.
 */
export type Use = 'people' | 'tenant-wide' | 'groups' | 'paid' | 'set-up'

export function useOf({ app, evidence }: AppFacts): Use | null {
  const sources = Object.values(app.sources)
  if (app.users > 0) return 'people'
  if (evidence.grants.some((grant) => grant.tenantWide)) return 'tenant-wide'
  if (sources.some((source) => source.groups.length > 0)) return 'groups'
  if (isPaid(app)) return 'paid'
  return app.sources['app-list'] === undefined || app.tags.includes('disabled') ? null : 'set-up'
}

/** True when purchases exceed refunds in some currency. */
export function isPaid(app: AppFacts['app']): boolean {
  return app.statement !== null && Object.keys(positive(app.statement.spendMinor)).length > 0
}

/** The use as the end of a sentence about the app: `is used by 7 people`. */
export function describeUse(facts: AppFacts, use: Use): string {
  switch (use) {
    case 'people':
      return `is used by ${count(facts.app.users, 'person', 'people')}`
    case 'tenant-wide':
      return 'has a consent that covers the whole company'
    case 'groups': {
      const groups = Object.values(facts.app.sources).flatMap((source) => source.groups)
      return `is assigned to ${count(new Set(groups).size, 'group')}`
    }
    case 'paid':
      return 'is paid for'
    case 'set-up':
      return 'is set up for sign-in'
    default:
      return use satisfies never
  }
}

/** Software of another company: what a platform ships, what the company built and people's own scripts are no shadow IT. */
export function isThirdParty({ app }: AppFacts): boolean {
  return app.kind === 'third-party'
}

/** True for what only looks like a known product: whether it is approved is not the question, what it is comes first. */
export function isLookalike({ app }: AppFacts): boolean {
  return app.tags.includes('lookalike')
}

/** The sources that show the app, sorted. */
export function sourcesOf({ app, evidence }: AppFacts): Source[] {
  const fromEvidence = [...evidence.grants, ...evidence.identities].map(({ source }) => source)
  const fromPeople = evidence.people.flatMap(({ sources }) => sources)
  const statement: Source[] = app.statement === null ? [] : ['statement']
  const listed = SIGN_IN_SOURCES.filter((source) => app.sources[source] !== undefined)
  return distinct<Source>([...listed, ...fromEvidence, ...fromPeople, ...statement])
}
