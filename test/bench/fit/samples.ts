import type { Catalogue } from '#core/catalogue.ts'
import { parseDescriptor } from '#core/descriptor.ts'
import { mccLeaning } from '#core/descriptor/mcc.ts'
import type { Label } from '#core/evaluation/label.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import { findHits } from '#core/match/block.ts'
import type { Index } from '#core/match/index-table.ts'
import { rank } from '#core/match/rank.ts'
import type { Ranked } from '#core/match/rank.ts'
import type { CaseFile } from '#jobs/evaluate.ts'
import { readLabelledCases } from '#jobs/labelled-cases.ts'

/** A labelled descriptor with every product that it may name. */
export type Sample = { readonly label: Label; readonly ranked: readonly Ranked[]; readonly everyday: boolean }

/** One candidate of a descriptor, and whether it is the product meant. `weight`: how many such candidates it stands for. */
export type Pair = { readonly ranked: Ranked; readonly right: boolean; readonly weight: number }

const NOBODY: ReadonlySet<string> = new Set()
const HELD_OUT = 'held-out-'
// Files that hold what company cards pay most days, not what was chosen because it resembles a product.
const EVERYDAY_FILES = new Set(
  ['europe', 'everyday-merchants', 'non-english-merchants', 'public-purchase-cards', 'world'].map(
    (name) => `${name}.csv`,
  ),
)
/** The share of the lines of a company's card statement that buy software: between 5 and 20 % are met. */
const SOFTWARE_SHARE = 0.12

/** The samples of all files that are not held out. */
export function samplesOf(files: readonly CaseFile[], catalogue: Catalogue, index: Index): readonly Sample[] {
  const readLabel = createLabelReader(catalogue)
  return files
    .filter(({ name }) => !name.startsWith(HELD_OUT))
    .flatMap(({ name, csv }) =>
      readLabelledCases(csv, readLabel).cases.flatMap(({ identity, label }) => {
        if (identity.kind !== 'descriptor') return []
        const ranked = candidates(identity, index)
        return [{ label, ranked, everyday: EVERYDAY_FILES.has(name) }]
      }),
    )
}

function candidates(
  { text, mcc }: { readonly text: string; readonly mcc: string | null },
  index: Index,
): readonly Ranked[] {
  const parsed = parseDescriptor(text, index.intermediaries)
  if (parsed.noPurchase !== null || parsed.start >= parsed.tokens.length) return []
  const setting = { mcc: mccLeaning(mcc ?? parsed.mcc), recurring: null }
  return rank(findHits(parsed, index), parsed, index, setting, NOBODY)
}

/** What the candidates of a charge for no software stand for. */
export type NoneWeights = { readonly everyday: number; readonly chosen: number }

// Cases that were chosen because they resemble a product stand for themselves alone.
const CHOSEN = 1

// No single line is to decide a weight, whatever it stands for.
const MOST = 3

/** The lines of the everyday files stand for all lines of a statement that buy no software, as many as belong to the software cases. */
export function noneWeights(samples: readonly Sample[]): NoneWeights {
  const everyday = samples.filter(({ label, everyday: isEveryday }) => isEveryday && label.kind === 'none').length
  const software = samples.filter(({ label }) => label.kind !== 'none').length
  const met = (software * (1 - SOFTWARE_SHARE)) / SOFTWARE_SHARE / Math.max(1, everyday)
  return { everyday: Math.min(MOST, met), chosen: CHOSEN }
}

/**
 * Every candidate of a sample that is an answer to the same words. Left out beside the product meant are its kin, whose line is named
 * as well, and products named by other words of the text: which of several is told is decided later, not by their weights.
 */
export function pairsOf({ label, ranked, everyday }: Sample, none: NoneWeights): readonly Pair[] {
  const ids: readonly string[] = label.kind === 'product' ? label.ids : []
  const meant = ranked.find(({ hit }) => ids.includes(hit.product.id))?.hit
  const weight = label.kind === 'none' ? (everyday ? none.everyday : none.chosen) : 1
  return ranked.flatMap((each) => {
    const { product, from, to } = each.hit
    const right = ids.includes(product.id)
    const isKin =
      product.id === meant?.product.memberOf || (product.memberOf !== null && ids.includes(product.memberOf))
    const isElsewhere = meant !== undefined && (from >= meant.to || to <= meant.from)
    if (!right && (isKin || isElsewhere)) return []
    return [{ ranked: each, right, weight }]
  })
}
