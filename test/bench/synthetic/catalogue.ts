import type { Catalogue, Product } from '#core/catalogue.ts'
import { squeeze } from '#core/name.ts'
import { loadIntermediaries } from '#rules/intermediaries.ts'
import { brandName } from './brands.ts'
import { randomFrom } from './random.ts'

const LEGAL_NAMES = 0.3
const FORMER_NAMES = 0.06
const ENDINGS = ['.com', '.com', '.com', '.io', '.ai', '.app', '.co'] as const
const FORMS = ['Inc', 'Ltd', 'GmbH', 'LLC', 'Technologies Inc', 'Labs Inc', 'Software Ltd'] as const

/** A catalogue of `size` invented products: legal names for 30 %, former names for 6 %. The same for the same seed. */
export function syntheticCatalogue(size: number, seed: number): Catalogue {
  const random = randomFrom(seed)
  const taken = new Set<string>()
  const fresh = (): string => {
    for (;;) {
      const name = brandName(random)
      const key = squeeze(name)
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  }
  const products = Array.from({ length: size }, (_, at): Product => {
    const name = fresh()
    const legal = random.chance(LEGAL_NAMES) ? [`${name} ${random.pick(FORMS)}`] : []
    const former = random.chance(FORMER_NAMES) ? [fresh()] : []
    return {
      id: `p${at}`,
      name,
      vendor: name,
      family: false,
      memberOf: null,
      domains: [`${squeeze(name)}${random.pick(ENDINGS)}`],
      sharedDomains: [],
      aliases: [...legal, ...former],
      stems: [],
      category: 'synthetic',
      capabilities: ['synthetic'],
      ai: false,
      identifiers: [],
      galleryNames: [],
      soldThrough: [],
      commonWord: false,
    }
  })
  return { products, capabilities: [], intermediaries: loadIntermediaries() }
}
