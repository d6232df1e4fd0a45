import { expect, test } from 'vitest'
import { ConsentLog } from '#core/reconcile/consent-log.ts'
import { clue, grant, signIn } from '#test/support/observations.ts'

const APP = clue({ identifiers: [{ kind: 'google-client', value: '700001-z.apps.googleusercontent.com' }] })
const MISSING = grant(APP, 'Ana@acme.example', { missingSince: '2026-03-09T00:00:00Z' })
const event = (kind: 'authorize' | 'revoke' | 'api-use', day: number) =>
  signIn(APP, 'ana@acme.example', `2026-03-0${day}T10:00:00Z`, { event: kind })

test.for([
  { title: 'revoked last', events: [event('authorize', 1), event('revoke', 2)], revoked: true },
  { title: 'given again', events: [event('revoke', 1), event('authorize', 2)], revoked: false },
  { title: 'revoked at the same instant', events: [event('revoke', 2), event('authorize', 2)], revoked: true },
  { title: 'used after it was revoked', events: [event('revoke', 2), event('api-use', 3)], revoked: true },
  { title: 'never mentioned', events: [], revoked: false },
])('a missing consent that was $title: $revoked, in any order of events', ({ events, revoked }) => {
  for (const order of [events, events.toReversed()]) {
    const log = new ConsentLog()
    for (const each of order) log.add(each)
    expect(log.isRevoked(MISSING)).toBe(revoked)
  }
})

test('a consent that a read showed after the revocation, or that covers everybody, is not revoked by it', () => {
  const log = new ConsentLog()
  log.add(event('revoke', 5))
  const seenUntil = (notRecheckedSince: string) => grant(APP, 'ana@acme.example', { notRecheckedSince })
  expect(log.isRevoked(seenUntil('2026-03-04T00:00:00Z'))).toBe(true)
  expect(log.isRevoked(seenUntil('2026-03-06T00:00:00Z'))).toBe(false)
  expect(log.isRevoked(grant(APP, null, { missingSince: '2026-03-09T00:00:00Z' }))).toBe(false)
})
