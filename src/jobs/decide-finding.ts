import type { Finding } from '#core/finding.ts'
import { chooseNeedsYou } from '#core/needs-you.ts'
import type { Change, Store, Stored } from '#core/store.ts'
import type { Knowledge } from './knowledge.ts'
import { listFindings } from './read-findings.ts'

/** What a person may say of a finding; that it is resolved only a read can say. */
export const DECISIONS = ['open', 'acknowledged', 'dismissed'] as const
export type Decision = (typeof DECISIONS)[number]

export type FindingDecision = { readonly status: Decision; readonly reason: string; readonly by: string }

export type DecidedFinding =
  | { readonly outcome: 'decided'; readonly finding: Stored<Finding> }
  | { readonly outcome: 'not-found' }
  /** The finding is not true any more, so that there is nothing to decide. */
  | { readonly outcome: 'refused'; readonly reason: string }

/**
 * Keeps a person's decision on a finding, and chooses anew what needs somebody. `expectedVersion` is the version that
 * was seen. Throws `StoreError('conflict')` when the finding is at another version; nothing is changed then.
 */
export async function decideFinding(
  id: string,
  { status, reason, by }: FindingDecision,
  expectedVersion: number,
  context: { readonly store: Store; readonly knowledge: Pick<Knowledge, 'policy'>; readonly clock: () => Date },
): Promise<DecidedFinding> {
  const { store, knowledge, clock } = context
  const at = clock().toISOString()
  const stored = await listFindings(store)
  const before = stored.find((finding) => finding.id === id)
  if (before === undefined) return { outcome: 'not-found' }
  if (before.value.resolvedAt !== null) {
    const day = before.value.resolvedAt.slice(0, 10)
    return { outcome: 'refused', reason: `this is not true any more since ${day}; it opens by itself if it comes back` }
  }
  const decided: Finding = { ...before.value, status, decision: { by, at, reason } }
  const after = stored.map(({ value }) => (value.id === id ? decided : value))
  const chosen = new Set(chooseNeedsYou(after, knowledge.policy, at).map((place) => place.id))
  const finding = { ...decided, needsYou: chosen.has(id) }
  const moved = stored.filter(({ value }) => value.id !== id && value.needsYou !== chosen.has(value.id))
  await store.commit([
    { put: 'findings', id, value: finding, ifVersion: expectedVersion },
    ...moved.map(({ version, value }): Change => ({
      put: 'findings',
      id: value.id,
      value: { ...value, needsYou: chosen.has(value.id) },
      ifVersion: version,
    })),
  ])
  return { outcome: 'decided', finding: { id, version: expectedVersion + 1, value: finding } }
}
