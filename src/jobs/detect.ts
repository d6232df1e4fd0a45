import type { App } from '#core/app.ts'
import { detect } from '#core/detect.ts'
import type { Finding } from '#core/finding.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Observation } from '#core/observation.ts'
import { reconcile } from '#core/reconcile/reconcile.ts'
import type { Facts } from '#core/rule.ts'
import type { Change, CompanyState, Store, StoreReader, Stored } from '#core/store.ts'
import type { Knowledge } from './knowledge.ts'

export type DetectContext = { readonly store: Store; readonly knowledge: Knowledge; readonly clock: () => Date }

export type DetectionCounts = {
  readonly apps: number
  readonly findings: { readonly opened: number; readonly open: number; readonly resolved: number }
}

/** Works out apps and findings from all that is stored, and keeps them. Changes only the documents that differ. */
export async function detectCompany({ store, knowledge, clock }: DetectContext): Promise<DetectionCounts> {
  const now = clock().toISOString()
  const [sources, inventory, judgements, previousApps, previousFindings] = await Promise.all([
    store.list('sources'),
    store.list('inventory'),
    store.list('judgements'),
    store.list('apps'),
    store.list('findings'),
  ])
  const reconciled = await reconcile({
    observations: currentObservations(store),
    inventory: values(inventory),
    catalogue: knowledge.catalogue,
    matcher: createMatcher(knowledge.catalogue, { judgements: values(judgements) }),
    previous: new Map(previousApps.map(({ id, value }) => [id, value])),
    readAt: now,
  })
  const facts: Facts = {
    ...knowledge,
    ...reconciled,
    inventory: values(inventory),
    sources: values(sources).map((state) => ({ ...state, rejected: state.rejected.length })),
    now,
  }
  const detected = detect({ facts, rules: knowledge.rules, previous: values(previousFindings) })

  const people = await store.write('people', reconciled.people)
  const evidence = await store.write(
    'evidence',
    reconciled.apps.map((app) => app.evidence),
  )
  const company: CompanyState = {
    detectedAt: now,
    people: reconciled.people.length,
    unrecognised: reconciled.unrecognised,
    statements: reconciled.statements,
    peopleSegment: people.id,
    evidenceSegment: evidence.id,
  }
  await store.commit([
    ...replace<App>(
      previousApps,
      new Map(reconciled.apps.map(({ app }) => [app.id, app])),
      (id, value) => ({ put: 'apps', id, value }),
      (id) => ({ delete: 'apps', id }),
    ),
    ...replace<Finding>(
      previousFindings,
      new Map(detected.findings.map((finding) => [finding.id, finding])),
      (id, value) => ({ put: 'findings', id, value }),
      (id) => ({ delete: 'findings', id }),
    ),
    { put: 'company', id: 'company', value: company },
  ])
  await store.collect(await referencedSegments(store))
  return {
    apps: reconciled.apps.length,
    findings: {
      opened: detected.opened.length,
      open: detected.findings.filter((finding) => finding.status === 'open').length,
      resolved: detected.resolved.length,
    },
  }
}

/** Every observation that counts now: the current segments of all sources. */
export async function* currentObservations(store: StoreReader): AsyncIterable<Observation> {
  for (const { value } of await store.list('sources')) {
    for (const segment of value.segments) yield* store.read('observations', segment)
  }
}

async function referencedSegments(store: Store): Promise<Set<string>> {
  const [sources, imports, company] = await Promise.all([
    store.list('sources'),
    store.list('imports'),
    store.list('company'),
  ])
  return new Set([
    ...values(sources).flatMap((state) => state.segments),
    ...values(imports).flatMap((record) => record.segment ?? []),
    ...values(company).flatMap((state) => [state.peopleSegment, state.evidenceSegment]),
  ])
}

function values<T>(stored: readonly Stored<T>[]): T[] {
  return stored.map(({ value }) => value)
}

/** The changes that turn the stored documents of a derived collection into the wanted ones. */
function replace<T>(
  stored: readonly Stored<T>[],
  wanted: ReadonlyMap<string, T>,
  put: (id: string, value: T) => Change,
  remove: (id: string) => Change,
): Change[] {
  const before = new Map(stored.map(({ id, value }) => [id, JSON.stringify(value)]))
  const changed = [...wanted].filter(([id, value]) => before.get(id) !== JSON.stringify(value))
  const gone = stored.filter(({ id }) => !wanted.has(id))
  return [...changed.map(([id, value]) => put(id, value)), ...gone.map(({ id }) => remove(id))]
}
