import { registrableDomain } from '../domain.ts'
import type { Identifier } from '../identifier.ts'
import { identifierKey } from '../identifier.ts'
import { fold, LONGEST_TEXT, squeeze } from '../name.ts'

/** The key under which a judgement on this identifier is found again: case, accents and spacing do not matter. */
export function judgementKey({ kind, value }: Identifier): string {
  switch (kind) {
    case 'name':
      return `name:${squeeze(value.slice(0, LONGEST_TEXT)) || value.trim()}`
    case 'descriptor':
      return `descriptor:${fold(value.slice(0, LONGEST_TEXT)).replace(/\s+/g, ' ').trim()}`
    case 'domain':
      return `domain:${registrableDomain(value) ?? value.trim().toLowerCase()}`
    case 'entra-app':
    case 'entra-template':
    case 'google-client':
    case 'google-project':
    case 'okta-app':
    case 'saml-entity':
      return identifierKey({ kind, value: value.trim() }).toLowerCase()
    default:
      return kind satisfies never
  }
}
