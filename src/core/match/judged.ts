import { parseDescriptor } from '../descriptor.ts'
import { wordClass } from '../descriptor/words.ts'
import type { Identifier } from '../identifier.ts'
import { identifierKey } from '../identifier.ts'
import type { Judgement } from '../judgement.ts'
import { fold, LONGEST_TEXT, squeeze } from '../name.ts'
import { result } from './result.ts'
import type { Index } from './index-table.ts'
import type { Match } from './match.ts'

/** The decisions of people, by what they are about; the latest of each kind wins. */
export type Judgements = {
  readonly confirmed: ReadonlyMap<string, Judgement>
  /** Products that a person said something is not, by what it is about. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>
}

/** Lays judgements out for looking up. Their order does not matter: the later one wins, then the higher id. */
export function judgementTable(judgements: readonly Judgement[], index: Index): Judgements {
  const confirmed = new Map<string, Judgement>()
  const rejected = new Map<string, Set<string>>()
  for (const judgement of judgements.toSorted((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))) {
    for (const key of keysOf(judgement.identifier, index)) enter(judgement, key, confirmed, rejected)
  }
  return { confirmed, rejected }
}

function enter(
  judgement: Judgement,
  key: string,
  confirmed: Map<string, Judgement>,
  rejected: Map<string, Set<string>>,
): void {
  const { app } = judgement
  if (judgement.decision === 'confirm') {
    confirmed.set(key, judgement)
    if (app !== null) rejected.get(key)?.delete(app)
    return
  }
  if (confirmed.get(key)?.app === app) confirmed.delete(key)
  if (app !== null) rejected.set(key, (rejected.get(key) ?? new Set()).add(app))
}

function keysOf(identifier: Identifier, index: Index): readonly string[] {
  return identifier.kind === 'descriptor' ? descriptorKeys(identifier.value, index) : [judgementKey(identifier)]
}

// Fewer letters than this are an initial or a remnant, and would carry a decision to strangers.
const SHORTEST_LINE = 3

/** The keys of a descriptor: as printed, and without references, numbers and places, so that next month's charge is judged too. */
export function descriptorKeys(text: string, index: Pick<Index, 'intermediaries'>): readonly string[] {
  const printed = judgementKey({ kind: 'descriptor', value: text })
  const { tokens, billing, start } = parseDescriptor(text, index.intermediaries)
  const words = tokens.slice(start).filter(({ text: word, coded }) => !coded && wordClass(word) !== 'place')
  const line = words.map((word) => word.full).join(' ')
  if (line.length < SHORTEST_LINE) return [printed]
  return [printed, `line:${billing?.certain === true ? billing.intermediary.id : ''}:${line}`]
}

/** The key under which a judgement on this identifier is found again: case, accents and spacing do not matter. */
export function judgementKey({ kind, value }: Identifier): string {
  switch (kind) {
    case 'name':
      return `name:${squeeze(value.slice(0, LONGEST_TEXT)) || value}`
    case 'descriptor':
      return `descriptor:${fold(value.slice(0, LONGEST_TEXT)).replace(/\s+/g, ' ').trim()}`
    case 'domain':
    case 'entra-app':
    case 'entra-template':
    case 'google-client':
    case 'google-project':
    case 'okta-app':
    case 'saml-entity':
      return identifierKey({ kind, value: value.trim() }).toLowerCase()
    default:
      return kind satisfies never
  }
}

/** The match that a person decided for one of these keys, the first that is judged; null when none is. */
export function judgedMatch(keys: readonly string[], judgements: Judgements, index: Index): Match | null {
  for (const key of keys) {
    const judgement = judgements.confirmed.get(key)
    if (judgement === undefined) continue
    const { app, by, reason } = judgement
    const why = reason === '' ? '' : `: ${reason}`
    if (app === null) {
      return result({
        verdict: 'not-software',
        confidence: 1,
        attribution: 'judgement',
        softwareLikelihood: 0,
        reasons: () => [`${by} decided that this is no software${why}`],
      })
    }
    const product = index.products.get(app)
    return result({
      verdict: 'match',
      app,
      family: product?.family ?? false,
      confidence: 1,
      attribution: 'judgement',
      softwareLikelihood: 1,
      reasons: () => [`${by} decided that this is ${product?.name ?? app}${why}`],
    })
  }
  return null
}

/** The products that people said none of these keys is. */
export function rejectedProducts(keys: readonly string[], judgements: Judgements): ReadonlySet<string> {
  return new Set(keys.flatMap((key) => [...(judgements.rejected.get(key) ?? [])]))
}
