import { join } from 'node:path'
import type { Catalogue } from '#core/catalogue.ts'
import type { OwnCounts } from '#jobs/knowledge.ts'
import type { OwnEntries } from './entry.ts'
import { mergeCatalogue } from './merge.ts'
import { problemText } from './problem.ts'
import { readFolder } from './read-folder.ts'

/** `own` is null where the company has no catalogue of its own; `problems` are sentences. */
export type OwnCatalogue = {
  readonly catalogue: Catalogue
  readonly own: OwnCounts | null
  readonly problems: readonly string[]
}

/** The shipped catalogue with what the folder `catalogue` of the data folder adds to it, and all that is wrong there. */
export async function loadOwnCatalogue(dataFolder: string, shipped: Catalogue): Promise<OwnCatalogue> {
  const folder = join(dataFolder, 'catalogue')
  const read = await readFolder(folder)
  if (read === null) return { catalogue: shipped, own: null, problems: [] }
  const merged = mergeCatalogue(shipped, read.entries)
  return {
    catalogue: merged.catalogue,
    own: countsOf(folder, read.entries),
    problems: [...read.problems, ...merged.problems].map(problemText),
  }
}

function countsOf(folder: string, { products, extensions, descriptors }: OwnEntries): OwnCounts {
  const claims = [...products, ...extensions].map(({ value }) => value)
  const count = (listOf: (claim: (typeof claims)[number]) => readonly unknown[]): number =>
    claims.reduce((sum, claim) => sum + listOf(claim).length, 0)
  return {
    folder,
    products: products.length,
    extended: new Set(extensions.map(({ value }) => value.extends)).size,
    replaced: new Set(products.flatMap(({ value }) => value.replaces)).size,
    aliases: count(({ aliases, galleryNames }) => [...aliases, ...galleryNames]),
    stems: count(({ stems }) => stems),
    domains: count(({ domains, sharedDomains }) => [...domains, ...sharedDomains]),
    identifiers: count(({ identifiers }) => identifiers),
    descriptors: descriptors.length,
  }
}
