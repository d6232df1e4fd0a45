import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACME } from '#test/support/acme.ts'
import { openTestApi } from '#test/support/api.ts'
import type { TestApi } from '#test/support/api.ts'

const DECISION = { status: 'dismissed', reason: 'a pilot until Friday', by: 'Ida of IT' }
const ENTRY = { tool: 'Zephyrmail', status: 'approved', owner: 'ana@acme.example' }
const ASK = { tool: 'Signorama', purpose: 'sign offers', askedBy: 'ana@acme.example' }

// What is refused changes nothing, so all refusals share a company.
let company: TestApi
beforeAll(async () => {
  company = await openTestApi(ACME)
})
afterAll(() => company[Symbol.asyncDispose]())

async function firstFinding(of: TestApi): Promise<string> {
  const finding = (await of.call('GET /api/v1/findings?needsYou=true')).items()[0]
  return `/api/v1/findings/${String(finding?.['id'])}`
}

describe('deciding on a finding', () => {
  test('with the version that was seen keeps the decision and gives the next version', async () => {
    await using api = await openTestApi(ACME)
    const path = await firstFinding(api)
    const before = await api.call(`GET ${path}`)
    const headers = { 'if-match': before.headers.get('etag') ?? '' }
    const changed = await api.call(`PATCH ${path}`, { json: DECISION, headers })
    expect({ status: changed.status, etag: changed.headers.get('etag') }).toEqual({ status: 200, etag: '"2"' })
    expect(changed.json()).toEqual({ ...before.json(), status: 'dismissed', needsYou: false })
    expect((await api.call(`GET ${path}`)).json()).toEqual(changed.json())
    const reopened = { json: { status: 'open', reason: 'it went on' }, headers: { 'if-match': '"2"' } }
    expect((await api.call(`PATCH ${path}`, reopened)).json()).toMatchObject({ status: 'open', needsYou: true })
  })

  test.for<[string, number, { json?: unknown; headers?: Record<string, string>; body?: string }]>([
    ['no If-Match', 428, { json: DECISION }],
    ['a stale version', 412, { json: DECISION, headers: { 'if-match': '"7"' } }],
    ['a version that is none', 412, { json: DECISION, headers: { 'if-match': 'yesterday' } }],
    ['no reason', 422, { json: { status: 'dismissed' }, headers: { 'if-match': '"1"' } }],
    ['a blank reason', 422, { json: { status: 'dismissed', reason: ' ' }, headers: { 'if-match': '"1"' } }],
    [
      'a state that only a read may give',
      422,
      { json: { ...DECISION, status: 'resolved' }, headers: { 'if-match': '"1"' } },
    ],
    ['an unknown key', 422, { json: { ...DECISION, severity: 'low' }, headers: { 'if-match': '"1"' } }],
    ['no JSON', 400, { body: '{', headers: { 'if-match': '"1"', 'content-type': 'application/json' } }],
    ['another kind of content', 415, { body: 'status=open', headers: { 'if-match': '"1"' } }],
  ])('with %s is refused with %i, and nothing changes', async ([, status, sent]) => {
    const path = await firstFinding(company)
    const before = (await company.call(`GET ${path}`)).text
    expect((await company.call(`PATCH ${path}`, sent)).status).toBe(status)
    const after = await company.call(`GET ${path}`)
    expect([after.text, after.headers.get('etag')]).toEqual([before, '"1"'])
    expect(company.bugs).toEqual([])
  })

  test('that is not there is 404', async () => {
    const sent = { json: DECISION, headers: { 'if-match': '"1"' } }
    expect((await company.call('PATCH /api/v1/findings/nowhere', sent)).status).toBe(404)
  })

  test('a detection that finds the same leaves the version alone', async () => {
    await using api = await openTestApi(ACME)
    const path = await firstFinding(api)
    const before = (await api.call(`GET ${path}`)).headers.get('etag')
    await api.call('POST /api/v1/inventory', { json: { tool: 'Something else', status: 'trial' } })
    expect((await api.call(`GET ${path}`)).headers.get('etag')).toBe(before)
  })
})

