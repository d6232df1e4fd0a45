import { describe, expect, test } from 'vitest'
import { ACME } from '#test/support/acme.ts'
import { openTestApi } from '#test/support/api.ts'
import type { TestApi } from '#test/support/api.ts'

const HEADER = 'Date,Description,Debit,Credit,Currency\n'
const CARD = `${HEADER}2026-01-04,SIGNORAMA,8.75,,EUR\n2026-01-20,INKWELL SIGN,8.75,,EUR\nsome day,INKWELL SIGN,1.00,,EUR\n`
const UNCLEAR = 'Date,Description,Debit,Credit\n03/04/2026,SIGNORAMA,8.75,\n05/06/2026,INKWELL SIGN,96.00,\n'
const APPS = 'Application,Sign-on mode\nZephyrmail,SAML_2_0\n'
const CSV = { 'content-type': 'text/csv' }

function form(content: string, fields: Readonly<Record<string, string>> = {}, name = 'card.csv'): FormData {
  const data = new FormData()
  for (const [key, value] of Object.entries(fields)) data.set(key, value)
  data.set('file', new Blob([content], { type: 'text/csv' }), name)
  return data
}

async function imports(api: TestApi): Promise<readonly unknown[]> {
  return (await api.call('GET /api/v1/imports')).items()
}

describe('an upload', () => {
  test.for<[string, (api: TestApi) => ReturnType<TestApi['call']>]>([
    ['as the body', (api) => api.call('POST /api/v1/imports?name=card.csv', { body: CARD, headers: CSV })],
    ['as a form', (api) => api.call('POST /api/v1/imports', { body: form(CARD) })],
  ])('%s is stored, every row accounted for, and its apps are there at once', async ([, send]) => {
    await using api = await openTestApi()
    const answer = await send(api)
    expect(answer.status).toBe(201)
    expect(answer.json()).toMatchObject({
      status: 'imported',
      file: 'card.csv',
      as: 'statement',
      rows: 2,
      added: 2,
      seen: 0,
      rejected: [{ subject: 'card.csv line 4', reason: '"some day" is no date' }],
    })
    expect(await imports(api)).toEqual([answer.json()])
    expect((await api.call('GET /api/v1/apps')).items()).toHaveLength(2)
    const again = await send(api)
    expect(again.status).toBe(200)
    expect(again.json()).toEqual({ ...answer.json(), status: 'already-imported' })
    expect(await imports(api)).toHaveLength(1)
  })

  test('the account and the kind come from the query or from the form', async () => {
    await using api = await openTestApi()
    const byQuery = await api.call('POST /api/v1/imports?account=Visa+1111&as=expense', { body: CARD, headers: CSV })
    expect(byQuery.json()).toMatchObject({ account: 'Visa 1111', as: 'statement', file: 'upload.csv' })
    const byForm = await api.call('POST /api/v1/imports', { body: form(APPS, { as: 'app-list', account: 'Okta' }) })
    expect(byForm.json()).toMatchObject({ account: 'Okta', as: 'app-list' })
  })

  test('a file name is only a name', async () => {
    await using api = await openTestApi()
    const answer = await api.call('POST /api/v1/imports', { body: form(CARD, {}, '../../etc/\u0007passwd.csv') })
    expect(answer.json()).toMatchObject({ file: 'passwd.csv' })
  })
})

describe('a preview', () => {
  test.for(['preview=true', 'preview=TRUE', 'preview=1', 'preview=yes'])('with %s stores nothing', async (query) => {
    await using api = await openTestApi()
    const answer = await api.call(`POST /api/v1/imports?${query}&name=card.csv`, { body: CARD, headers: CSV })
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({ file: 'card.csv', rows: [{ line: 2, seen: false }, { line: 3 }] })
    expect(await imports(api)).toEqual([])
  })

  test('says which rows are stored, and shows a list of apps', async () => {
    await using api = await openTestApi()
    await api.call('POST /api/v1/imports', { body: form(CARD) })
    const card = await api.call('POST /api/v1/imports', { body: form(CARD, { preview: 'true' }) })
    expect(card.json()).toMatchObject({ rows: [{ seen: true }, { seen: true }] })
    const apps = await api.call('POST /api/v1/imports?preview=1', { body: form(APPS) })
    expect(apps.json()).toMatchObject({ rows: [{ app: 'Zephyrmail', seen: false }] })
  })

  test('that is neither wanted nor not is refused, so that nothing is stored by mistake', async () => {
    await using api = await openTestApi()
    const answer = await api.call('POST /api/v1/imports?preview=perhaps', { body: CARD, headers: CSV })
    expect(answer.status).toBe(400)
    expect(await imports(api)).toEqual([])
  })
})

describe('what cannot be imported', () => {
  test.for<[string, string, number]>([
    ['is no table', 'Dear Sir or Madam', 422],
    ['has headers that mean nothing', 'a,b,c\n1,2,3\n', 422],
    ['holds nothing', ' ', 422],
  ])('a file that %s is refused, and the company’s own data is not begun', async ([, content, status]) => {
    let begun = 0
    await using api = await openTestApi({ ...ACME, sample: true }, {}, (opened) => ({
      ...opened,
      backend: {
        ...opened.backend,
        ownWorkspace: () => {
          begun += 1
          return opened.backend.ownWorkspace()
        },
      },
    }))
    const answer = await api.call('POST /api/v1/imports', { body: form(content) })
    expect(answer.status).toBe(status)
    expect(answer.json()['detail']).toMatch(/^card\.csv: /)
    expect(begun).toBe(0)
    expect(api.bugs).toEqual([])
  })

  test('an open question is told with its choices, and the mapping answers it', async () => {
    await using api = await openTestApi()
    const asked = await api.call('POST /api/v1/imports', { body: form(UNCLEAR) })
    expect(asked.status).toBe(422)
    expect(asked.json()['questions']).toMatchObject([
      { field: 'dateOrder', options: ['MDY', 'DMY'] },
      { field: 'currency' },
    ])
    expect(await imports(api)).toEqual([])
    const preview = await api.call('POST /api/v1/imports?preview=true', { body: form(UNCLEAR) })
    const mapping = JSON.stringify({ ...Object(preview.json()['format']), dateOrder: 'MDY', currency: 'USD' })
    const answer = await api.call('POST /api/v1/imports', { body: form(UNCLEAR, { mapping }) })
    expect(answer.json()).toMatchObject({ status: 'imported', added: 2 })
  })

  test.for<[string, string, Parameters<TestApi['call']>[1]]>([
    ['no body', '', {}],
    ['a form without a file', '', { body: new FormData() }],
    [
      'a form that is cut off',
      '',
      { body: '--x\r\nContent-Disp', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    ],
    ['a form without a boundary', '', { body: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    ['a kind that is none', '?as=invoice', { body: CARD, headers: CSV }],
    ['a mapping that is no JSON', '?mapping=%7B', { body: CARD, headers: CSV }],
  ])('%s is 400 with a sentence', async ([, query, sent]) => {
    await using api = await openTestApi()
    expect((await api.call(`POST /api/v1/imports${query}`, sent)).status).toBe(400)
    expect(await imports(api)).toEqual([])
    expect(api.bugs).toEqual([])
  })
})
