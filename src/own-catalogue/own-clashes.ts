import type { Catalogue, Product } from '#core/catalogue.ts'
import { registrableDomain } from '#core/domain.ts'
import type { Clash } from '#rules/catalogue/clashes.ts'
import { findContradictions } from '#rules/catalogue/clashes.ts'
import type { OwnEntries, Written } from './entry.ts'
import { proposal } from './problem.ts'
import type { OwnProblem } from './problem.ts'

/** What contradicts itself in `grown` and did not in `base`, each told of the company's own entry that makes it so. */
export function ownClashes(base: Catalogue, grown: Catalogue, own: OwnEntries): readonly OwnProblem[] {
  const found = [...findContradictions(grown), ...categoryClashes(base, own)]
  const before = new Set(found.length === 0 ? [] : findContradictions(base).map(keyOf))
  const places = placesOf(own)
  const clashes = found
    .filter((clash) => !before.has(keyOf(clash)))
    .flatMap((clash) => told(clash, base.products, places))
  const billers = prefixClashes(grown).flatMap((clash) => told(clash, [], places))
  return [...clashes, ...billers, ...own.products.flatMap(hostDomains), ...own.extensions.flatMap(hostDomains)]
}

function keyOf({ entries, problem }: Clash): string {
  return `${entries.join(' ')} ${problem}`
}

/** Where the company writes of a product, capability or intermediary, by its id. */
function placesOf(own: OwnEntries): ReadonlyMap<string, string> {
  const named = [...own.products, ...own.capabilities, ...own.intermediaries].map(
    ({ where, value }) => [value.id, where] as const,
  )
  // An entry of the company's own comes before what it adds elsewhere: later ones win in a map.
  return new Map([...own.extensions.map(({ where, value }) => [value.extends, where] as const), ...named])
}

function told(
  { entries, problem }: Clash,
  known: readonly Product[],
  places: ReadonlyMap<string, string>,
): readonly OwnProblem[] {
  const id = entries.find((entry) => places.has(entry))
  const where = id === undefined ? undefined : places.get(id)
  // Shipped entries that point to what was replaced are told of the entry that replaces it.
  if (where === undefined) return []
  const others = [...new Set(entries)].filter((entry) => entry !== id)
  const shipped = known.find((product) => others.includes(product.id) && !places.has(product.id))
  return [{ where, problem: `${problem}${also(others)}${advice(shipped?.id)}`, with: others }]
}

function also(others: readonly string[]): string {
  return others.length === 0 ? '' : ` (the other: ${others.join(', ')})`
}

function advice(shipped: string | undefined): string {
  if (shipped === undefined) return ''
  return `; drop it here, take it from there with {"extends": "${shipped}", "without": […]}, or replace that product with "replaces": ["${shipped}"]`
}

/** A category decides nothing, but a slip in it would make one more. */
function categoryClashes(base: Catalogue, own: OwnEntries): readonly Clash[] {
  const known = new Set([
    ...base.products.map(({ category }) => category),
    ...own.capabilities.map(({ value }) => value.category),
  ])
  return own.products
    .filter(({ value }) => !known.has(value.category))
    .map(({ value }) => ({
      entries: [value.id],
      problem: `category "${value.category}" is in no file of the catalogue and of no capability of your own${proposal(value.category, known)}`,
    }))
}

function prefixClashes({ intermediaries }: Catalogue): readonly Clash[] {
  const claimants = Map.groupBy(
    intermediaries.flatMap(({ id, prefixes }) =>
      [`id "${id}"`, ...prefixes.map((prefix) => `prefix "${prefix}"`)].map((claim) => ({ id, claim })),
    ),
    ({ claim }) => claim,
  )
  return [...claimants]
    .filter(([, members]) => members.length > 1)
    .map(([claim, members]) => ({
      entries: members.map(({ id }) => id),
      problem: `${claim} is claimed by ${members.length} intermediaries; only one may have it`,
    }))
}

type WithDomains = { readonly domains: readonly string[]; readonly sharedDomains: readonly string[] }

function hostDomains({ where, value }: Written<WithDomains>): readonly OwnProblem[] {
  return [...value.domains, ...value.sharedDomains].flatMap((domain) => {
    const registrable = registrableDomain(domain)
    if (registrable === domain) return []
    const next = registrable === null ? 'which nobody can register' : `and only ${registrable} is looked up; write that`
    return [{ where, problem: `"${domain}" is no registrable domain, ${next}, or leave it out`, with: [] }]
  })
}
