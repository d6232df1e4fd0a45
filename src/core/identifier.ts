/** The kinds of key an app is known by. Everything but `name` and `descriptor` is hard evidence of identity. */
export const IDENTIFIER_KINDS = [
  'google-client',
  'google-project',
  'entra-app',
  'entra-template',
  'okta-app',
  'saml-entity',
  'domain',
  'descriptor',
  'name',
] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

export type Identifier = { readonly kind: IdentifierKind; readonly value: string }

/** One string per identifier, fit as a map key and for sorting: `entra-app:0f1e…`. */
export function identifierKey(identifier: Identifier): string {
  return `${identifier.kind}:${identifier.value}`
}

/**
 * The Google Cloud project number inside an OAuth client id (`<project number>-<hash>.apps.googleusercontent.com`),
 * or null where the id has none. Clients of one project have one publisher; a publisher may own several projects.
 */
export function googleProject(clientId: string): string | null {
  const match = /^(\d{6,})(?:-[a-z0-9]+)?(?:\.apps\.googleusercontent\.com)?$/i.exec(clientId.trim())
  return match?.[1] ?? null
}
