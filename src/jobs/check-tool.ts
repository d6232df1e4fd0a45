import { check } from '#core/check/check.ts'
import type { Check } from '#core/check/check.ts'
import type { Matcher } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { StoreReader } from '#core/store.ts'
import type { Knowledge } from './knowledge.ts'
import { readJudgements } from './read-judgements.ts'
import { findGallery } from './stored-gallery.ts'

/** Answers a check from what is stored. `store` is null where nothing was ever stored; then everything is unknown. */
export async function checkTool(query: string, store: StoreReader | null, knowledge: Knowledge): Promise<Check> {
  const { catalogue } = knowledge
  const [apps, inventory] = store === null ? [[], []] : await Promise.all([store.list('apps'), store.list('inventory')])
  return check(query, {
    apps: apps.map(({ value }) => value),
    inventory: inventory.map(({ value }) => value),
    catalogue,
    matcher: await matcherOf(store, knowledge),
  })
}

/**
 * A matcher that knows the judgements and galleries of a store. Building one costs some ten milliseconds, so it is kept
 * per set of them.
 */
export async function matcherOf(
  store: StoreReader | null,
  { catalogue }: Pick<Knowledge, 'catalogue'>,
): Promise<Matcher> {
  const judgements = store === null ? [] : await readJudgements(store)
  const gallery = store === null ? null : await findGallery(store)
  const key = JSON.stringify([judgements, gallery?.key])
  const known = MATCHERS.get(catalogue)
  if (known?.key === key) return known.matcher
  const matcher = createMatcher(catalogue, {
    judgements,
    gallery: (await gallery?.entries()) ?? [],
  })
  MATCHERS.set(catalogue, { key, matcher })
  return matcher
}

const MATCHERS = new WeakMap<Knowledge['catalogue'], { readonly key: string; readonly matcher: Matcher }>()
