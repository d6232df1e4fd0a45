/** One app of the gallery that an identity provider offers: the provider's own description, not a fact about the company. */
export type GalleryEntry = {
  readonly kind: 'gallery-entry'
  /** The provider's id of the template, lower case: apps that are set up from it carry it. */
  readonly id: string
  readonly name: string
  readonly publisher: string | null
  /** Registrable domain of the home page; null where that is hosting, a store, or not stated. */
  readonly domain: string | null
}
