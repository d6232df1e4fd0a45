/**
 * Where a fact of the catalogue was checked. What names no source comes from `general knowledge`: written from memory,
 * checked by nobody.
 */
export const SOURCES = [
  /** Read on the vendor's own pages, documentation or price list. */
  'vendor-site',
  /** Printed by a statement, a spending report or a list of merchants that is public. */
  'public-descriptors',
  /** Name and domain stand together in public lists of software: integration directories, awesome lists, logo sets. */
  'public-app-lists',
  /** The name of the application in the gallery of Microsoft Entra. */
  'entra-gallery',
  /** The name or key of the application in the Okta Integration Network. */
  'okta-integration-network',
  /** Legal and former names in company registers and published accounts. */
  'company-registers',
] as const

export type Source = (typeof SOURCES)[number]
