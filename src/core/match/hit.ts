import type { Product } from '../catalogue.ts'
import type { Key } from './key.ts'

/** How a product was found in a text, and which tokens it covers (from inclusive, to exclusive). */
export type Hit = {
  readonly product: Product
  readonly key: Key | null
  /** `domain`, `exact`, `stem` (an open beginning), `glued` (more behind it without a gap), `cut`, `typo`. */
  readonly how: 'domain' | 'exact' | 'stem' | 'glued' | 'cut' | 'typo'
  readonly from: number
  readonly to: number
  /** What is glued behind a `glued` key; the share of the key that is printed for a `cut` one. */
  readonly rest: string
  readonly share: number
  /** What was seen, for explanations: a domain, or a key as the catalogue writes it. */
  readonly seen: string
}
