import type { Engine, Found } from './engine.ts'
import type { Quality, Speed } from './figures.ts'
import { bestF1, timed } from './figures.ts'
import type { Charge } from './synthetic/descriptors.ts'

const ROUNDS = 4
/** Seconds for one round, and for all rounds of an engine: slow ones read fewer texts. */
const SECONDS = 1.5
const ALL_SECONDS = 4
// All engines are judged by the same texts, as far as they get; by too few, not at all.
const JUDGED = 2_000
const FEWEST_JUDGED = 500

/** A charge with the words that are left of it when it is cleaned. */
export type CleanedCharge = Charge & { readonly cleaned: string }

export type Line = {
  readonly engine: string
  readonly speed: Speed
  readonly buildMs: number
  /** Null where too few texts were read to tell. */
  readonly quality: Quality | null
}

/** Runs one engine over charges that all differ: some rounds, each with a search laid out anew, of which the fastest counts. */
export function measure(engine: Engine, charges: readonly CleanedCharge[]): Line {
  const texts = charges.map(({ text, cleaned }) => (engine.reads === 'raw' ? text : cleaned))
  const rounds: Round[] = []
  const begin = performance.now()
  while (rounds.length < ROUNDS && (performance.now() - begin) / 1_000 < ALL_SECONDS) rounds.push(round(engine, texts))
  const [fastest] = rounds.toSorted((a, b) => b.speed.perSecond - a.speed.perSecond)
  if (fastest === undefined) throw new Error('no round was run')
  const buildMs = Math.min(...rounds.map((each) => each.buildMs))
  return { engine: engine.name, speed: fastest.speed, buildMs, quality: judged(fastest.answers, charges) }
}

type Round = { readonly buildMs: number; readonly speed: Speed; readonly answers: readonly Found[] }

function round(engine: Engine, texts: readonly string[]): Round {
  globalThis.gc?.()
  const begin = process.cpuUsage()
  const search = engine.build()
  const { user, system } = process.cpuUsage(begin)
  const answers: Found[] = []
  const speed = timed(texts, (text) => answers.push(search(text)), SECONDS)
  return { buildMs: (user + system) / 1_000, speed, answers }
}

function judged(answers: readonly Found[], charges: readonly Charge[]): Quality | null {
  if (answers.length < FEWEST_JUDGED) return null
  return bestF1(
    answers
      .slice(0, JUDGED)
      .map((found, at) => ({ app: found?.app ?? null, score: found?.score ?? 0, meant: charges[at]?.app ?? null })),
  )
}
