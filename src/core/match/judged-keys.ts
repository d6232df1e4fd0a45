import type { Catalogue } from '../catalogue.ts'
import { parseDescriptor } from '../descriptor.ts'
import { intermediaryTable } from '../descriptor/intermediary.ts'
import type { Token } from '../descriptor/token.ts'
import { wordClass } from '../descriptor/words.ts'
import { isTelling, registrableDomain } from '../domain.ts'
import { googleProject } from '../identifier.ts'
import type { Identifier, IdentifierKind } from '../identifier.ts'
import { judgementKey } from '../judge/judgement-key.ts'
import type { AppClue } from '../observation.ts'
import { idKind } from './any-match.ts'
import { statedDomains } from './stated-domains.ts'
import type { Index } from './index-table.ts'
import type { Identity } from './match.ts'

/** Keys that a judgement may be found under, the surest first; those of one level are equally sure. */
export type Levels = readonly (readonly string[])[]

/** What a judgement may be about that decides this identity. */
export function judgedLevels(identity: Identity, index: Index): Levels {
  switch (identity.kind) {
    case 'descriptor':
      return [...descriptorKeys(identity.text, index).map((key) => [key]), printedDomains(identity.text, index)]
    case 'app':
      return clueLevels(identity.clue)
    case 'any': {
      const { text } = identity
      const kind = idKind(text.trim())
      const domain = /\s/.test(text.trim()) ? null : registrableDomain(text)
      return [
        kind === null ? [] : idKeys({ kind, value: text }),
        domain === null ? [] : [judgementKey({ kind: 'domain', value: domain })],
        [judgementKey({ kind: 'name', value: text })],
        ...descriptorKeys(text, index).map((key) => [key]),
        printedDomains(text, index),
      ]
    }
    default:
      return identity satisfies never
  }
}

const NO_ID: ReadonlySet<IdentifierKind> = new Set(['google-project', 'domain', 'name', 'descriptor'])

// The id of one client before its publisher's project, that before the sites it states, and its name last.
function clueLevels(clue: AppClue): Levels {
  const { identifiers, name } = clue
  const ids = identifiers.filter(({ kind }) => !NO_ID.has(kind))
  const projects = identifiers.flatMap(({ kind, value }) => {
    if (kind === 'google-project') return [value]
    return kind === 'google-client' ? (googleProject(value) ?? []) : []
  })
  const names = identifiers.flatMap(({ kind, value }) => (kind === 'name' ? [value] : []))
  return [
    ids.map(judgementKey),
    keysOf('google-project', projects),
    keysOf('domain', statedDomains(clue).telling),
    keysOf('name', name === null ? names : [...names, name]),
  ]
}

function idKeys(identifier: Identifier): readonly string[] {
  const project = identifier.kind === 'google-client' ? googleProject(identifier.value) : null
  return [judgementKey(identifier), ...(project === null ? [] : keysOf('google-project', [project]))]
}

function keysOf(kind: IdentifierKind, values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => judgementKey({ kind, value })))]
}

/** The keys of a descriptor: as printed, and without references, numbers and places, so that next month's charge is judged too. */
export function descriptorKeys(text: string, index: Pick<Index, 'intermediaries'>): readonly string[] {
  const printed = judgementKey({ kind: 'descriptor', value: text })
  const { tokens, billing, start } = parseDescriptor(text, index.intermediaries)
  const words = tokens.slice(start).flatMap((token, at, all) => wordsOf(token, all[at - 1]))
  if (!words.some(isTellingWord)) return [printed]
  return [printed, `line:${billing?.certain === true ? billing.intermediary.id : ''}:${words.join(' ')}`]
}

// A name with a small number behind it, `sketch2`, is no reference number.
const NUMBERED_NAME = /^[a-z]{4,}\d{1,2}$/

function wordsOf({ full, coded }: Token, before: Token | undefined): readonly string[] {
  const kind = wordClass(full)
  if (kind === 'place' || kind === 'noise') return []
  // The country or state behind a city.
  if (full.length === 2 && before !== undefined && wordClass(before.full) === 'place') return []
  return coded && !NUMBERED_NAME.test(full) ? [] : [full]
}

const SHORTEST_TELLING = 3

// What is left of another merchant's text may be an initial, a legal form or "subscription": that would carry a decision to strangers.
function isTellingWord(word: string): boolean {
  return word.length >= SHORTEST_TELLING && wordClass(word) === null
}

/** The sites printed in a descriptor, behind whoever bills for another. */
function printedDomains(text: string, index: Index): readonly string[] {
  const { tokens, start } = parseDescriptor(text, index.intermediaries)
  const domains = tokens.slice(start).flatMap(({ domain }) => (domain !== null && isTelling(domain) ? [domain] : []))
  return keysOf('domain', domains)
}

/** Of charge texts that one decision covers all, the first: those that differ in references, numbers and places alone. */
export function onePerLine(
  texts: readonly string[],
  { intermediaries }: Pick<Catalogue, 'intermediaries'>,
): readonly string[] {
  const table = intermediaryTable(intermediaries)
  const lines = new Map(
    texts.toReversed().map((text) => [descriptorKeys(text, { intermediaries: table }).at(-1) ?? text, text]),
  )
  const kept = new Set(lines.values())
  return texts.filter((text) => kept.delete(text))
}
