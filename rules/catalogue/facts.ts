import type { Clash } from './clashes.ts'
import type { ProductEntry } from './entry.ts'
import { SOURCES } from './sources.ts'
import type { Source } from './sources.ts'

/** One statement of an entry that can be true or false, and where it was checked; nowhere when `sources` is empty. */
export type Fact = {
  readonly product: string
  readonly field:
    | 'name'
    | 'domains'
    | 'sharedDomains'
    | 'aliases'
    | 'stems'
    | 'identifiers'
    | 'galleryNames'
    | 'soldThrough'
  readonly value: string
  readonly sources: readonly Source[]
}

/** The facts of an entry in the order it states them. A source vouches for `name`, or for one value of a list: `stems:ZOOM.US`. */
export function factsOf(entry: ProductEntry): readonly Fact[] {
  return statements(entry).map((fact) => ({
    ...fact,
    sources: SOURCES.filter((source) => entry.sources[source]?.includes(reference(fact))),
  }))
}

/** Sources that vouch for what the entry does not state, one clash each: a fact was changed and its source was not. */
export function sourceClashes(entry: ProductEntry): readonly Clash[] {
  const stated = new Set(statements(entry).map(reference))
  return SOURCES.flatMap((source) =>
    (entry.sources[source] ?? [])
      .filter((text) => !stated.has(text))
      .map((text) => ({
        entries: [entry.id],
        problem: `source "${source}" vouches for "${text}", which the entry does not state`,
      })),
  )
}

function reference({ field, value }: Pick<Fact, 'field' | 'value'>): string {
  return field === 'name' ? field : `${field}:${value}`
}

function statements(entry: ProductEntry): readonly Omit<Fact, 'sources'>[] {
  const { name, domains, sharedDomains, aliases, stems, identifiers, galleryNames, soldThrough } = entry
  const fields = [
    ['name', [name]],
    ['domains', domains],
    ['sharedDomains', sharedDomains],
    ['aliases', aliases],
    ['stems', stems],
    ['identifiers', identifiers.map((identifier) => identifier.value)],
    ['galleryNames', galleryNames],
    ['soldThrough', soldThrough],
  ] as const
  return fields.flatMap(([field, values]) => values.map((value) => ({ product: entry.id, field, value })))
}