describe('the inventory', () => {
  test('takes a new entry, and its app has the standing at once', async () => {
    await using api = await openTestApi(ACME)
    const added = await api.call('POST /api/v1/inventory', { json: ENTRY })
    expect(added.status).toBe(201)
    expect(added.headers.get('location')).toBe('/api/v1/inventory/zephyrmail')
    const one = await api.call('GET /api/v1/inventory/zephyrmail')
    expect(one.json()).toEqual(added.json())
    expect(one.headers.get('etag')).toBe(added.headers.get('etag'))
    expect((await api.call('GET /api/v1/apps/zephyrmail')).json()).toMatchObject({
      standing: 'approved',
      inventoryEntry: 'zephyrmail',
    })
  })

  test('changes the named fields, replaces all of them, and lets an entry go', async () => {
    await using api = await openTestApi(ACME)
    const path = '/api/v1/inventory/quillsend'
    const patched = await api.call(`PATCH ${path}`, { json: { seats: 9 }, headers: { 'if-match': '"1"' } })
    expect(patched.json()).toMatchObject({ owner: 'ida@acme.example', seats: 9, status: 'approved' })
    const sent = {
      json: { tool: 'Quillsend', status: 'retired' },
      headers: { 'if-match': patched.headers.get('etag') ?? '' },
    }
    const replaced = await api.call(`PUT ${path}`, sent)
    expect(replaced.json()).toMatchObject({ id: 'quillsend', owner: null, seats: null, status: 'retired' })
    expect((await api.call('GET /api/v1/apps/quillsend')).json()).toMatchObject({ standing: 'retired' })
    const gone = await api.call(`DELETE ${path}`, { headers: { 'if-match': replaced.headers.get('etag') ?? '' } })
    expect({ status: gone.status, text: gone.text }).toEqual({ status: 204, text: '' })
    expect((await api.call(`GET ${path}`)).status).toBe(404)
    expect((await api.call('GET /api/v1/apps/quillsend')).json()).toMatchObject({ standing: 'unlisted' })
  })

  test.for<[string, string, number, object, Record<string, string>?]>([
    ['a tool that is there already', 'POST /api/v1/inventory', 409, { tool: ' quillsend ', status: 'approved' }],
    ['no status', 'POST /api/v1/inventory', 422, { tool: 'X' }],
    ['an unknown key', 'POST /api/v1/inventory', 422, { ...ENTRY, colour: 'red' }],
    ['an id of its own', 'POST /api/v1/inventory', 422, { ...ENTRY, id: 'x' }],
    ['a name that is blank', 'POST /api/v1/inventory', 422, { tool: '   ', status: 'approved' }],
    ['a name without a letter or digit', 'POST /api/v1/inventory', 422, { tool: '!!!', status: 'approved' }],
    ['a date that is none', 'POST /api/v1/inventory', 422, { ...ENTRY, renewal: '2026-02-30' }],
    [
      'a currency that is none',
      'POST /api/v1/inventory',
      422,
      { ...ENTRY, monthlyCost: { minor: 1, currency: 'EUX' } },
    ],
    ['no version', 'PATCH /api/v1/inventory/quillsend', 428, { seats: 1 }],
    ['a stale version', 'PATCH /api/v1/inventory/quillsend', 412, { seats: 1 }, { 'if-match': '"4"' }],
    ['a wrong value', 'PATCH /api/v1/inventory/quillsend', 422, { seats: -1 }, { 'if-match': '"1"' }],
    ['no version', 'PUT /api/v1/inventory/quillsend', 428, ENTRY],
    ['a stale version', 'PUT /api/v1/inventory/quillsend', 412, ENTRY, { 'if-match': '"4"' }],
    ['nothing there', 'PATCH /api/v1/inventory/nowhere', 404, { seats: 1 }, { 'if-match': '"1"' }],
    ['nothing there', 'PUT /api/v1/inventory/nowhere', 404, ENTRY, { 'if-match': '"1"' }],
  ])('refuses %s (%s) with %i, and nothing changes', async ([, line, status, json, headers = {}]) => {
    const before = (await company.call('GET /api/v1/inventory')).text
    expect((await company.call(line, { json, headers })).status).toBe(status)
    expect((await company.call('GET /api/v1/inventory')).text).toBe(before)
    expect(company.bugs).toEqual([])
  })

  test.for<[number, string, Record<string, string>]>([
    [428, 'quillsend', {}],
    [412, 'quillsend', { 'if-match': '"9"' }],
    [404, 'nowhere', { 'if-match': '"1"' }],
  ])('refuses to let go with %i where it must', async ([status, id, headers]) => {
    expect((await company.call(`DELETE /api/v1/inventory/${id}`, { headers })).status).toBe(status)
    expect((await company.call('GET /api/v1/inventory')).items()).toHaveLength(3)
  })

  test('its csv is what the command reads back, without a mark and with formulas made safe', async () => {
    await using api = await openTestApi(ACME)
    const { text } = await api.call('GET /api/v1/inventory?format=csv')
    expect(text.split(/\r?\n/)[0]).toBe(
      'tool,status,domain,vendor,owner,capabilities,renewal,notice_days,monthly_cost,currency,seats,identifiers,conditions,notes',
    )
    expect(text).not.toMatch(/(^|,)=1\+1/m)
  })
})

