import { describe, expect, test } from 'vitest'
import { apiError, tokenActivity } from '#test/support/fake-google.ts'
import type { FakeRequest } from '#test/support/fake-google.ts'
import { gapsOf, grantsOf, readUnder } from '#test/support/google-faults.ts'
import { SLACK } from '#test/support/google-grants.ts'

const isReports = ({ path }: FakeRequest) => path.includes('/reports/')
const isRevocations = (request: FakeRequest) => request.query['eventName'] === 'revoke'
const isLog = (application: string) => (request: FakeRequest) => request.path.endsWith(`/applications/${application}`)

describe('the logs', () => {
  test('that are refused are one gap each, and people and tokens stand', async () => {
    const reading = await readUnder(isReports, apiError(403, 'forbidden', 'Access denied'))
    expect(gapsOf(reading)).toEqual(['denied: token events', 'denied: saml logins'])
    expect(reading.gaps[0]?.reason).toContain('admin.reports.audit.readonly')
    expect(reading.status).toBe('partial')
    expect(grantsOf(reading)).toEqual(['ana', 'ben', 'cleo'])
  })

  test('that fail for one event name are read for the others', async () => {
    const reading = await readUnder(isRevocations, { status: 503, text: '' })
    expect(gapsOf(reading)).toEqual(['unavailable: token events (revoke)'])
  })

  test('give each record once, and list a record that cannot be read', async () => {
    const consent = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', 'ana@acme.example', {
      id: SLACK,
      name: 'Slack',
    })
    const broken = { id: { time: 'yesterday', uniqueQualifier: '1' }, events: [{ name: 'authorize' }] }
    const nobody = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', '', { id: SLACK, name: 'Slack' })
    const nothing = tokenActivity('authorize', '2026-11-09T10:00:00.000Z', 'ana@acme.example', { id: '', name: '' })
    const reading = await readUnder(isLog('token'), { body: { items: [consent, consent, broken, nobody, nothing] } })
    expect(reading.observations.filter(({ kind }) => kind === 'sign-in')).toHaveLength(1)
    expect(reading.rejected.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
      'token events (authorize), page 1, item 3: id.time: Invalid ISO datetime',
      'token events (authorize), page 1, item 4: actor.email: nobody is named, so that the event belongs to no person',
      'token events (authorize), page 1, item 5: events.parameters: no client_id',
    ])
  })
})
