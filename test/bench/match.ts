/**
 * Prints how fast and how good the matcher is on invented catalogues of 1,000, 10,000 and 50,000 products, beside the
 * libraries that are used for such searches. Plain node, as in production. The matcher gets raw descriptors and its time
 * includes cleaning; the libraries get the cleaned words, whose making is not timed.
 */
import type { Catalogue } from '#core/catalogue.ts'
import type { IntermediaryTable } from '#core/descriptor/intermediary.ts'
import { intermediaryTable } from '#core/descriptor/intermediary.ts'
import { parseDescriptor } from '#core/descriptor.ts'
import type { Identity, Match } from '#core/match/match.ts'
import { createMatcher } from '#core/match/matcher.ts'
import type { Column } from '#src/export/column.ts'
import { toTable } from '#src/export/table.ts'
import type { Answer, Quality, Speed } from './figures.ts'
import { bestF1, timed } from './figures.ts'
import { peers } from './peers.ts'
import { syntheticCatalogue } from './synthetic/catalogue.ts'
import type { Charge } from './synthetic/descriptors.ts'
import { syntheticCharges } from './synthetic/descriptors.ts'

const SIZES = [1_000, 10_000, 50_000]
const CHARGES = 20_000
const PEER_CHARGES = 2_000
const CATALOGUE_SEED = 7
const CHARGE_SEED = 11
const ROUNDS = 5
const SECONDS = 60
const PEER_SECONDS = 4

type Line = { readonly engine: string; readonly speed: Speed; readonly buildMs: number; readonly quality: Quality }

const REPEATS = 5
const LONG_NAME = 'a'.repeat(10_000)
const MANY_TOKENS = Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' ')

for (const size of SIZES) {
  const catalogue = syntheticCatalogue(size, CATALOGUE_SEED)
  const charges = syntheticCharges(catalogue, CHARGES, CHARGE_SEED)
  const lines = [daylight(catalogue, charges), ...others(catalogue, charges.slice(0, PEER_CHARGES))]
  console.log(`${size} products, ${CHARGES} different descriptors\n`)
  console.log(toTable(columns(), lines, { width: Infinity, colour: false }))
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
    number('best F1', ({ quality }) => quality.f1.toFixed(3)),
    number('precision', ({ quality }) => quality.precision.toFixed(3)),
    number('recall', ({ quality }) => quality.recall.toFixed(3)),
  ]
}

// The fastest of some rounds: the first ones are slow until the code is compiled.
function daylight(catalogue: Catalogue, charges: readonly Charge[]): Line {
  const texts = charges.map(({ text }) => text)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begin = process.cpuUsage()
    const matcher = createMatcher(catalogue)
    const buildMs = process.cpuUsage(begin).user / 1_000
    return { matcher, buildMs, speed: timed(texts, (text) => matcher.match(identity(text)), SECONDS) }
  })
  const [best] = rounds.toSorted((a, b) => b.speed.perSecond - a.speed.perSecond)
  if (best === undefined) throw new Error('no round was run')
  const answers = charges.map(({ text, app }) => answer(best.matcher.match(identity(text)), app))
  const buildMs = Math.min(...rounds.map((round) => round.buildMs))
  return { engine: 'daylight, raw text', speed: best.speed, buildMs, quality: bestF1(answers) }
}

function others(catalogue: Catalogue, charges: readonly Charge[]): readonly Line[] {
  const table = intermediaryTable(catalogue.intermediaries)
  const cleaned = charges.map(({ text, app }) => ({ text: cleanedText(text, table), app }))
  return peers(catalogue).map((peer) => {
    const begin = process.cpuUsage()
    const search = peer.build()
    const buildMs = process.cpuUsage(begin).user / 1_000
    const answers: Answer[] = []
    const speed = timed(
      cleaned.map(({ text }) => text),
      (text) => {
        const found = search(text)
        answers.push({ app: found?.app ?? null, score: found?.score ?? 0, meant: cleaned[answers.length]?.app ?? null })
      },
      PEER_SECONDS,
    )
    return { engine: peer.name, speed, buildMs, quality: bestF1(answers) }
  })
}

function cleanedText(text: string, table: IntermediaryTable): string {
  const { tokens, start } = parseDescriptor(text, table)
  const words = tokens.slice(start).filter(({ coded, word }) => !coded && word.kind !== 'place')
  return words.map((token) => token.text).join(' ')
}

function identity(text: string): Identity {
  return { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null }
}

// The product proposed, accepted or not: the threshold is chosen for every engine alike.
function answer({ app, confidence, candidates, runnerUp }: Match, meant: string | null): Answer {
  const [best = runnerUp] = candidates
  if (app !== null) return { app, score: confidence, meant }
  return { app: best?.app ?? null, score: best?.confidence ?? 0, meant }
}

function limits(): void {
  const catalogue = syntheticCatalogue(10_000, CATALOGUE_SEED)
  const texts = syntheticCharges(catalogue, CHARGES, CHARGE_SEED).map(({ text }) => text)
  const matcher = createMatcher(catalogue)
  for (const text of texts) matcher.match(identity(text))
  const begin = process.cpuUsage()
  for (let round = 0; round < REPEATS; round += 1) for (const text of texts) matcher.match(identity(text))
  const { user } = process.cpuUsage(begin)
  console.log(`a repeated text: ${(user / texts.length / REPEATS).toFixed(3)} us`)
  for (const [name, text] of [
    ['a name of 10,000 letters', LONG_NAME],
    ['10,000 words', MANY_TOKENS],
  ] as const) {
    const at = performance.now()
    matcher.match(identity(text))
    console.log(`${name}: ${(performance.now() - at).toFixed(2)} ms`)
  }
}
