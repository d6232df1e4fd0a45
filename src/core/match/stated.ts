import type { StatedDescriptor } from '../catalogue.ts'
import { fold, LONGEST_TEXT } from '../name.ts'
import type { Index } from './index-table.ts'
import { descriptorKeys } from './judged-keys.ts'
import type { Match } from './match.ts'
import { result } from './result.ts'

type Beginning = { readonly letters: string; readonly line: StatedDescriptor }

/** The charge texts that a company states, laid out for looking up. */
export type Stated = {
  /** By the keys of a descriptor; those that two lines answer differently are left out. */
  readonly whole: ReadonlyMap<string, StatedDescriptor>
  /** Longest first. */
  readonly beginnings: readonly Beginning[]
}

// The company says so itself, but of a text and not of this charge.
const STATED = 0.99
const NO_SOFTWARE = 0.01

/** Lays stated texts out. The order of the lines does not matter as long as no text is stated twice. */
export function statedTable(lines: readonly StatedDescriptor[], index: Pick<Index, 'intermediaries'>): Stated {
  const beginnings: Beginning[] = []
  const whole = new Map<string, StatedDescriptor>()
  const differing = new Set<string>()
  for (const line of lines) {
    if (line.text.endsWith('*')) {
      beginnings.push({ letters: printed(line.text.slice(0, -1)), line })
      continue
    }
    for (const key of descriptorKeys(line.text, index)) {
      const other = whole.get(key)
      if (other !== undefined && other.app !== line.app) differing.add(key)
      whole.set(key, line)
    }
  }
  for (const key of differing) whole.delete(key)
  return {
    whole,
    beginnings: beginnings.toSorted((a, b) => b.letters.length - a.letters.length || (a.letters < b.letters ? -1 : 1)),
  }
}

/** The line that says what a text is: as printed, without its references, or by its beginning; else null. */
export function statedLine(
  text: string,
  { whole, beginnings }: Stated,
  index: Pick<Index, 'intermediaries'>,
): StatedDescriptor | null {
  if (whole.size === 0 && beginnings.length === 0) return null
  return descriptorKeys(text, index).flatMap((key) => whole.get(key) ?? [])[0] ?? beginningOf(text, beginnings)
}

/** The match that the company states for a text; null where it states none. `rejected`: products that a person said it is not. */
export function statedMatch(text: string, stated: Stated, index: Index, rejected: ReadonlySet<string>): Match | null {
  const line = statedLine(text, stated, index)
  if (line === null || (line.app !== null && rejected.has(line.app))) return null
  const { app, where } = line
  if (app === null) {
    return result({
      verdict: 'not-software',
      confidence: STATED,
      attribution: 'descriptor',
      softwareLikelihood: NO_SOFTWARE,
      reasons: () => [`${where} says that "${line.text}" is no software`],
    })
  }
  const product = index.products.get(app)
  return result({
    verdict: 'match',
    app,
    family: product?.family ?? false,
    confidence: STATED,
    attribution: 'descriptor',
    softwareLikelihood: 1,
    reasons: () => [`${where} says that "${line.text}" is ${product?.name ?? app}`],
  })
}

function beginningOf(text: string, beginnings: readonly Beginning[]): StatedDescriptor | null {
  if (beginnings.length === 0) return null
  const letters = printed(text)
  return beginnings.find((beginning) => letters.startsWith(beginning.letters))?.line ?? null
}

function printed(text: string): string {
  return fold(text.slice(0, LONGEST_TEXT)).replace(/\s+/g, ' ').trimStart()
}
