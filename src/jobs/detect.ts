import type { App } from '#core/app.ts'
import { detect } from '#core/detect.ts'
import type { Finding } from '#core/finding.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Observation } from '#core/observation.ts'
import { reconcile } from '#core/reconcile/reconcile.ts'
import type { Facts } from '#core/rule.ts'
import type { Change, Store, StoreReader, Stored } from '#core/store.ts'
import { StoreError } from '#core/store.ts'
import { companySegments, keepCompany } from './keep-company.ts'
import type { Knowledge } from './knowledge.ts'
import { splitFindings } from './quiet-findings.ts'
import { listFindings } from './read-findings.ts'
import { readJudgements } from './read-judgements.ts'
import { findGallery } from './stored-gallery.ts'
import { sameValue } from './same-value.ts'

export type DetectContext = { readonly store: Store; readonly knowledge: Knowledge; readonly clock: () => Date }

export type DetectionCounts = {
  readonly apps: number
  readonly findings: { readonly opened: number; readonly open: number; readonly resolved: number }
}

// Decisions come at the pace of people: more than a few of them during one detection is another detection's doing.
const ATTEMPTS = 5

/**
 * Works out apps and findings from all that is stored, and keeps them. Changes only the documents that differ. Where a
 * person decides on a finding meanwhile, it begins anew, so that no decision is lost. Waits while another detection of the
 * same store is going on: each would undo what the other worked out.
 */
export function detectCompany(context: DetectContext): Promise<DetectionCounts> {
  return context.store.exclusively('detection', () => detectUndisturbed(context))
}

async function detectUndisturbed(context: DetectContext): Promise<DetectionCounts> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await detectOnce(context)
    } catch (error) {
      if (!(error instanceof StoreError && error.code === 'conflict') || attempt === ATTEMPTS) throw error
    }
  }
}

async function detectOnce({ store, knowledge, clock }: DetectContext): Promise<DetectionCounts> {
  const now = clock().toISOString()
  const [sources, inventory, judgements, previousApps, previousFindings] = await Promise.all([
    store.list('sources'),
    store.list('inventory'),
    readJudgements(store),
    store.list('apps'),
    listFindings(store),
  ])
  const gallery = await findGallery(store)
  const readAt = new Map(values(sources).map((state) => [state.source, state.readAt]))
  const reconciled = await reconcile({
    observations: currentObservations(store),
    inventory: values(inventory),
    catalogue: knowledge.catalogue,
    matcher: createMatcher(knowledge.catalogue, { judgements, gallery: await gallery.entries() }),
    previous: new Map(previousApps.map(({ id, value }) => [id, value])),
    readAt: (source) => readAt.get(source) ?? now,
  })
  const facts: Facts = {
    ...knowledge,
    ...reconciled,
    inventory: values(inventory),
    sources: values(sources).map((state) => ({ ...state, rejected: state.rejected.length })),
    now,
  }
  const detected = detect({ facts, rules: knowledge.rules, previous: values(previousFindings) })

  const { documents, quiet } = splitFindings(detected.findings)
  const company = await keepCompany(reconciled, quiet, store, now)
  await store.commit([
    ...replace<App>(
      previousApps,
      new Map(reconciled.apps.map(({ app }) => [app.id, app])),
      (id, value, ifVersion) => ({ put: 'apps', id, value, ifVersion }),
      (id, ifVersion) => ({ delete: 'apps', id, ifVersion }),
    ),
    ...replace<Finding>(
      previousFindings.filter(({ version }) => version > 0),
      new Map(documents.map((finding) => [finding.id, finding])),
      (id, value, ifVersion) => ({ put: 'findings', id, value, ifVersion }),
      (id, ifVersion) => ({ delete: 'findings', id, ifVersion }),
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
    ...values(sources).flatMap((state) => [
      ...state.segments,
      ...(state.gallery?.segment ? [state.gallery.segment] : []),
    ]),
    ...values(imports).flatMap((record) => record.segment ?? []),
    ...values(company).flatMap(companySegments),
  ])
}

function values<T>(stored: readonly Stored<T>[]): T[] {
  return stored.map(({ value }) => value)
}

/** The changes that turn the stored documents of a derived collection into the wanted ones. */
function replace<T>(
  stored: readonly Stored<T>[],
  wanted: ReadonlyMap<string, T>,
  put: (id: string, value: T, ifVersion: number) => Change,
  remove: (id: string, ifVersion: number) => Change,
): Change[] {
  const before = new Map(stored.map((document) => [document.id, document]))
  const changed = [...wanted].filter(([id, value]) => !sameValue(before.get(id)?.value, value))
  const gone = stored.filter(({ id }) => !wanted.has(id))
  return [
    ...changed.map(([id, value]) => put(id, value, before.get(id)?.version ?? 0)),
    ...gone.map(({ id, version }) => remove(id, version)),
  ]
}
