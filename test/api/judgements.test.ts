import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApi } from '#test/support/api.ts'
import type { TestApi } from '#test/support/api.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const PATH = '/api/v1/judgements'
const CLOUDY = { kind: 'descriptor', value: 'CLOUDY SOFTWARE SUBSCR' }

async function appIds(api: TestApi): Promise<readonly unknown[]> {
  return (await api.call('GET /api/v1/apps')).items().map(({ app }) => app)
}

async function openRules(api: TestApi): Promise<readonly unknown[]> {
  return (await api.call('GET /api/v1/findings?status=open')).items().map(({ rule }) => rule)
}

describe('deciding over the API', () => {
  test('a charge is what a person says at once, in apps, findings and check, and undoing brings all of it back', async () => {
    await using api = await openTestApi(SMALL_COMPANY)
    const [apps, findings] = [await api.call('GET /api/v1/apps'), await api.call('GET /api/v1/findings?status=open')]
    expect(await openRules(api)).toContain('unrecognised-charge')
    const json = {
      decision: 'confirm',
      identifier: CLOUDY,
      app: 'Signorama',
      by: 'ana@acme.example',
      reason: 'receipt',
    }
    const made = await api.call(`POST ${PATH}`, { json })
    expect(made.status).toBe(201)
    expect(made.json()).toMatchObject({ decision: 'confirm', app: 'signorama', by: 'ana@acme.example' })
    expect(await openRules(api)).not.toContain('unrecognised-charge')
    const paid = (await api.call('GET /api/v1/apps/signorama')).json()
    expect(paid).toMatchObject({ sources: { statement: { charges: 1, spendMinor: { EUR: 4_200 } } } })
    expect((await api.call('GET /api/v1/check?q=CLOUDY+SOFTWARE+SUBSCR')).json()).toMatchObject({ app: 'signorama' })

    const location = made.headers.get('location') ?? ''
    const got = await api.call(`GET ${location}`)
    expect(got.headers.get('etag')).toBe('"1"')
    expect(got.json()).toEqual(made.json())
    const again = await api.call(`POST ${PATH}`, { json })
    expect([again.status, again.json()]).toEqual([200, made.json()])
    expect((await api.call(`DELETE ${location}`)).status).toBe(428)
    expect((await api.call(`DELETE ${location}`, { headers: { 'if-match': '"7"' } })).status).toBe(412)
    expect((await api.call(`DELETE ${location}`, { headers: { 'if-match': '"1"' } })).status).toBe(204)
    expect((await api.call(`DELETE ${location}`, { headers: { 'if-match': '"1"' } })).status).toBe(404)
    expect((await api.call(`GET ${location}`)).status).toBe(404)
    expect((await api.call('GET /api/v1/apps')).items()).toEqual(apps.items())
    expect((await api.call('GET /api/v1/findings?status=open')).items()).toEqual(findings.items())
  })

  test('an app is merged with its inventory entry, and comes back', async () => {
    await using api = await openTestApi(SMALL_COMPANY)
    const before = (await api.call('GET /api/v1/apps')).items()
    const { headers } = await api.call(`POST ${PATH}`, {
      json: { decision: 'merge', app: 'zephyrmail', into: 'quillsend' },
    })
    const [quillsend] = (await api.call('GET /api/v1/apps?q=quillsend')).items()
    expect(quillsend).toMatchObject({ users: 3, standing: 'approved', inventoryEntry: 'zephyrmail' })
    expect(await appIds(api)).not.toContain('zephyrmail')
    expect((await api.call('GET /api/v1/check?q=zephyrmail')).json()).toMatchObject({
      app: 'quillsend',
      answer: 'use-it',
    })
    const circle = await api.call(`POST ${PATH}`, { json: { decision: 'merge', app: 'quillsend', into: 'zephyrmail' } })
    expect(circle.status).toBe(422)
    await api.call(`DELETE ${headers.get('location')}`, { headers: { 'if-match': '"1"' } })
    expect((await api.call('GET /api/v1/apps')).items()).toEqual(before)
  })

  test('findings about an app that was merged end, although a source was read in part', async () => {
    await using api = await openTestApi(SMALL_COMPANY)
    const about = async (app: unknown): Promise<readonly unknown[]> =>
      (await api.call(`GET /api/v1/findings?status=open&app=${String(app)}`)).items().map(({ rule }) => rule)
    const [mailbot] = (await api.call('GET /api/v1/apps?q=mailbot')).items().map(({ app }) => app)
    expect(await about(mailbot)).toContain('high-risk-grant')
    await api.call(`POST ${PATH}`, { json: { decision: 'merge', app: mailbot, into: 'zephyrmail' } })
    expect(await about(mailbot)).toEqual([])
    expect(await about('zephyrmail')).toContain('high-risk-grant')
  })

  test('an app is split in two, and the parts do not go back', async () => {
    await using api = await openTestApi(SMALL_COMPANY)
    const identifier = { kind: 'descriptor', value: 'QUILLSEND' }
    await api.call(`POST ${PATH}`, { json: { decision: 'split', identifier, name: 'Quill Print' } })
    const apps = (await api.call('GET /api/v1/apps')).items()
    expect(apps.find(({ app }) => app === 'app-quill-print')).toMatchObject({
      name: 'Quill Print',
      users: 0,
      sources: { statement: { charges: 3 } },
      attribution: 'judgement',
    })
    expect(apps.find(({ app }) => app === 'quillsend')).toMatchObject({ users: 2, sources: { microsoft: {} } })
    expect((await api.call('GET /api/v1/check?q=QUILLSEND')).json()).toMatchObject({
      app: 'app-quill-print',
      name: 'Quill Print',
    })
  })
})

