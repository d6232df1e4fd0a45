import { expect, test } from 'vitest'
import type { Connector } from '#core/connector.ts'
import { ACME } from '#test/support/acme.ts'
import { openTestApi } from '#test/support/api.ts'
import { clue, grant } from '#test/support/observations.ts'

const NEW = clue({
  identifiers: [{ kind: 'google-client', value: '55-new.apps.googleusercontent.com' }],
  name: 'Newly',
})

test('a scan is started, tells its progress, is joined by who starts another, and ends in the list', async () => {
  const gate = Promise.withResolvers<void>()
  const connector: Connector = {
    source: 'google',
    async *read({ progress }) {
      progress({ step: 'tokens', done: 3, total: 9, waitingSeconds: 12 })
      await gate.promise
      yield grant(NEW, 'ana@acme.example')
      yield { kind: 'gap', source: 'google', subject: 'tokens of bo', code: 'denied', reason: 'google: not allowed' }
    },
    probe: async () => [],
  }
  await using api = await openTestApi({ ...ACME, connectors: [connector] })
  const started = await api.call('POST /api/v1/scans')
  expect(started.status).toBe(202)
  expect(started.json()).toMatchObject({ status: 'running', finishedAt: null, sources: [] })
  const path = started.headers.get('location') ?? ''
  await expect
    .poll(async () => (await api.call(`GET ${path}`)).json()['progress'])
    .toEqual({
      google: { step: 'tokens', done: 3, total: 9, waitingSeconds: 12 },
    })
  expect((await api.call('POST /api/v1/scans')).json()['scan']).toBe(started.json()['scan'])
  gate.resolve()
  await expect.poll(async () => (await api.call(`GET ${path}`)).json()['status']).toBe('partial')
  const ended = (await api.call(`GET ${path}`)).json()
  expect(ended).not.toHaveProperty('progress')
  expect(ended).toMatchObject({
    sources: [
      { source: 'google', coverage: [{ subject: 'tokens of bo', reason: 'google: not allowed' }], observations: 1 },
    ],
  })
  expect((await api.call('GET /api/v1/scans')).items()).toContainEqual(ended)
  expect((await api.call('GET /api/v1/scans?limit=1')).headers.get('link')).toContain('rel="next"')
  expect((await api.call('GET /api/v1/apps?q=newly')).items()).toMatchObject([{ name: 'Newly', users: 1 }])
})

test('without a source there is nothing to scan, and it says what to do', async () => {
  await using api = await openTestApi({ ...ACME, connectors: [] })
  const answer = await api.call('POST /api/v1/scans')
  expect(answer.status).toBe(409)
  expect(answer.json()['detail']).toMatch(/no source is configured.*upload a statement/)
  expect((await api.call('GET /api/v1/scans/nowhere')).status).toBe(404)
})
