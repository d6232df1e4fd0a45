import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { PersonObservation } from '#core/observation.ts'
import type { GoogleClient } from './client.ts'
import { emailKey, personKey, toPerson } from './convert.ts'
import type { Failure } from './failure.ts'
import { gapOf } from './gap.ts'
import { pagesOf } from './paging.ts'
import { SCOPES } from './settings.ts'
import type { GoogleSettings } from './settings.ts'
import { parseUser, readableEmail } from './wire.ts'

export type Account = {
  readonly email: string
  /** The address as Google writes it. */
  readonly userKey: string
  readonly suspended: boolean
}

/** Whose tokens are to be read: everybody who was listed and is not deleted. It is all that is kept of the people. */
export type Roll = { readonly accounts: readonly Account[]; readonly failure: Failure | null }

type Entry = {
  readonly email: string | null
  readonly record: PersonObservation | Rejected
  readonly account: Account | null
}

// The most that the Directory API gives at once.
const PAGE_SIZE = 500

/**
 * Everybody in the directory, then those deleted in the last 20 days, who may still hold accounts elsewhere. Each
 * address comes once; one that was given to somebody new belongs to the new person.
 */
export async function* readPeople(
  settings: GoogleSettings,
  client: GoogleClient,
  context: ReadContext,
): AsyncGenerator<PersonObservation | Rejected | Gap, Roll> {
  const accounts: Account[] = []
  const seen = new Set<string>()
  for (const deleted of [false, true]) {
    const subject = deleted ? 'deleted users' : 'users'
    for await (const page of pagesOf((pageToken) => client.users({ deleted, size: PAGE_SIZE }, pageToken))) {
      if (page.kind === 'failed') {
        // Without the deleted people only they are unread; without the others, so are their tokens.
        yield gapOf(settings, SCOPES.people, subject, page, deleted ? ['google:person:'] : undefined)
        return { accounts, failure: page }
      }
      for (const [index, item] of page.items.entries()) {
        const { email, record, account } = entryOf(item, `${subject}, page ${page.number}, item ${index + 1}`)
        if (email !== null && seen.has(email)) continue
        if (email !== null) seen.add(email)
        if (account !== null) accounts.push(account)
        yield record
      }
      context.progress({ step: 'people', done: seen.size, total: null, waitingSeconds: null })
    }
  }
  return { accounts, failure: null }
}

function entryOf(item: unknown, where: string): Entry {
  const parsed = parseUser(item)
  if (parsed.ok) {
    const record = toPerson(parsed.value)
    const { email, status } = record
    const account = { email, userKey: parsed.value.primaryEmail, suspended: status === 'suspended' }
    return { email, record, account: status === 'deleted' ? null : account }
  }
  const userKey = readableEmail(item)
  const email = userKey === null ? null : emailKey(userKey)
  const subject = email ?? where
  // Somebody who cannot even be named may be anybody, with any tokens.
  const keyPrefixes = email === null ? undefined : [personKey(email)]
  const record: Rejected = {
    kind: 'rejected',
    source: 'google',
    subject,
    reason: parsed.reason,
    ...(keyPrefixes !== undefined && { keyPrefixes }),
  }
  // Somebody whose entry cannot be read still has tokens, which can.
  const account = userKey === null || email === null ? null : { email, userKey, suspended: false }
  return { email, record, account }
}
