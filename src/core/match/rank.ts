import type { Features, Setting } from './features.ts'
import { compare } from './compare.ts'
import type { Hit } from './hit.ts'
import type { Index } from './index-table.ts'
import type { MatchText } from './text.ts'
import { weigh } from './weigh.ts'

/** A hit with what was compared and the probability that came of it. */
export type Ranked = { readonly hit: Hit; readonly features: Features; readonly confidence: number }

const NONE: readonly Ranked[] = []

/** The best hit of each product, best first; hits inside a longer name of another product are left out. */
export function rank(
  hits: readonly Hit[],
  text: MatchText,
  index: Index,
  setting: Setting,
  rejected: ReadonlySet<string>,
): readonly Ranked[] {
  if (hits.length === 0) return NONE
  const [only] = hits
  if (hits.length === 1 && only !== undefined) {
    return isRejected(only, rejected) ? NONE : [ranking(only, text, index, setting)]
  }
  const best = new Map<string, Ranked>()
  for (const hit of hits) {
    if (isRejected(hit, rejected) || isSwallowed(hit, hits)) continue
    const ranked = ranking(hit, text, index, setting)
    const known = best.get(hit.product.id)
    if (known === undefined || isBetter(ranked, known)) best.set(hit.product.id, ranked)
  }
  return [...best.values()].toSorted((a, b) => (isBetter(a, b) ? -1 : 1))
}

function ranking(hit: Hit, text: MatchText, index: Index, setting: Setting): Ranked {
  const features = compare(hit, text, index, setting)
  return { hit, features, confidence: weigh(features) }
}

// Mostly nobody rejected anything, and nothing need be looked up.
function isRejected({ product }: Hit, rejected: ReadonlySet<string>): boolean {
  return rejected.size > 0 && rejected.has(product.id)
}

function isSwallowed(hit: Hit, hits: readonly Hit[]): boolean {
  for (const other of hits) if (swallows(other, hit)) return true
  return false
}

function isBetter(a: Ranked, b: Ranked): boolean {
  if (a.confidence !== b.confidence) return a.confidence > b.confidence
  if (a.hit.to - a.hit.from !== b.hit.to - b.hit.from) return a.hit.to - a.hit.from > b.hit.to - b.hit.from
  return a.hit.product.id < b.hit.product.id
}

// "Zoho" inside "Zoho Books", "Constant" inside "Constant Contact": the longer name says what the word belongs to.
function swallows(longer: Hit, hit: Hit): boolean {
  if (longer.product.id === hit.product.id || longer.how === 'typo' || longer.how === 'cut') return false
  if (longer.how === 'glued' && hit.how !== 'glued') return false
  const covers = longer.from <= hit.from && longer.to >= hit.to
  if (!covers) return false
  if (longer.to - longer.from > hit.to - hit.from) return hit.how !== 'domain'
  return letters(longer) > letters(hit) && hit.how !== 'domain' && longer.how !== 'domain'
}

function letters(hit: Hit): number {
  return hit.key?.text.length ?? 0
}
