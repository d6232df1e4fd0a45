import type { Catalogue } from '#core/catalogue.ts'
import { parseDescriptor } from '#core/descriptor.ts'
import { intermediaryTable } from '#core/descriptor/intermediary.ts'
import type { IntermediaryTable } from '#core/descriptor/intermediary.ts'
import { wordClass } from '#core/descriptor/words.ts'
import type { Prediction } from '#core/evaluation/labelled-case.ts'
import { nameCore } from '#core/match/app-name.ts'
import type { Identity } from '#core/match/match.ts'
import { nameWords } from '#core/name.ts'

/** A baseline is given the texts as the matcher's own cleaning leaves them, so that only the matching is compared. */
export function createCleaner({ intermediaries }: Catalogue): (identity: Identity) => readonly string[] {
  const table = intermediaryTable(intermediaries)
  return (identity) => cleanWords(identity, table)
}

function cleanWords(identity: Identity, intermediaries: IntermediaryTable): readonly string[] {
  if (identity.kind === 'app') return nameWords(nameCore(identity.clue.name ?? '').core)
  const { tokens, start, noPurchase } = parseDescriptor(identity.text, intermediaries)
  if (noPurchase !== null) return []
  return tokens
    .slice(start)
    .filter(({ text, coded }) => !coded && wordClass(text) !== 'place')
    .flatMap(({ full }) => nameWords(full))
}

/** Every name and alias of the catalogue in words, sorted by product, so that ties fall the same way each time. */
export function catalogueNames({ products }: Catalogue): readonly { app: string; words: readonly string[] }[] {
  return products
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, name, aliases }) => [name, ...aliases].map((each) => ({ app: id, words: nameWords(each) })))
    .filter(({ words }) => words.length > 0)
}

/** A baseline knows no doubt: what it finds it takes, and what it does not find it lets go. */
export function taken(app: string | null, confidence = 1): Prediction {
  return { verdict: app === null ? 'unknown' : 'match', app, candidates: [], confidence, softwareLikelihood: 0 }
}
