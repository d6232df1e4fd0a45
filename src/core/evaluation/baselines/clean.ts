import type { Catalogue } from '../../catalogue.ts'
import { parseDescriptor } from '../../descriptor.ts'
import { intermediaryTable } from '../../descriptor/intermediary.ts'
import type { IntermediaryTable } from '../../descriptor/intermediary.ts'
import { wordClass } from '../../descriptor/words.ts'
import type { Prediction } from '../labelled-case.ts'
import { nameCore } from '../../match/app-name.ts'
import type { Identity } from '../../match/match.ts'
import { nameWords } from '../../name.ts'

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
