import { registrableDomain } from '../domain.ts'
import type { AppClue } from '../observation.ts'
import { understand } from './any-match.ts'
import { domainProducts } from './domain-products.ts'
import { unlistedApp } from './gallery-app.ts'
import { unlistedCharge } from './gallery-charge.ts'
import type { Gallery } from './gallery.ts'
import { squeeze } from '../name.ts'
import type { Index } from './index-table.ts'
import type { Match } from './match.ts'

/** What a gallery makes of a text of which nobody says what it is, where the catalogue said `open`; null for nothing. */
export function unlistedText(
  text: string,
  open: Match,
  index: Index,
  { shelf }: Gallery,
  rejected: ReadonlySet<string>,
): Match | null {
  const trimmed = text.trim()
  const as = understand(trimmed)
  switch (as) {
    case 'identifier':
      return asApp({ identifiers: [{ kind: 'entra-template', value: trimmed.toLowerCase() }] }, shelf, rejected)
    case 'domain': {
      const domain = registrableDomain(trimmed) ?? ''
      return domainProducts(domain, index).length > 0 ? null : asApp({ domains: [domain] }, shelf, rejected)
    }
    case 'name':
      if (index.keys.has(squeeze(trimmed))) return null
      return asApp({ name: trimmed }, shelf, rejected) ?? asCharge(text, open, shelf, rejected)
    case 'descriptor':
      return asCharge(text, open, shelf, rejected)
    default:
      return as satisfies never
  }
}

function asApp(said: Partial<AppClue>, shelf: Index, rejected: ReadonlySet<string>): Match | null {
  const clue = {
    identifiers: [],
    name: null,
    publisher: null,
    publisherVerified: false,
    domains: [],
    ownerTenant: null,
    owner: null,
    ...said,
  }
  return unlistedApp({ kind: 'app', via: 'sso', clue }, shelf, rejected)
}

function asCharge(text: string, open: Match, shelf: Index, rejected: ReadonlySet<string>): Match | null {
  if (open.verdict !== 'unknown') return null
  const charge = { kind: 'descriptor', text, mcc: null, amountMinor: null, currency: null, recurring: null } as const
  return unlistedCharge(charge, open, shelf, rejected)
}
