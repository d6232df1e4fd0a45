import type { Product } from '../catalogue.ts'
import { wordClass } from '../descriptor/words.ts'
import { LONGEST_TEXT, nameWords } from '../name.ts'
import type { Index } from './index-table.ts'

/** What a publisher's name says of a product: `other-vendor` is known to sell something else, `stranger` is known to nobody. */
export type PublisherSays = 'agrees' | 'other-vendor' | 'stranger' | 'nothing'

// What directories print where nobody stated a publisher.
const NOBODY = new Set([
  'activedirectoryapplicationregistry',
  'unverified',
  'unknown',
  'none',
  'na',
  'googleplay',
  'chromewebstore',
])

/** Compares a publisher's name with the vendor, names and family of a product; legal forms do not matter. */
export function publisherSays(publisher: string | null, product: Product, index: Index): PublisherSays {
  const words = nameWords((publisher ?? '').slice(0, LONGEST_TEXT))
  if (words.length === 0 || NOBODY.has(words.join(''))) return 'nothing'
  const own = index.wordsOf(product)
  const telling = words.filter((word) => wordClass(word) !== 'legal' && wordClass(word) !== 'noise')
  const whole = words.join('')
  if (own.includes(whole) || own.includes(telling.join(''))) return 'agrees'
  if (telling.length > 0 && telling.every((word) => own.includes(word) && wordClass(word) === null)) return 'agrees'
  const known = index.vendors.has(whole) || index.vendors.has(telling.join('')) || index.keys.has(telling.join(''))
  return known ? 'other-vendor' : 'stranger'
}
