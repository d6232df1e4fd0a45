import type { GrantObservation, PersonObservation, PersonStatus } from '#core/observation.ts'
import { clientClue } from './clue.ts'
import { tokenKeys } from './gap.ts'
import type { Token, User } from './wire.ts'

/** A directory entry as an observation. */
export function toPerson(user: User): PersonObservation {
  const email = emailKey(user.primaryEmail)
  const organization = user.organizations?.find(({ primary }) => primary) ?? user.organizations?.[0]
  return {
    kind: 'person',
    key: personKey(email),
    source: 'google',
    email,
    aliases: aliasesOf(user, email),
    name: textOf(user.name?.fullName),
    status: statusOf(user),
    department: textOf(organization?.department) ?? unitOf(user.orgUnitPath),
    costCentre: textOf(organization?.costCenter),
  }
}

/** The key of a directory entry. */
export function personKey(email: string): string {
  return `google:person:${email}`
}

/** Tokens of one person as grants, one a client, sorted by key; rows of one client are joined. */
export function toGrants(email: string, tokens: readonly Token[]): readonly GrantObservation[] {
  const byKey = Map.groupBy(tokens, (token) => grantKey(email, token))
  return [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, rows]) => {
      const names = rows.flatMap(({ displayText }) => textOf(displayText) ?? []).toSorted()
      const [row] = rows
      if (row === undefined) return []
      const app = clientClue(row.clientId, names[0] ?? null, row.anonymous === true)
      return [
        grant(
          key,
          email,
          app,
          rows.flatMap(({ scopes }) => scopes ?? []),
        ),
      ]
    })
}

/** A delegated grant of one person; the scopes are sorted and unique. */
export function grant(
  key: string,
  person: string,
  app: GrantObservation['app'],
  scopes: readonly string[],
): GrantObservation {
  return {
    kind: 'grant',
    key,
    source: 'google',
    app,
    person,
    scopes: sortedUnique(scopes),
    access: 'delegated',
    tenantWide: false,
  }
}

/** The key of a person's grant to a client, the same in both modes. */
export function grantKey(email: string, token: Pick<Token, 'clientId' | 'anonymous' | 'displayText'>): string {
  // All unregistered clients share one id, so that their name has to tell them apart.
  const name = token.anonymous === true ? `:${textOf(token.displayText) ?? ''}` : ''
  return `${tokenKeys(email)}${token.clientId}${name}`
}

/** E-mails are compared without case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

export function sortedUnique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted()
}

export function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

function statusOf(user: User): PersonStatus {
  if (textOf(user.deletionTime) !== null) return 'deleted'
  // Archived people keep their data and cannot sign in, like suspended ones.
  return user.suspended === true || user.archived === true ? 'suspended' : 'active'
}

function aliasesOf(user: User, primary: string): readonly string[] {
  // A private address may be shared by a household; joining people by it would make one person of two.
  const other = (user.emails ?? []).flatMap(({ address, type }) => (type === 'home' ? [] : (address ?? [])))
  const all = [...(user.aliases ?? []), ...(user.nonEditableAliases ?? []), ...other].map(emailKey)
  return sortedUnique(all.filter((email) => email !== '' && email !== primary))
}

// Companies that keep no departments keep organisational units: `/EMEA/Sales` is Sales; `/` is everybody.
function unitOf(orgUnitPath: string | null | undefined): string | null {
  return textOf(orgUnitPath?.split('/').at(-1))
}
