import { expect, test } from 'vitest'
import { ALL_SCOPES, apiError, startFakeGoogle } from '#test/support/fake-google.ts'
import type { FakeTenant } from '#test/support/fake-google.ts'
import type { GoogleSettings } from '#connectors/google/index.ts'
import { googleConnector } from '#test/support/google-connector.ts'
import { readContext } from '#test/support/reading.ts'

const WRITE = 'https://www.googleapis.com/auth/admin.directory.user'
const [PEOPLE = '', TOKENS = '', REPORTS = ''] = ALL_SCOPES
const ADMIN = { primaryEmail: 'admin@acme.example' }

async function probe(tenant: Partial<FakeTenant>, mode: GoogleSettings['mode'] = 'full') {
  await using google = await startFakeGoogle({ users: [ADMIN], ...tenant })
  const permissions = await googleConnector(google, { mode }).probe(readContext())
  return { permissions, states: permissions.map(({ name, state }) => `${state} ${name}`), requests: google.requests }
}

test('every permission that is there is found with one call each', async () => {
  const { states, requests } = await probe({})
  expect(states).toEqual([`have ${PEOPLE}`, `have ${TOKENS}`, `have ${REPORTS}`])
  expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(3)
})

test('a scope that was not delegated is missing, and what to do is said', async () => {
  const { states, permissions } = await probe({ delegated: [PEOPLE, TOKENS] })
  expect(states).toEqual([`have ${PEOPLE}`, `have ${TOKENS}`, `missing ${REPORTS}`])
  expect(permissions[2]?.detail).toContain(`give client id 100000000000000000001 the scope ${REPORTS}`)
})

test('an administrator without the right is missing it, although the scope was delegated', async () => {
  const answer = apiError(403, 'forbidden', 'Not Authorized to access this resource/api')
  const { states } = await probe({ faults: [{ when: ({ path }) => path.endsWith('/tokens'), answer }] })
  expect(states[1]).toBe(`missing ${TOKENS}`)
})

test('what cannot be told for trouble on the way is unknown, not missing', async () => {
  const { states } = await probe({
    faults: [{ when: ({ path }) => path.endsWith('/users'), answer: { status: 503, text: '' } }],
  })
  expect(states[0]).toBe(`unknown ${PEOPLE}`)
})

test('a delegation that can change the directory is more than needed', async () => {
  expect((await probe({ delegated: [...ALL_SCOPES, WRITE] })).states.at(-1)).toBe(`more-than-needed ${WRITE}`)
  const auditOnly = await probe({}, 'audit-only')
  expect(auditOnly.states).toEqual([`have ${PEOPLE}`, `have ${REPORTS}`, `more-than-needed ${TOKENS}`])
})
