import { isCurrency, minorDigits } from '#core/currency.ts'
import type { Identifier } from '#core/identifier.ts'
import { idKind, understand } from '#core/match/any-match.ts'
import type { Identity, Matcher } from '#core/match/match.ts'
import type { AppClue } from '#core/observation.ts'
import type { IdentifyKind, IdentifyLine } from '#shapes/identify-line.ts'
import { IDENTIFY_KINDS } from '#shapes/identify-line.ts'
import type { IdentifyRow } from './identify-input.ts'

/**
 * Makes the function that resolves one row to one line, never throwing on any text. `kind` says what the texts are where a
 * row does not say it itself; `names` are those of the company's apps, for those that nobody else knows.
 */
export function createIdentify(
  matcher: Matcher,
  kind: IdentifyKind,
  names: ReadonlyMap<string, string> = new Map(),
): (row: IdentifyRow) => IdentifyLine {
  return (row) => {
    const asked = IDENTIFY_KINDS.find((known) => known === row.kind) ?? kind
    const match = matcher.match(identityOf(row, asked))
    const { contradiction: _, ...shown } = { ...match }
    const { app } = match
    const product = app === null ? null : matcher.product(app)
    const ownName = app === null ? null : (matcher.decided.nameOf(app) ?? names.get(app) ?? app)
    return {
      input: row.text,
      kind: asked === 'any' && isPrinted(row) ? 'descriptor' : asked,
      verdict: shown.verdict,
      app: shown.app,
      family: shown.family,
      name: product?.name ?? ownName,
      vendor: product?.vendor ?? null,
      domain: product?.domains[0] ?? product?.sharedDomains[0] ?? null,
      confidence: shown.confidence,
      attribution: shown.attribution,
      reasons: [...shown.reasons],
      runnerUp: shown.runnerUp,
      candidates: [...shown.candidates],
      intermediary: shown.intermediary,
      softwareLikelihood: shown.softwareLikelihood,
    }
  }
}

function isPrinted(row: IdentifyRow): boolean {
  return row.mcc !== '' || row.amount !== '' || understand(row.text) === 'descriptor'
}

/** What is to be resolved, read from a row of that kind. */
export function identityOf(row: IdentifyRow, kind: IdentifyKind): Identity {
  switch (kind) {
    case 'descriptor':
      return descriptorOf(row)
    case 'oauth':
    case 'sso':
      return { kind: 'app', via: kind, clue: clueOf(row, kind) }
    case 'any': {
      if (row.mcc !== '' || row.amount !== '') return descriptorOf(row)
      const isApp = row.identifier !== '' || row.publisher !== '' || row.domain !== ''
      return isApp ? { kind: 'app', via: 'oauth', clue: clueOf(row, 'oauth') } : { kind: 'any', text: row.text }
    }
    default:
      return kind satisfies never
  }
}

function descriptorOf(row: IdentifyRow): Identity {
  return {
    kind: 'descriptor',
    text: row.text,
    mcc: row.mcc === '' ? null : row.mcc,
    amountMinor: minorOf(row.amount, row.currency),
    currency: row.currency === '' ? null : row.currency,
    recurring: null,
  }
}

function minorOf(amount: string, currency: string): number | null {
  if (!/^[-+]?\d+(?:\.\d+)?$/.test(amount)) return null
  const minor = Math.round(Number(amount) * 10 ** (isCurrency(currency) ? minorDigits(currency) : 2))
  return Number.isSafeInteger(minor) ? minor : null
}

function clueOf(row: IdentifyRow, via: 'oauth' | 'sso'): AppClue {
  const name = row.text.trim() === '' ? null : row.text
  const typed = idKind(row.text.trim())
  const stated = row.identifier === '' ? [] : [identifierOf(row.identifier, via)]
  // A bare client id may come in the text column: it is then the identifier, and no name.
  const given: readonly Identifier[] = typed === null ? stated : [...stated, { kind: typed, value: row.text.trim() }]
  return {
    identifiers: given.length > 0 ? given : [{ kind: 'name', value: row.text }],
    name: typed === null ? name : null,
    publisher: row.publisher === '' ? null : row.publisher,
    publisherVerified: false,
    domains: row.domain.split(/[\s,;|]+/).filter((domain) => domain !== ''),
    ownerTenant: null,
    owner: null,
  }
}

function identifierOf(value: string, via: 'oauth' | 'sso'): Identifier {
  const kind = idKind(value)
  if (kind !== null) return { kind, value }
  if (/^https?:\/\//i.test(value)) return { kind: 'saml-entity', value }
  if (/^\d{6,}$/.test(value)) return { kind: 'google-project', value }
  return { kind: via === 'sso' ? 'okta-app' : 'google-client', value }
}
