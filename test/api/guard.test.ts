import { describe, expect, test } from 'vitest'
import { ACME } from '#test/support/acme.ts'
import { openTestApi } from '#test/support/api.ts'

const ENTRY = { tool: 'Zephyrmail', status: 'approved' }

describe('who may ask', () => {
  test.for<[string, number]>([
    ['localhost:8080', 200],
    ['127.0.0.1:8080', 200],
    ['[::1]:8080', 200],
    ['LOCALHOST', 200],
    ['192.0.2.7:8080', 200],
    ['tools.acme.example', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['tools.acme.example.evil.example', 403],
    ['not a host', 403],
  ])('under the name %s the answer is %i', async ([host, status]) => {
    await using api = await openTestApi(ACME, { baseUrl: 'https://tools.acme.example' })
    for (const path of ['/api/v1/apps', '/livez', '/openapi.json']) {
      const answer = await api.call(`GET ${path}`, { headers: { host } })
      expect({ path, status: answer.status }).toEqual({ path, status })
      expect(answer.text.includes('set DAYLIGHT_BASE_URL to the address people use')).toBe(status === 403)
    }
  })

  test.for<[string, Record<string, string>, number]>([
    ['a script, which sends neither header', {}, 201],
    ['its own page', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }, 201],
    ['the page people open behind a proxy', { origin: 'https://tools.acme.example', host: 'tools.acme.example' }, 201],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site that hides its origin', { origin: 'null' }, 403],
    ['another port of this machine', { origin: 'http://localhost:3000' }, 403],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('%s may change things or not', async ([, headers, status]) => {
    await using api = await openTestApi(ACME, { baseUrl: 'https://tools.acme.example' })
    const sent = { json: ENTRY, headers: { host: 'localhost:8080', ...headers } }
    expect((await api.call('POST /api/v1/inventory', sent)).status).toBe(status)
    expect((await api.call('GET /api/v1/inventory')).items()).toHaveLength(status === 201 ? 4 : 3)
    expect((await api.call('GET /api/v1/apps', { headers: { host: 'localhost:8080', ...headers } })).status).toBe(200)
  })
})

test('every answer says what a browser may do with it', async () => {
  await using api = await openTestApi(ACME)
  for (const path of ['/api/v1/apps', '/api/v1/apps/nowhere', '/livez', '/nowhere', '/']) {
    const { headers } = await api.call(`GET ${path}`)
    expect({
      path,
      policy: headers.get('content-security-policy'),
      frames: headers.get('x-frame-options'),
      referrer: headers.get('referrer-policy'),
    }).toEqual({
      path,
      policy: expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      frames: 'SAMEORIGIN',
      // With no-referrer a browser sends `Origin: null` with our own forms, and they would be refused.
      referrer: 'same-origin',
    })
  }
})

test.for([
  'GET /api/v1/nothing',
  'DELETE /api/v1/apps',
  'POST /api/v1/check',
  'GET /api/v2/apps',
  'GET /api/v1/apps/a/b',
])('%s is a problem document, not a page, whatever is accepted', async (line) => {
  await using api = await openTestApi()
  expect((await api.call(line, { headers: { accept: 'text/html' } })).status).toBe(404)
})

describe('health', () => {
  test('alive and ready, and why not', async () => {
    await using api = await openTestApi(ACME)
    expect((await api.call('GET /livez')).json()).toEqual({ status: 'alive' })
    expect((await api.call('GET /readyz')).json()).toEqual({ status: 'ready', sample: false })
    await using broken = await openTestApi(ACME, {}, (opened) => ({
      ...opened,
      backend: { ...opened.backend, workspace: () => Promise.reject(new Error('the disk is gone')) },
    }))
    expect((await broken.call('GET /livez')).status).toBe(200)
    const answer = await broken.call('GET /readyz')
    expect(answer.status).toBe(503)
    expect(answer.json()).toEqual({ status: 'not-ready', reason: 'the disk is gone' })
  })

  test('metrics count apps, findings by status, and sources', async () => {
    await using api = await openTestApi(ACME)
    const { text, headers } = await api.call('GET /metrics')
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const apps = (await api.call('GET /api/v1/apps')).items().length
    expect(text).toContain(`\ndaylight_apps ${apps}\n`)
    expect(text).toMatch(/\ndaylight_findings\{status="open"\} [1-9]\d*\n/)
    expect(text).toContain('\ndaylight_source_complete{source="google"} 1\n')
    expect(
      text.split('\n').filter((line) => !/^(# (HELP|TYPE) .+|[a-z_]+(\{[a-z]+="[^"]+"\})? \d+(\.\d+)?)?$/.test(line)),
    ).toEqual([])
  })
})

test('a mistake of the server is a problem without details, and is logged', async () => {
  await using api = await openTestApi(ACME, {}, (opened) => ({
    ...opened,
    backend: { ...opened.backend, workspace: () => Promise.reject(new TypeError('secret path /etc/x')) },
  }))
  const answer = await api.call('GET /api/v1/apps')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('/etc/x')
  expect(api.bugs).toEqual([expect.any(TypeError)])
})
