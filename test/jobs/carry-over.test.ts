import { describe, expect, test } from 'vitest'
import type { Observation } from '#core/observation.ts'
import { ConsentLog } from '#core/reconcile/consent-log.ts'
import { carryOver } from '#jobs/carry-over.ts'
import type { CarryOver } from '#jobs/carry-over.ts'
import { createUnreadKeys } from '#jobs/unread-keys.ts'
import type { UnreadKeys } from '#jobs/unread-keys.ts'
import { clue, grant, person, signIn } from '#test/support/observations.ts'

const APP = clue({ identifiers: [{ kind: 'google-client', value: '123456-a.apps.googleusercontent.com' }] })
const ANA = grant(APP, 'ana@acme.example', { key: 'token:ana:1' })
const BO = grant(APP, 'bo@acme.example', { key: 'token:bo:1' })

async function* stream(items: readonly Observation[]): AsyncIterable<Observation> {
  yield* items
}

function carry(previous: readonly Observation[], over: Partial<CarryOver> = {}): Promise<Observation[]> {
  const base = {
    seen: new Set<string>(),
    unread: createUnreadKeys(),
    consents: new ConsentLog(),
    forgotten: keys([]),
    standIns: new Set<string>(),
    previousReadAt: '2026-01-01T00:00:00Z',
    readAt: '2026-01-02T00:00:00Z',
  }
  return Array.fromAsync(carryOver(stream(previous), { ...base, ...over }))
}

function keys(keyPrefixes?: readonly string[]): UnreadKeys {
  const unread = createUnreadKeys()
  unread.add(keyPrefixes)
  return unread
}

describe('carry over', () => {
  test('what was seen again is not carried', async () => {
    expect(await carry([ANA], { seen: new Set([ANA.key]) })).toEqual([])
  })

  test('absent from one complete read is missing, from two is gone', async () => {
    const [missing] = await carry([ANA])
    expect(missing).toEqual({ ...ANA, missingSince: '2026-01-02T00:00:00Z' })
    expect(await carry([missing ?? ANA])).toEqual([])
  })

  test('what a partial read did not reach stays as it was, marked; what it did reach is missing', async () => {
    const carried = await carry([ANA, BO], { unread: keys(['token:ana:']) })
    expect(carried).toEqual([
      { ...ANA, notRecheckedSince: '2026-01-01T00:00:00Z' },
      { ...BO, missingSince: '2026-01-02T00:00:00Z' },
    ])
  })

  test('what does not say which keys were unread may be any', async () => {
    expect(await carry([ANA, BO], { unread: keys() })).toHaveLength(2)
  })

  test('the day of the last check stays that of the last read that reached it', async () => {
    const old = { ...ANA, notRecheckedSince: '2025-12-01T00:00:00Z' }
    expect(await carry([old], { unread: keys() })).toEqual([old])
  })

  test('a consent worked out from a log stands until the log shows it as taken back', async () => {
    const forgotten = keys(['token:ana:'])
    const kept = { ...ANA, notRecheckedSince: '2026-01-01T00:00:00Z' }
    expect(await carry([ANA], { forgotten })).toEqual([kept])
    expect(await carry([kept], { forgotten })).toEqual([kept])
    const consents = new ConsentLog()
    consents.add(signIn(APP, 'ana@acme.example', '2026-01-01T12:00:00Z', { event: 'revoke' }))
    expect(await carry([ANA], { consents, forgotten })).toEqual([])
    expect(await carry([ANA], { consents })).toEqual([{ ...ANA, missingSince: '2026-01-02T00:00:00Z' }])
  })

  test('somebody who left stays for as long as something names that person by id', async () => {
    const left = person('cy@acme.example', { sourceId: 'u-cy', missingSince: '2026-01-01T00:00:00Z' })
    expect(await carry([left], { standIns: new Set(['u-cy']) })).toEqual([left])
    expect(await carry([left], { standIns: new Set(['u-bo']) })).toEqual([])
  })

  test('an audit log forgets by itself: an old event is neither missing nor kept', async () => {
    expect(await carry([signIn(APP, 'ana@acme.example', '2025-07-01T00:00:00Z')])).toEqual([])
  })
})
