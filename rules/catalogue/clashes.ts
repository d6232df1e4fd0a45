import type { Catalogue, Product } from '#core/catalogue.ts'
import { isEveryday } from '#core/descriptor/everyday-words.ts'
import { identifierKey } from '#core/identifier.ts'
import { domainClashes } from './domain-clashes.ts'
import { claimedTwice } from './claims.ts'
import { idleCapabilities, referenceClashes } from './reference-clashes.ts'

/** Something in the catalogue that would make a match wrong or ambiguous; `entries` are product or capability ids. */
export type Clash = { readonly entries: readonly string[]; readonly problem: string }

/**
 * Everything that contradicts itself in a catalogue, sorted by entry: ids, names, stems and identifiers claimed twice,
 * domains shared without saying so, references to nothing, and stems that are one everyday word. Empty when sound.
 */
export function findClashes(catalogue: Catalogue): readonly Clash[] {
  return sorted([...contradictions(catalogue), ...idleCapabilities(catalogue)])
}

/** As `findClashes`, without capabilities that nobody offers yet: these make no match wrong. */
export function findContradictions(catalogue: Catalogue): readonly Clash[] {
  return sorted(contradictions(catalogue))
}

function contradictions(catalogue: Catalogue): readonly Clash[] {
  const { products, capabilities } = catalogue
  return [
    ...claimedTwice('id', products, (product) => [product.id]),
    ...claimedTwice('capability id', capabilities, (capability) => [capability.id]),
    ...claimedTwice('name', products, ({ name, aliases, galleryNames }) =>
      [name, ...aliases, ...galleryNames].map(comparableName),
    ),
    ...claimedTwice('stem', products, (product) => product.stems.map(comparableStem)),
    ...claimedTwice('identifier', products, (product) => product.identifiers.map(identifierKey)),
    ...domainClashes(products),
    ...referenceClashes(catalogue),
    ...products.flatMap(everydayStems),
  ]
}

/** Names that differ only in case, spaces or punctuation are the same claim; one made of nothing else stays itself. */
function comparableName(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return letters === '' ? name : letters
}

function comparableStem(stem: string): string {
  return stem.replaceAll(/\s+/gu, ' ')
}

function everydayStems({ id, stems }: Product): readonly Clash[] {
  return stems
    .filter((stem) => isEveryday(stem.toLowerCase()))
    .map((stem) => ({
      entries: [id],
      problem: `stem "${stem}" is an everyday word; write more of what the charge prints`,
    }))
}

function sorted(clashes: readonly Clash[]): readonly Clash[] {
  return clashes.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function sortKey({ entries, problem }: Clash): string {
  return `${entries.join(' ')} ${problem}`
}
