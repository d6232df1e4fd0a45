/**
 * Fits the weights of the matcher on the labelled descriptors of `fixtures/matching` that are not held out, and prints the
 * constants of `src/core/match/weights.ts`, each with the cases that speak to it and its error, and how they do on products that
 * they were not fitted on. Same cases, same constants.
 */
import { WEIGHT_NAMES } from '#core/match/weights.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { caseFiles } from '#test/support/labelled-cases.ts'
import { crossValidate } from './fit/cross-validation.ts'
import type { Validation } from './fit/cross-validation.ts'
import { fitWeights } from './fit/fitted.ts'
import { fitOpen } from './fit/open.ts'
import { PARAMETERS, vectorOf, weightsOf } from './fit/parameters.ts'
import { PRIOR, PRIOR_SPREADS } from './fit/prior.ts'
import { fitLogistic } from './fit/regression.ts'

const catalogue = loadCatalogue()
const { vector, errors, index, samples, none, observations } = fitWeights(caseFiles(), catalogue)
const prior = vectorOf(PRIOR)
const weights = weightsOf(vector)

console.log(
  `${samples.length} descriptors, ${observations.length} candidates; a line that buys no software stands for ${none.everyday.toFixed(1)}, one that was chosen for ${none.chosen}\n`,
)
for (const name of WEIGHT_NAMES) {
  const { rare, fair, common } = weights[name]
  console.log(`  ${name}: { rare: ${rare.toFixed(2)}, fair: ${fair.toFixed(2)}, common: ${common.toFixed(2)} },`)
}
console.log('\nweight, cases, fitted, standard error, judged beforehand')
PARAMETERS.forEach(({ name, rarity }, at) => {
  const cases = observations.filter(({ counts }) => counts[at] !== 0).length
  const figures = [vector[at], errors[at], prior[at]].map((figure) => (figure ?? 0).toFixed(2))
  if (cases > 0) console.log(`${name} ${rarity}: ${cases}, ${figures.join(', ')}`)
})
console.log('\nwhat is left open (open-confidence.ts)')
for (const {
  source,
  cases,
  right,
  vector: [slope = 0, shift = 0],
} of fitOpen(caseFiles(), catalogue)) {
  console.log(`  ${source}: { slope: ${slope.toFixed(2)}, shift: ${shift.toFixed(2)} }, // ${right} of ${cases} right`)
}
console.log('\nten folds by product')
report(
  'judged beforehand',
  crossValidate(samples, index, none, () => prior),
)
report(
  'fitted',
  crossValidate(samples, index, none, (cases) => fitLogistic(cases, prior, PRIOR_SPREADS).vector),
)

function report(name: string, { logLoss, precision, recall, calibrationError }: Validation): void {
  const rate = ({ value, count, of }: Validation['precision']): string =>
    `${((value ?? 0) * 100).toFixed(2)} % (${count} of ${of})`
  const error = `${(calibrationError * 100).toFixed(2)} %`
  console.log(
    `${name}: log-loss ${logLoss.toFixed(4)}, precision ${rate(precision)}, recall ${rate(recall)}, calibration error ${error}`,
  )
}
