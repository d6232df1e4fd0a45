import { distance } from 'fastest-levenshtein'
import { Index } from 'flexsearch'
import Fuse from 'fuse.js'
import { go, prepare } from 'fuzzysort'
import MiniSearch from 'minisearch'
import UFuzzy from '@leeoniya/ufuzzy'
import type { Catalogue } from '#core/catalogue.ts'
import { nameWords } from '#core/name.ts'
import type { Engine, Found } from './engine.ts'

type Name = { readonly id: number; readonly app: string; readonly name: string }

/** The libraries that are used for such searches, each over all names, aliases and domains of the catalogue. */
export function peers(catalogue: Catalogue): readonly Engine[] {
  const names = catalogue.products
    .flatMap(({ id, name, aliases, domains }) =>
      [name, ...aliases, ...domains.map((domain) => domain.slice(0, domain.indexOf('.')))].map((text) => ({
        app: id,
        name: nameWords(text).join(' '),
      })),
    )
    .map((entry, id): Name => ({ id, ...entry }))
  return [
    fuse('fuse.js', names, {}),
    fuse('fuse.js tuned', names, { threshold: 0.3, distance: 40, ignoreFieldNorm: true, minMatchCharLength: 3 }),
    { name: 'minisearch', reads: 'cleaned', build: () => miniSearch(names) },
    { name: 'uFuzzy', reads: 'cleaned', build: () => uFuzzySearch(names) },
    { name: 'fuzzysort', reads: 'cleaned', build: () => fuzzySortSearch(names) },
    { name: 'flexsearch', reads: 'cleaned', build: () => flexSearch(names) },
    { name: 'fastest-levenshtein', reads: 'cleaned', build: () => levenshtein(names) },
  ]
}

function fuse(name: string, names: readonly Name[], options: Readonly<Record<string, unknown>>): Engine {
  return {
    name,
    reads: 'cleaned',
    build: () => {
      const index = new Fuse(names, { keys: ['name'], includeScore: true, ...options })
      return (text) => {
        const [best] = index.search(text, { limit: 1 })
        return best === undefined ? null : { app: best.item.app, score: 1 - (best.score ?? 1) }
      }
    },
  }
}

function miniSearch(names: readonly Name[]): (text: string) => Found {
  const index = new MiniSearch<Name>({ fields: ['name'], searchOptions: { prefix: true, fuzzy: 0.2 } })
  index.addAll(names)
  return (text) => {
    const [best] = index.search(text)
    return best === undefined ? null : scored(names[Number(best.id)], text)
  }
}

function uFuzzySearch(names: readonly Name[]): (text: string) => Found {
  const engine = new UFuzzy({ intraMode: 1 })
  const haystack = names.map(({ name }) => name)
  return (text) => {
    const [ids, info, order] = engine.search(haystack, text)
    const id = info?.idx?.[order?.[0] ?? 0] ?? ids?.[0]
    return id === undefined ? null : scored(names[id], text)
  }
}

function fuzzySortSearch(names: readonly Name[]): (text: string) => Found {
  const prepared = names.map(({ app, name }) => ({ app, name: prepare(name) }))
  return (text) => {
    const [best] = go(text, prepared, { key: 'name', limit: 1 })
    return best === undefined ? null : { app: best.obj.app, score: best.score }
  }
}

function flexSearch(names: readonly Name[]): (text: string) => Found {
  const index = new Index({ tokenize: 'forward' })
  for (const { id, name } of names) index.add(id, name)
  return (text) => {
    const [best] = index.search(text, { limit: 1, suggest: true })
    return best === undefined ? null : scored(names[Number(best)], text)
  }
}

function levenshtein(names: readonly Name[]): (text: string) => Found {
  return (text) => {
    let best: Found = null
    for (const { app, name } of names) {
      const score = similarity(name, text)
      if (best === null || score > best.score) best = { app, score }
    }
    return best
  }
}

// Engines whose score does not compare across texts are judged by how like their first answer is to the text.
function scored(name: Name | undefined, text: string): Found {
  return name === undefined ? null : { app: name.app, score: similarity(name.name, text) }
}

function similarity(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1)
}
