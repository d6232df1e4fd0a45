import type { Intermediary } from '../catalogue.ts'
import { fold, nameWords, squeeze } from '../name.ts'
import { Beginnings } from './beginnings.ts'
import { isEveryday } from './everyday-words.ts'
import { isWordAt } from './letters.ts'
import type { Token } from './token.ts'

type Prefix = { readonly intermediary: Intermediary; readonly marked: boolean }

/** The printed beginnings of all intermediaries, laid out for reading descriptors. */
export type IntermediaryTable = {
  /** By their letters and digits. */
  readonly prefixes: ReadonlyMap<string, Prefix>
  readonly beginnings: Beginnings
  /** Lengths of these, longest first. */
  readonly lengths: readonly number[]
  /** As printed, without mark at the end, by their first three characters, longest first: those that may be glued to a name. */
  readonly printed: ReadonlyMap<string, readonly string[]>
  /** Names and prefixes of each: beside a product they only repeat who bills. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

/** An intermediary read at the beginning of a descriptor. */
export type Billing = {
  readonly intermediary: Intermediary
  /** The number of leading tokens that announce it. */
  readonly tokens: number
  /** False where its mark is lost and so short a prefix may begin any name: `fs037 brueton park`. */
  readonly certain: boolean
}

const HEAD = 3
// A prefix this long is parted from a name glued to it whatever follows; shorter ones only where a known name follows.
const PARTING_LENGTH = 6

/** Prepares the intermediaries of a catalogue for reading descriptors. */
export function intermediaryTable(intermediaries: readonly Intermediary[]): IntermediaryTable {
  const prefixes = new Map<string, Prefix>()
  const printed = new Map<string, string[]>()
  const words = new Map<string, ReadonlySet<string>>()
  for (const intermediary of intermediaries) {
    const { id, name } = intermediary
    words.set(id, new Set([squeeze(name), ...nameWords(name), ...intermediary.prefixes.map(squeeze)]))
    for (const prefix of intermediary.prefixes) {
      const key = squeeze(prefix)
      const marked = /[^A-Z0-9]$/.test(prefix)
      // Printed with and without its mark, a prefix needs none.
      prefixes.set(key, { intermediary, marked: marked && prefixes.get(key)?.marked !== false })
      if (key.length < PARTING_LENGTH || isEveryday(key)) continue
      const plain = fold(prefix).replace(/[^a-z0-9]+$/, '')
      printed.set(plain.slice(0, HEAD), [...(printed.get(plain.slice(0, HEAD)) ?? []), plain])
    }
  }
  for (const list of printed.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const lengths = [...new Set([...prefixes.keys()].map((key) => key.length))].toSorted((a, b) => b - a)
  return { prefixes, beginnings: new Beginnings(prefixes.keys()), lengths, printed, words }
}

const SHORTEST_REST = 3

/** Puts the lost mark back between an intermediary and what is glued to it: `paddle.netsketch.com` -> `paddle.net*sketch.com`. */
export function partGlued(text: string, table: IntermediaryTable): string {
  const prefix = table.printed.get(text.slice(0, HEAD))?.find((printed) => text.startsWith(printed))
  if (prefix === undefined || text.length < prefix.length + SHORTEST_REST) return text
  for (let at = prefix.length; at < prefix.length + SHORTEST_REST; at += 1) if (!isWordAt(text, at)) return text
  return `${prefix}*${text.slice(prefix.length)}`
}

/** A prefix of this length is a name that nobody else begins with: its lost mark is forgiven. */
export const TELLING_LENGTH = 5

/** The intermediary that the tokens from `start` on announce, or null. */
export function readBilling(tokens: readonly Token[], start: number, table: IntermediaryTable): Billing | null {
  if (!table.beginnings.mayBegin(tokens[start]?.full ?? '')) return null
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

/** The intermediary whose prefix the text begins with (`driegress`), with the length of that prefix; the longest first. */
export function gluedBilling(
  text: string,
  table: IntermediaryTable,
): { readonly intermediary: Intermediary; readonly length: number } | null {
  if (!table.beginnings.mayBegin(text)) return null
  for (const length of table.lengths) {
    if (length >= text.length) continue
    const found = table.prefixes.get(text.slice(0, length))
    if (found !== undefined) return { intermediary: found.intermediary, length }
  }
  return null
}
