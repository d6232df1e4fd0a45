import type { MccLeaning } from '../descriptor/mcc.ts'
import type { Hit } from './hit.ts'
import type { Rarity } from './key.ts'

/** One hit compared with its text, feature by feature. Counts are of tokens outside the hit that nothing explains. */
export type Features = {
  readonly how: Hit['how']
  readonly rarity: Rarity
  /** The name is the vendor's, not the product's. */
  readonly vendorName: boolean
  /** The catalogue knows how charges of the product are printed: it is met on cards. */
  readonly familiar: boolean
  /** Before the name: words, and codes or filler, which statements put anywhere. */
  readonly before: number
  readonly codesBefore: number
  /** Unexplained around it: trade words, everyday words, domains of others, anything else. */
  readonly trade: number
  readonly everyday: number
  readonly foreignDomains: number
  readonly other: number
  /** Behind an asterisk behind the name: the merchant's own reference, or what it sold. */
  readonly starred: number
  /** The name is the name part of a site that the product is not known to have: `box.co.uk`. */
  readonly otherSite: boolean
  /** Behind or before the name stand words of software bills, a reference, a legal form, own words of product or vendor. */
  readonly softwareWord: boolean
  readonly planWord: boolean
  readonly reference: boolean
  /** A short number, as shops number their branches. */
  readonly branch: boolean
  readonly legalForm: boolean
  readonly ownWord: boolean
  /** The town of a shop stands behind the name. */
  readonly town: boolean
  /** The share of the key that is printed, below 1 only for cut names. */
  readonly share: number
  /** Glued rest that is neither a legal form nor a word of bills. */
  readonly strangeRest: boolean
  /** Letters glued behind the key. */
  readonly restLetters: number
  /** Letters of the key: 0 for a domain. */
  readonly letters: number
  readonly billing: 'software' | 'other' | 'own' | null
  /** The product is known to be sold through who bills. */
  readonly soldThere: boolean
  readonly mcc: MccLeaning
  readonly recurring: boolean | null
}

/** Where a text comes from, as far as it bears on a match. */
export type Setting = { readonly mcc: MccLeaning; readonly recurring: boolean | null }
