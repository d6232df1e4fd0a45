import type { Product } from '../catalogue.ts'
import { LONGEST_TEXT, squeeze } from '../name.ts'
import type { Index } from './index-table.ts'

// How an integration signs in, which instance it is, and what Okta adds to tell two of one vendor apart.
const ENDING = /_(?:saml2?|oidc|swa|link|sso|scim|cloud|online|app|ud|v?\d)$/
// What customers make themselves is named after their organisation: `acme_slack_1`. Instances have ids: `0oa1b2c3`.
const OWN_APP = /^[^_]+_.+_\d+$|^0o[a-z]/
// One whole word behind which a version stands: `concur2`.
const VERSIONED = /^([a-z]{4,})\d$/

/**
 * The product that the key of an integration in Okta's catalogue is named after: `google_workspace`, `docusign_saml`.
 * Null where it is a customer's own, or names none or several.
 */
export function oktaKeyProduct(value: string, index: Index): Product | null {
  const key = value.slice(0, LONGEST_TEXT).toLowerCase()
  if (OWN_APP.test(key)) return null
  for (const written of writings(key)) {
    const found = (index.keys.get(squeeze(written)) ?? []).filter(({ from }) => from !== 'stem')
    const [only, ...others] = new Set(found.map(({ product }) => product))
    if (only !== undefined) return others.length === 0 ? only : null
  }
  return null
}

/** The key itself, and what is left of it without its endings, one by one. */
function writings(key: string): readonly string[] {
  const versioned = VERSIONED.exec(key)?.[1]
  const shorter = key.replace(ENDING, '')
  if (shorter !== key && shorter !== '') return [key, ...writings(shorter)]
  return versioned === undefined ? [key] : [key, versioned]
}