describe('what is refused', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi(SMALL_COMPANY)
  })
  afterAll(() => api[Symbol.asyncDispose]())

  test.for<[string, unknown, string]>([
    ['a slip', { decision: 'reject', identifier: CLOUDY, app: 'zephyrmial' }, 'did you mean zephyrmail (Zephyrmail)?'],
    ['no decision', { identifier: CLOUDY, app: 'zephyrmail' }, 'the decision is none of confirm, reject, merge, split'],
    ['a strange key', { decision: 'merge', app: 'inkwell', into: 'signorama', colour: 'red' }, 'colour'],
    ['no identifier', { decision: 'confirm', app: null }, 'the identifier is missing'],
    ['the future', { decision: 'merge', app: 'inkwell', into: 'signorama', at: '2030-01-01' }, 'lies in the future'],
  ])('%s, in a sentence, and nothing is kept', async ([, json, sentence]) => {
    const { status, json: problem } = await api.call(`POST ${PATH}`, { json })
    expect(status).toBe(422)
    expect(problem()['detail']).toContain(sentence)
    expect((await api.call(`GET ${PATH}`)).items()).toEqual([])
  })
})

describe('the list', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await openTestApi(SMALL_COMPANY)
    for (const json of [
      { decision: 'confirm', identifier: CLOUDY, app: null },
      { decision: 'merge', app: 'inkwell', into: 'signorama' },
      { decision: 'reject', identifier: { kind: 'name', value: 'Inky' }, app: 'inkwell', id: 'mine' },
    ]) {
      await api.call(`POST ${PATH}`, { json })
    }
  })
  afterAll(() => api[Symbol.asyncDispose]())

  test('comes in the order of the decisions, page by page', async () => {
    const all = (await api.call(`GET ${PATH}`)).items().map(({ decision }) => decision)
    expect(all).toEqual(['confirm', 'merge', 'reject'])
    const first = await api.call(`GET ${PATH}?limit=2`)
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    expect((await api.call(`GET ${next}`)).items()).toMatchObject([{ id: 'mine' }])
    expect((await api.call(`GET ${PATH}?app=signorama`)).items()).toMatchObject([{ decision: 'merge' }])
  })

  test('an id that is taken by another decision is refused', async () => {
    const json = { decision: 'merge', app: 'orbit', into: 'signorama', id: 'mine' }
    expect((await api.call(`POST ${PATH}`, { json })).json()['detail']).toContain(
      'the judgement mine decides something else',
    )
  })

  test('is the file that import reads, as CSV, and a sheet', async () => {
    const csv = await api.call(`GET ${PATH}?format=csv`)
    expect(csv.text.split(/\r?\n/).slice(0, 2).join('\n')).toMatch(
      /^\uFEFF?decision,kind,value,app,into,name,by,at,reason,id\nconfirm,descriptor,CLOUDY SOFTWARE SUBSCR,none,,,IT,2026-03-31T02:00:00\.000Z,,j-/,
    )
    expect((await api.call(`GET ${PATH}?format=xlsx`)).status).toBe(200)
  })
})