describe('asking for a tool', () => {
  test('files a request that others join and IT answers', async () => {
    await using api = await openTestApi(ACME)
    const asked = await api.call('POST /api/v1/requests', {
      json: { ...ASK, neededBy: '2026-04-01', dataType: 'customer' },
    })
    expect(asked.status).toBe(201)
    expect(asked.json()).toMatchObject({ state: 'asked', app: 'signorama', joinedBy: [], answer: null, seats: null })
    const path = asked.headers.get('location') ?? ''
    const joined = await api.call('POST /api/v1/requests', { json: { ...ASK, askedBy: 'bo@acme.example' } })
    expect(joined.headers.get('location')).toBe(path)
    const one = await api.call(`GET ${path}`)
    expect(one.json()).toMatchObject({ askedBy: 'ana@acme.example', joinedBy: ['bo@acme.example'] })
    const answer = {
      json: { state: 'approved', reason: 'in the framework contract' },
      headers: { 'if-match': one.headers.get('etag') ?? '' },
    }
    const answered = await api.call(`PATCH ${path}`, answer)
    expect(answered.json()).toMatchObject({
      state: 'approved',
      answer: { by: 'IT', reason: 'in the framework contract' },
    })
    expect((await api.call('GET /api/v1/requests')).items()).toEqual([answered.json()])
    expect((await api.call(`PATCH ${path}`, answer)).status).toBe(412)
  })

  test.for<[string, string, number, object, Record<string, string>?]>([
    ['no purpose', 'POST /api/v1/requests', 422, { tool: 'X', askedBy: 'ana@acme.example' }],
    ['no seat at all', 'POST /api/v1/requests', 422, { ...ASK, seats: 0 }],
    ['an unknown key', 'POST /api/v1/requests', 422, { ...ASK, state: 'approved' }],
    ['no version', 'PATCH /api/v1/requests/nowhere', 428, { state: 'declined', reason: 'no' }],
    [
      'nothing there',
      'PATCH /api/v1/requests/nowhere',
      404,
      { state: 'declined', reason: 'no' },
      { 'if-match': '"1"' },
    ],
    ['no reason', 'PATCH /api/v1/requests/nowhere', 422, { state: 'declined' }, { 'if-match': '"1"' }],
  ])('is refused for %s (%s) with %i', async ([, line, status, json, headers = {}]) => {
    expect((await company.call(line, { json, headers })).status).toBe(status)
    expect((await company.call('GET /api/v1/requests')).items()).toEqual([])
  })

  test('a request that is not there is 404', async () => {
    expect((await company.call('GET /api/v1/requests/nowhere')).status).toBe(404)
  })
})
