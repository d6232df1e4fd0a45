import type { Product } from '../catalogue.ts'
import type { Key } from './key.ts'

/** How a product was found in a text, and which tokens it covers (from inclusive, to exclusive). */
export type Hit = {
  readonly product: Product
  readonly key: Key | null
  /**
   * `domain`, `exact`, `stem` (an open beginning), `remnant` (of a stem, before references only), `billed` (behind the glued prefix of who bills), `glued` (more behind it
   * without a gap), `cut`, `typo`.
   */
  readonly how: 'domain' | 'exact' | 'stem' | 'remnant' | 'billed' | 'glued' | 'cut' | 'typo'
  readonly from: number
  readonly to: number
  /** What is glued behind a `glued` key; before a `billed` one. */
  readonly rest: string
  /** The share of the key that is printed, below 1 only for `cut`. */
  readonly share: number
  /** For `billed`, what the glued biller sells; `own` where the merchant's own code is glued. */
  readonly biller: 'software' | 'other' | 'own' | null
  /** What was seen, for explanations: a domain, or a key as the catalogue writes it. */
  readonly seen: string
}

/** A hit by a key. */
export function keyHit(key: Key, how: Hit['how'], from: number, to: number, rest = '', share = 1): Hit {
  return { product: key.product, key, how, from, to, rest, share, biller: null, seen: key.written }
}
