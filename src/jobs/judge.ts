import type { Draft } from '#core/judge/draft.ts'
import { knownApps } from '#core/judge/known-apps.ts'
import type { KnownApps } from '#core/judge/known-apps.ts'
import { signDrafts } from '#core/judge/sign-drafts.ts'
import type { DraftProblem } from '#core/judge/sign-drafts.ts'
import type { Judgement } from '#core/judgement.ts'
import { createStandings } from '#core/reconcile/standing.ts'
import type { Store, StoreReader, Stored } from '#core/store.ts'
import { matcherOf } from './check-tool.ts'
import type { Knowledge } from './knowledge.ts'
import { readJudgements, readStoredJudgements } from './read-judgements.ts'
import { sameValue } from './same-value.ts'

export type JudgeContext = {
  readonly store: Store
  readonly knowledge: Pick<Knowledge, 'catalogue'>
  readonly clock: () => Date
  /** Works apps and findings out anew. */
  readonly detect: () => Promise<unknown>
}

export type JudgeSettings = {
  /** Who decides where a draft does not say. */
  readonly by: string
  /** False where a file repeats what it once said: what was decided since then holds on. */
  readonly renew: boolean
}

export type Judged =
  | {
      readonly outcome: 'judged'
      readonly added: number
      readonly changed: number
      readonly unchanged: number
      /** One a draft, in their order. */
      readonly judgements: readonly Stored<Judgement>[]
      /** Those of them that are new or changed. */
      readonly fresh: readonly Stored<Judgement>[]
    }
  | { readonly outcome: 'refused'; readonly problems: readonly DraftProblem[] }

/**
 * Keeps people's decisions, all of them in one commit or none, and works out what follows. The same decision again
 * changes nothing. Refused is what names an app that does not exist, contradicts itself or merges in a circle.
 */
export async function judge(drafts: readonly Draft[], settings: JudgeSettings, context: JudgeContext): Promise<Judged> {
  const { store, knowledge, clock } = context
  const planned = await planJudgements(drafts, settings, { store, knowledge, clock })
  if (planned.outcome === 'refused') return planned
  if (planned.fresh.length === 0) return planned
  await store.commit(
    planned.fresh.map(({ id, version, value }) => ({ put: 'judgements', id, value, ifVersion: version - 1 })),
  )
  await context.detect()
  return planned
}

/** What `judge` would keep; changes nothing. `store` is null where nothing was ever stored. */
export async function planJudgements(
  drafts: readonly Draft[],
  settings: JudgeSettings,
  { store, knowledge, clock }: Pick<JudgeContext, 'knowledge' | 'clock'> & { readonly store: StoreReader | null },
): Promise<Judged> {
  const documents = store === null ? [] : await readStoredJudgements(store)
  const versions = new Map(documents.map((document) => [document.id, document]))
  const stored = documents.map(({ value }) => value)
  const known = await readKnownApps(store, knowledge)
  const signed = signDrafts(drafts, { ...settings, known, stored, now: clock().toISOString() })
  if (signed.problems.length > 0) return { outcome: 'refused', problems: signed.problems }
  const judgements = signed.judgements.map((value): Stored<Judgement> => {
    const before = versions.get(value.id)
    const version = before?.version ?? 0
    return { id: value.id, version: sameValue(before?.value, value) ? version : version + 1, value }
  })
  const fresh = [...new Map(judgements.map((one) => [one.id, one])).values()].filter(
    ({ id, version }) => version !== versions.get(id)?.version,
  )
  const added = fresh.filter(({ version }) => version === 1).length
  return {
    outcome: 'judged',
    added,
    changed: fresh.length - added,
    unchanged: judgements.length - fresh.length,
    judgements,
    fresh,
  }
}

/** The apps that a judgement may speak of in this company; `store` is null where nothing was ever stored. */
export async function readKnownApps(
  store: StoreReader | null,
  { catalogue }: Pick<Knowledge, 'catalogue'>,
): Promise<KnownApps> {
  if (store === null) return knownApps({ catalogue, apps: [], listed: [], judgements: [] })
  const [apps, inventory, judgements] = await Promise.all([
    store.list('apps'),
    store.list('inventory'),
    readJudgements(store),
  ])
  const entries = inventory.map(({ value }) => value)
  const { appOf } = createStandings(entries, catalogue, await matcherOf(store, { catalogue }))
  return knownApps({
    catalogue,
    apps: apps.map(({ value }) => value),
    listed: entries.map((entry) => ({ id: appOf(entry), name: entry.tool })),
    judgements,
  })
}
