/** Prints how good the matcher is on the labelled cases of `fixtures/matching`, beside four simple ways to match. */
import { BASELINES } from '#core/evaluation/baselines.ts'
import { evaluate } from '#core/evaluation/evaluation.ts'
import { createLabelReader } from '#core/evaluation/label.ts'
import { TEXT_KINDS } from '#core/evaluation/labelled-case.ts'
import type { Predict } from '#core/evaluation/labelled-case.ts'
import type { Measures } from '#core/evaluation/measures.ts'
import { createMatcher } from '#core/match/matcher.ts'
import { readLabelledCases } from '#jobs/labelled-cases.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import { figureColumns, figureRows, verdictRows } from '#src/export/evaluation-columns.ts'
import { toTable } from '#src/export/table.ts'
import { caseFiles } from '#test/support/labelled-cases.ts'

const catalogue = loadCatalogue()
const readLabel = createLabelReader(catalogue)
const cases = caseFiles().flatMap(({ csv }) => readLabelledCases(csv, readLabel).cases)
const matcher = createMatcher(catalogue)
const daylight: Predict = (identity) => matcher.match(identity)
const ways: readonly (readonly [string, Predict])[] = [
  ['daylight', daylight],
  ...BASELINES.map(({ name, make }) => [name, make(catalogue)] as const),
]

const evaluations = ways.map(([, predict]) => evaluate(cases, predict))

console.log(`all kinds of text\n\n${compared(evaluations.map(({ all }) => all))}`)
for (const kind of TEXT_KINDS) {
  const sets = evaluations.flatMap(({ kinds }) => kinds.filter((each) => each.kind === kind))
  console.log(`${kind}\n\n${compared(sets.map(({ measures }) => measures))}`)
}
console.log(`held out: read by nobody, and no weight is fitted on them\n\n${heldOut()}`)
console.log(`by category\n\n${categories()}`)

/** The figures of every way side by side; of verdicts, only those of the first, as the others know but one. */
function compared(sets: readonly Measures[]): string {
  const rows = [...figureRows(sets), { figure: 'F1', values: sets.map(f1) }, ...verdictRows(sets.slice(0, 1))]
  return toTable(figureColumns(ways.map(([name]) => name)), rows, { width: Infinity, colour: false })
}

/** The harmonic mean of precision and recall over all software. */
function f1({ precision, recall }: Measures): string {
  const [right, found] = [precision.value ?? 0, recall.value ?? 0]
  return right + found === 0 ? '–' : ((2 * right * found) / (right + found)).toFixed(3)
}

function heldOut(): string {
  const files = caseFiles().filter(({ name }) => name.startsWith('held-out-'))
  const own = files.flatMap(({ csv }) => readLabelledCases(csv, readLabel).cases)
  const { all } = evaluate(own, daylight)
  const rows = [...figureRows([all]), ...verdictRows([all])]
  return toTable(figureColumns(['daylight']), rows, { width: Infinity, colour: false })
}

function categories(): string {
  const groups = [...Map.groupBy(cases, ({ category }) => category)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = groups.map(([category, own]) => {
    const { all, wrongMatches } = evaluate(own, daylight)
    const recall = all.recall.value === null ? '–' : (all.recall.value * 100).toFixed(1)
    return { figure: category, values: [String(own.length), String(wrongMatches.length), recall] }
  })
  return toTable(figureColumns(['cases', 'wrong matches', 'recall %']), rows, { width: Infinity, colour: false })
}
