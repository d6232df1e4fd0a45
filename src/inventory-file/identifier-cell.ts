import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import type { Identifier, IdentifierKind } from '#core/identifier.ts'
import { cleanText, joinList, splitList } from './cell.ts'

const SHAPES: readonly (readonly [RegExp, IdentifierKind])[] = [
  [/^[\w-]+\.apps\.googleusercontent\.com$/i, 'google-client'],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'entra-app'],
  [/^0oa[A-Za-z0-9]{6,}$/, 'okta-app'],
]

/** Reads `kind:value; kind:value`. A bare value is taken where its shape leaves no doubt; other items are `unread`. */
export function parseIdentifiers(cell: string): { identifiers: readonly Identifier[]; unread: readonly string[] } {
  const identifiers: Identifier[] = []
  const unread: string[] = []
  for (const item of splitList(cell)) {
    const identifier = parseIdentifier(item)
    if (identifier === null) unread.push(item)
    else identifiers.push(identifier)
  }
  return { identifiers, unread }
}

function parseIdentifier(item: string): Identifier | null {
  const at = item.indexOf(':')
  const kind = IDENTIFIER_KINDS.find((known) => known === item.slice(0, Math.max(0, at)).trim().toLowerCase())
  const value = item.slice(at + 1).trim()
  if (kind !== undefined) return value === '' ? null : { kind, value }
  const shape = SHAPES.find(([pattern]) => pattern.test(item))
  return shape === undefined ? null : { kind: shape[1], value: shape[1] === 'okta-app' ? item : item.toLowerCase() }
}

export function formatIdentifiers(identifiers: readonly Identifier[]): string {
  const named = identifiers.filter(({ value }) => cleanText(value) !== '')
  return joinList(named.map(({ kind, value }) => `${kind}:${cleanText(value)}`))
}
