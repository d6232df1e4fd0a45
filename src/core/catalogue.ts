import type { Identifier } from './identifier.ts'

/**
 * A product of the catalogue, as `rules/catalogue/*.json` describe it. A `family` is a vendor's line that a text can
 * name without naming the product; its members point to it.
 */
export type Product = {
  /** Stable, kebab-case: `slack`, `google-workspace`. */
  readonly id: string
  readonly name: string
  readonly vendor: string
  /** True when the entry is a line ("Atlassian"), not a thing one buys. */
  readonly family: boolean
  /** The family this product belongs to, when there is one. */
  readonly memberOf: string | null
  /** Registrable domains; the first is the product's own. Old ones included. */
  readonly domains: readonly string[]
  /** Domains it shares with declared other products; alone they decide only the family. */
  readonly sharedDomains: readonly string[]
  /** Other names, legal names, former names. */
  readonly aliases: readonly string[]
  /** How it bills: upper-case beginnings of descriptors, `INTUIT *QBOOKS`. */
  readonly stems: readonly string[]
  readonly category: string
  readonly capabilities: readonly string[]
  readonly ai: boolean
  /** Known client ids, app ids, SAML entities: only where sure. */
  readonly identifiers: readonly Identifier[]
  /** Okta or Entra gallery names that differ from name and aliases. */
  readonly galleryNames: readonly string[]
  /** Ids of intermediaries known to bill for it; that others do is not excluded. */
  readonly soldThrough: readonly string[]
  /** Its name is an everyday word (`front`, `box`, `monday`): the name alone proves little. */
  readonly commonWord: boolean
  /** No catalogue describes it: a provider's gallery of apps lists it. Its category is empty. */
  readonly fromGallery?: true
}

export type Capability = {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly words: readonly string[]
  /** False where having several is normal: paid by use (clouds, ads), or each one is another thing (domains, fonts). */
  readonly overlaps: boolean
}

/** Who bills for another: a merchant of record, wallet, reseller or marketplace. */
export type Intermediary = {
  readonly id: string
  readonly name: string
  readonly role: 'merchant-of-record' | 'wallet' | 'reseller' | 'marketplace' | 'processor'
  /** Upper-case descriptor beginnings that announce it, with their punctuation: `PADDLE.NET*`. */
  readonly prefixes: readonly string[]
  /** True when what it sells is nearly always software. */
  readonly sellsSoftware: boolean
  /** True when it stands on counters or sells goods: hardly anything it bills for is software. */
  readonly sellsGoods: boolean
}

/** What a company says of a charge text itself, without judging a single charge: `app` null is no software. */
export type StatedDescriptor = {
  /** As printed, or with `*` at its end for all that begins so. */
  readonly text: string
  readonly app: string | null
  /** Where it says so, for explanations: `descriptors.csv, line 3`. */
  readonly where: string
}

export type Catalogue = {
  readonly products: readonly Product[]
  readonly capabilities: readonly Capability[]
  readonly intermediaries: readonly Intermediary[]
  /** Absent where the company states none. */
  readonly descriptors?: readonly StatedDescriptor[]
}
