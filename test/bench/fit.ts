/**
 * Fits how far the matcher's summed log-odds hold below acceptance, on the labelled descriptors of `fixtures/matching`
 * alone, and prints the two constants of `src/core/match/calibrate.ts`. Same cases, same constants.
 */
import { parseDescriptor } from '#core/descriptor.ts'
import { mccLeaning } from '#core/descriptor/mcc.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import { findHits } from '#core/match/block.ts'
import { ACCEPTED_ODDS } from '#core/match/calibrate.ts'
import { buildIndex } from '#core/match/index-table.ts'
import { rank } from '#core/match/rank.ts'
import { logOdds } from '#core/match/weigh.ts'
import { readLabelledCases } from '#jobs/labelled-cases.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { caseFiles } from '#test/support/labelled-cases.ts'

const STEPS = 20_000
const RATE = 0.05
const NOBODY: ReadonlySet<string> = new Set()

type Sample = { readonly odds: number; readonly right: 0 | 1 }

const catalogue = loadCatalogue()
const index = buildIndex(catalogue)
const readLabel = createLabelReader(catalogue)
const samples = caseFiles()
  .flatMap(({ csv }) => readLabelledCases(csv, readLabel).cases)
  .flatMap(({ identity, label }): readonly Sample[] => {
    if (identity.kind !== 'descriptor') return []
    const parsed = parseDescriptor(identity.text, index.intermediaries)
    if (parsed.noPurchase !== null || parsed.start >= parsed.tokens.length) return []
    const setting = { mcc: mccLeaning(identity.mcc ?? parsed.mcc), recurring: null }
    const [best] = rank(findHits(parsed, index), parsed, index, setting, NOBODY)
    if (best === undefined) return []
    const isRight = label.kind === 'product' && label.ids.includes(best.hit.product.id)
    return [{ odds: logOdds(best.features), right: isRight ? 1 : 0 }]
  })
const open = samples.filter(({ odds }) => odds < ACCEPTED_ODDS)
const fit = fitted(open)
console.log(`${samples.length} descriptors with a candidate, ${open.length} of them below acceptance`)
console.log(`SLOPE ${fit.slope.toFixed(2)}, SHIFT ${fit.shift.toFixed(2)}`)

/** Logistic regression of being right on the log-odds, by gradient descent from the identity. */
function fitted(cases: readonly Sample[]): { readonly slope: number; readonly shift: number } {
  let slope = 1
  let shift = 0
  for (let step = 0; step < STEPS; step += 1) {
    let bySlope = 0
    let byShift = 0
    for (const { odds, right } of cases) {
      const error = 1 / (1 + Math.exp(-(slope * odds + shift))) - right
      bySlope += error * odds
      byShift += error
    }
    slope -= (RATE * bySlope) / cases.length
    shift -= (RATE * byShift) / cases.length
  }
  return { slope, shift }
}
