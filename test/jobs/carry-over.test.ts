import { describe, expect, test } from 'vitest'
import type { Gap } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import { carryOver } from '#jobs/carry-over.ts'
import type { CarryOver } from '#jobs/carry-over.ts'
import { clue, grant, signIn } from '#test/support/observations.ts'

const APP = clue({ identifiers: [{ kind: 'google-client', value: '123456-a.apps.googleusercontent.com' }] })
const ANA = grant(APP, 'ana@acme.example', { key: 'token:ana:1' })
const BO = grant(APP, 'bo@acme.example', { key: 'token:bo:1' })

async function* stream(items: readonly Observation[]): AsyncIterable<Observation> {
  yield* items
}

function carry(previous: readonly Observation[], over: Partial<CarryOver> = {}): Promise<Observation[]> {
  const base = {
    seen: new Set<string>(),
    gaps: [],
    rejected: 0,
    previousReadAt: '2026-01-01T00:00:00Z',
    readAt: '2026-01-02T00:00:00Z',
  }
  return Array.fromAsync(carryOver(stream(previous), { ...base, ...over }))
}

function gap(over: Partial<Gap> = {}): Gap {
  return { kind: 'gap', source: 'google', subject: 'tokens', code: 'denied', reason: 'refused', ...over }
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
    const carried = await carry([ANA, BO], { gaps: [gap({ keyPrefixes: ['token:ana:'] })] })
    expect(carried).toEqual([
      { ...ANA, notRecheckedSince: '2026-01-01T00:00:00Z' },
      { ...BO, missingSince: '2026-01-02T00:00:00Z' },
    ])
  })

  test('a gap that does not say what it covers covers all', async () => {
    expect(await carry([ANA, BO], { gaps: [gap()] })).toHaveLength(2)
  })

  test('the day of the last check stays that of the last read that reached it', async () => {
    const old = { ...ANA, notRecheckedSince: '2025-12-01T00:00:00Z' }
    expect(await carry([old], { gaps: [gap()] })).toEqual([old])
  })

  test('something that is no longer there hides nothing', async () => {
    expect(await carry([{ ...ANA, missingSince: '2026-01-01T00:00:00Z' }], { gaps: [gap({ code: 'gone' })] })).toEqual(
      [],
    )
  })

  test('a rejected record may be any of those that are not seen', async () => {
    expect(await carry([ANA], { rejected: 1 })).toEqual([{ ...ANA, notRecheckedSince: '2026-01-01T00:00:00Z' }])
  })

  test('an audit log forgets by itself: an old event is neither missing nor kept', async () => {
    expect(await carry([signIn(APP, 'ana@acme.example', '2025-07-01T00:00:00Z')])).toEqual([])
  })
})
