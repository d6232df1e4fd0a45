import { googleProject } from '../identifier.ts'
import type { Match } from '../match/match.ts'
import type { ResolvedApp } from './group.ts'

// One publisher, but perhaps another of its products: the name has to fit besides.
const SAME_PROJECT = 0.97

/**
 * Lets what this company knows of one client speak for its siblings: clients of one Google project have one publisher, so that
 * where something hard or a person attributed one of them, a sibling whose name means the same product is that product. A
 * project that several products are known of says nothing, and so does a name alone.
 */
export function joinGoogleProjects(resolved: readonly ResolvedApp[]): ResolvedApp[] {
  const known = new Map<string, Set<string>>()
  for (const each of resolved) {
    const { app, attribution } = each.match
    const project = projectOf(each)
    if (project === null || app === null || attribution === null || attribution === 'name-only') continue
    known.set(project, (known.get(project) ?? new Set()).add(app))
  }
  return resolved.map((each) => {
    const project = projectOf(each)
    const [app, ...others] = known.get(project ?? '') ?? []
    if (project === null || app === undefined || others.length > 0 || !isMeant(app, each.match)) return each
    const reason = `Google project ${project} is known here to be that of ${app}`
    return { ...each, match: confirmed(each.match, app, reason) }
  })
}

function projectOf({ record: { clue } }: ResolvedApp): string | null {
  // Scripts and own apps of one project have nothing to do with a product that one of them reaches.
  if (clue.owner !== null && clue.owner !== 'third-party') return null
  const projects = new Set(
    clue.identifiers.flatMap(({ kind, value }) => (kind === 'google-client' ? (googleProject(value) ?? []) : [])),
  )
  const [only] = projects
  return projects.size === 1 ? (only ?? null) : null
}

function isMeant(app: string, { verdict, app: found, attribution, candidates, contradiction }: Match): boolean {
  if (contradiction !== null) return false
  if (verdict === 'match') return found === app && attribution === 'name-only'
  return verdict === 'ambiguous' && candidates.some((candidate) => candidate.app === app)
}

function confirmed(match: Match, app: string, reason: string): Match {
  return {
    ...match,
    verdict: 'match',
    app,
    confidence: Math.max(match.confidence, SAME_PROJECT),
    attribution: 'identifier',
    reasons: [...match.reasons, reason],
    runnerUp: null,
    candidates: [],
  }
}
