import type { Intermediary } from '../catalogue.ts'
import { squeeze } from '../name.ts'
import type { Token } from './token.ts'

type Prefix = { readonly intermediary: Intermediary; readonly marked: boolean }

/** The printed beginnings of all intermediaries, by their letters and digits. */
export type IntermediaryTable = {
  readonly prefixes: ReadonlyMap<string, Prefix>
  /** Lengths of the prefixes, longest first. */
  readonly lengths: readonly number[]
}

/** An intermediary read at the beginning of a descriptor. */
export type Billing = {
  readonly intermediary: Intermediary
  /** The number of leading tokens that announce it. */
  readonly tokens: number
  /** False where its mark is lost and so short a prefix may begin any name: `fs037 brueton park`. */
  readonly certain: boolean
}

/** Prepares the intermediaries of a catalogue for reading descriptors. */
export function intermediaryTable(intermediaries: readonly Intermediary[]): IntermediaryTable {
  const prefixes = new Map<string, Prefix>()
  for (const intermediary of intermediaries) {
    for (const prefix of intermediary.prefixes) {
      const key = squeeze(prefix)
      const marked = /[^A-Z0-9]$/.test(prefix)
      // Printed with and without its mark, a prefix needs none.
      prefixes.set(key, { intermediary, marked: marked && prefixes.get(key)?.marked !== false })
    }
  }
  const lengths = [...new Set([...prefixes.keys()].map((key) => key.length))].toSorted((a, b) => b - a)
  return { prefixes, lengths }
}

// A prefix of this length is a name that nobody else begins with: its lost mark is forgiven.
const TELLING_LENGTH = 5

/** The intermediary that the tokens from `start` on announce, or null. */
export function readBilling(tokens: readonly Token[], start: number, table: IntermediaryTable): Billing | null {
  let joined = ''
  let found: Billing | null = null
  for (let i = start; i < Math.min(tokens.length, start + 3); i += 1) {
    const token = tokens[i]
    if (token === undefined) break
    joined += token.full
    const prefix = table.prefixes.get(joined)
    if (prefix === undefined) continue
    const gap = tokens[i + 1]?.gap ?? 'end'
    const printed = !prefix.marked || gap === 'star' || gap === 'wide' || (gap === 'mark' && joined.length > 2)
    found = {
      intermediary: prefix.intermediary,
      tokens: i + 1 - start,
      certain: printed || joined.length >= TELLING_LENGTH,
    }
  }
  return found
}

/** What is glued behind an intermediary's prefix (`driegress` -> `egress`), with the intermediary; longest prefix first. */
export function gluedBilling(
  text: string,
  table: IntermediaryTable,
): { readonly intermediary: Intermediary; readonly rest: string; readonly prefix: string } | null {
  for (const length of table.lengths) {
    if (length >= text.length) continue
    const prefix = text.slice(0, length)
    const found = table.prefixes.get(prefix)
    if (found !== undefined) return { intermediary: found.intermediary, rest: text.slice(length), prefix }
  }
  return null
}
