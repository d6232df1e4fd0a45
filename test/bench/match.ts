/**
 * Prints how fast and how good the matcher is on invented catalogues of 1,000, 10,000 and 50,000 products, beside the
 * libraries that are used for such searches, and how its cost grows. Plain node, as in production.
 */
import { intermediaryTable } from '#core/descriptor/intermediary.ts'
import { parseDescriptor } from '#core/descriptor.ts'
import { findHits } from '#core/match/block.ts'
import { buildIndex } from '#core/match/index-table.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Catalogue } from '#core/catalogue.ts'
import { loadCatalogue } from '#rules/catalogue/index.ts'
import type { Column } from '#src/export/column.ts'
import { toTable } from '#src/export/table.ts'
import { charge, daylight } from './daylight.ts'
import type { CleanedCharge, Line } from './measure.ts'
import { measure } from './measure.ts'
import { peers } from './peers.ts'
import { syntheticCatalogue } from './synthetic/catalogue.ts'
import { syntheticCharges } from './synthetic/descriptors.ts'

const SIZES = [1_000, 10_000, 50_000]
const CHARGES = 20_000
const CATALOGUE_SEED = 7
const CHARGE_SEED = 11
const REPEATS = 5
const LONG_NAME = 'a'.repeat(10_000)
const MANY_TOKENS = Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' ')

const METHOD = `How: every engine reads the same different descriptors, once each, in one process, in rounds of at most 1.5 seconds, each with names
laid out anew; the fastest of up to four rounds counts, so that all code is compiled. Daylight reads texts as printed and its time includes
cleaning; the libraries get the words that its cleaning leaves, whose making is not timed. "per second" and "build" are processor time, of all
threads; "p50" and "p99" are wall time. "build" includes what is laid out on demand. F1 is the best over all thresholds of an engine's score, on the
first 2,000 texts; "–" where fewer than 500 were read in time.
`

console.log(METHOD)
const growth = SIZES.map((size) => {
  const catalogue = syntheticCatalogue(size, CATALOGUE_SEED)
  const charges = cleanedCharges(catalogue)
  const lines = [daylight(catalogue), ...peers(catalogue)].map((engine) => measure(engine, charges))
  console.log(`${size} products, ${CHARGES} different descriptors\n`)
  console.log(toTable(columns(), lines, { width: Infinity, colour: false }))
  const own = lines[0]?.speed.perSecond ?? 0
  return { size, micros: 1_000_000 / own, named: namedShare(catalogue, charges) }
})
for (const { size, micros, named } of growth) {
  const times = micros / (growth[0]?.micros ?? micros)
  const share = `${(named * 100).toFixed(0)} % of the texts contain something like a name of the catalogue`
  console.log(
    `${size} products: ${micros.toFixed(2)} us a text, ${times.toFixed(2)} times that of ${SIZES[0]}; ${share}`,
  )
}
limits()

function columns(): readonly Column<Line>[] {
  const number = (id: string, value: (line: Line) => string): Column<Line> => ({ id, kind: 'text', value })
  return [
    { id: 'engine', kind: 'text', value: ({ engine }) => engine },
    number('texts', ({ speed }) => String(speed.texts)),
    number('per second', ({ speed }) => String(Math.round(speed.perSecond))),
    number('p50 us', ({ speed }) => speed.p50.toFixed(1)),
    number('p99 us', ({ speed }) => speed.p99.toFixed(1)),
    number('build ms', ({ buildMs }) => buildMs.toFixed(0)),
    number('best F1', ({ quality }) => quality?.f1.toFixed(3) ?? '–'),
    number('precision', ({ quality }) => quality?.precision.toFixed(3) ?? '–'),
    number('recall', ({ quality }) => quality?.recall.toFixed(3) ?? '–'),
  ]
}

function cleanedCharges(catalogue: Catalogue): readonly CleanedCharge[] {
  const table = intermediaryTable(catalogue.intermediaries)
  return syntheticCharges(catalogue, CHARGES, CHARGE_SEED).map(({ text, app }) => {
    const { tokens, start } = parseDescriptor(text, table)
    const words = tokens.slice(start).filter(({ coded, word }) => !coded && word.kind !== 'place')
    return { text, app, cleaned: words.map((token) => token.text).join(' ') }
  })
}

/** The share of texts in which at least one product is found, to be weighed: it grows with the catalogue, and the cost with it. */
function namedShare(catalogue: Catalogue, charges: readonly CleanedCharge[]): number {
  const index = buildIndex(catalogue)
  const named = charges.filter(({ text }) => findHits(parseDescriptor(text, index.intermediaries), index).length > 0)
  return named.length / charges.length
}

function limits(): void {
  const catalogue = syntheticCatalogue(10_000, CATALOGUE_SEED)
  const identities = syntheticCharges(catalogue, CHARGES, CHARGE_SEED).map(({ text }) => charge(text))
  const matcher = createMatcher(catalogue)
  for (const identity of identities) matcher.match(identity)
  const repeated = processorMs(() => {
    for (let round = 0; round < REPEATS; round += 1) for (const identity of identities) matcher.match(identity)
  })
  console.log(`a repeated text: ${((repeated * 1_000) / CHARGES / REPEATS).toFixed(3)} us`)
  for (const [name, text] of [
    ['a name of 10,000 letters', LONG_NAME],
    ['10,000 words', MANY_TOKENS],
  ] as const) {
    console.log(`${name}: ${processorMs(() => matcher.match(charge(text))).toFixed(2)} ms`)
  }
  const shipped = loadCatalogue()
  const build = processorMs(() => buildIndex(shipped))
  console.log(`the shipped catalogue, ${shipped.products.length} products, is laid out in ${build.toFixed(0)} ms`)
}

function processorMs(run: () => unknown): number {
  const begin = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1_000
}
