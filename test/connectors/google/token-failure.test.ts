import { describe, expect, test } from 'vitest'
import { apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeAnswer, FakeRequest } from '#test/support/fake-google.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { gapsOf, threePeople } from '#test/support/google-faults.ts'
import { readAll } from '#test/support/reading.ts'

const QUOTA = apiError(403, 'quotaExceeded', 'Quota exceeded')

const isTokensOfOthers = ({ path }: FakeRequest) => path.endsWith('/tokens') && !path.includes('/p0@')

describe('a right that is missing for all', () => {
  test('is found at the first person and not asked for again', async () => {
    await using google = await startFakeGoogle(threePeople())
    google.tenant.delegated = google.tenant.delegated.filter((scope) => !scope.endsWith('user.security'))
    const reading = await readAll(googleConnector(google))
    expect(gapsOf(reading)).toEqual(['denied: tokens of ana@acme.example', 'denied: tokens of 2 more people'])
    expect(reading.gaps[0]?.reason).toContain(
      'give client id 100000000000000000001 the scope https://www.googleapis.com/auth/admin.directory.user.security',
    )
    expect(google.requests.filter(({ path }) => path.endsWith('/tokens'))).toEqual([])
    expect(reading.status).toBe('partial')
  })

  test('is concluded from 25 refusals in a row, not before', async () => {
    const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
    const refusal = {
      when: ({ path }: FakeRequest) => path.endsWith('/tokens'),
      answer: apiError(403, 'forbidden', 'no'),
    }
    await using google = await startFakeGoogle({ users, faults: [refusal] })
    const reading = await readAll(googleConnector(google))
    expect(reading.gaps).toHaveLength(26)
    expect(reading.gaps.at(-1)?.subject).toBe('tokens of 35 more people')
  })
})

test.for<[string, FakeAnswer]>([
  ['breaks connections', { reset: 'at-once' }],
  ['is overloaded', QUOTA],
])('a service that %s for 25 people in a row is left alone, even after it answered', async ([, answer]) => {
  const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
  await using google = await startFakeGoogle({ users, faults: [{ when: isTokensOfOthers, answer }] })
  const reading = await readAll(googleConnector(google))
  expect(reading.gaps).toHaveLength(26)
  expect(reading.gaps.at(-1)?.subject).toBe('tokens of 34 more people')
})

test('refusals for some, after others were read, never end the listing', async () => {
  const users = Array.from({ length: 60 }, (_, n) => ({ primaryEmail: `p${n}@acme.example` }))
  await using google = await startFakeGoogle({
    users,
    faults: [{ when: isTokensOfOthers, answer: apiError(403, 'forbidden', 'no') }],
  })
  const reading = await readAll(googleConnector(google))
  expect(reading.gaps.map(({ subject }) => subject)).toEqual(
    users.slice(1).map((user) => `tokens of ${user.primaryEmail}`),
  )
})
