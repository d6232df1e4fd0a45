import { describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

describe('deciding on a finding', () => {
  test('the decision is kept with its reason and shown in the history', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = (await pages.store.list('findings')).filter(({ value }) => value.needsYou)
    const path = `/findings/${finding?.id}`
    const version = hidden(await pages.get(path), 'version')
    const response = await pages.post(`${path}/decision`, {
      version,
      status: 'dismissed',
      reason: 'known & "fine"',
      by: 'Ida',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, path])
    const page = textOf(await pages.get(path))
    expect(page).toContain('Dismissed')
    expect(page).toContain('Ida set it to dismissed: “known & "fine"”')
  })

  test('who decides on what somebody changed meanwhile is told, and nothing is lost', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const path = `/findings/${finding?.id}/decision`
    const decision = { version: '1', reason: 'seen to', by: 'Ida' }
    await pages.post(path, { ...decision, status: 'acknowledged' })
    const second = await pages.post(path, { ...decision, status: 'dismissed' })
    expect(second.status).toBe(412)
    expect(textOf(await second.text())).toContain('Somebody changed this meanwhile')
    expect((await pages.store.get('findings', finding?.id ?? ''))?.value.status).toBe('acknowledged')
  })

  test.for([
    [{ version: '1', status: 'dismissed', reason: ' ', by: 'Ida' }, 422, 'Say why'],
    [{ version: '1', status: 'resolved', reason: 'x', by: 'Ida' }, 422, 'Choose one of open, acknowledged, dismissed'],
    [{ version: 'x', status: 'dismissed', reason: 'x', by: 'Ida' }, 422, 'The version is no number'],
    [{ status: 'dismissed', reason: 'x', by: 'Ida' }, 422, 'The version is missing'],
  ] as const)('%j is refused with a sentence', async ([fields, status, sentence]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const response = await pages.post(`/findings/${finding?.id}/decision`, fields)
    expect(response.status).toBe(status)
    expect(textOf(await response.text())).toContain(sentence)
    expect(await pages.store.get('findings', finding?.id ?? '')).toEqual(finding)
  })

  test('a form of another origin changes nothing', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const [finding] = await pages.store.list('findings')
    const response = await pages.app.request(`/findings/${finding?.id}/decision`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:8080',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'version=1&status=dismissed&reason=x&by=x',
    })
    expect(response.status).toBe(403)
    expect(await pages.store.get('findings', finding?.id ?? '')).toEqual(finding)
  })
})

describe('deciding on an app', () => {
  test('an unlisted app becomes an entry that is about it, and its standing follows', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const fields = {
      version: '0',
      entry: '',
      status: 'trial',
      owner: 'bo@acme.example',
      conditions: 'no customer data\n\nten people',
      until: '2026-06-30',
      notes: '',
    }
    const response = await pages.post('/apps/quillsend/standing', fields)
    expect(response.status).toBe(303)
    expect((await pages.store.get('inventory', 'quillsend'))?.value).toMatchObject({
      tool: 'Quillsend',
      app: 'quillsend',
      status: 'trial',
      owner: 'bo@acme.example',
      conditions: ['no customer data', 'ten people'],
      until: '2026-06-30',
    })
    expect((await pages.store.get('apps', 'quillsend'))?.value.standing).toBe('trial')
  })

  test('a listed app changes its entry and keeps what the form does not show', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const page = await pages.get('/apps/zephyrmail')
    const fields = {
      version: hidden(page, 'version'),
      entry: hidden(page, 'entry'),
      status: 'restricted',
      owner: '',
      conditions: 'newsletters only',
      until: '',
      notes: '',
    }
    expect((await pages.post('/apps/zephyrmail/standing', fields)).status).toBe(303)
    expect(await pages.store.get('inventory', 'zephyrmail')).toMatchObject({
      version: 2,
      value: { status: 'restricted', owner: null, seats: 5, renewal: '2026-05-01', conditions: ['newsletters only'] },
    })
    expect((await pages.post('/apps/zephyrmail/standing', fields)).status).toBe(412)
  })

  test('an app whose id is taken by another tool gets an entry of its own', async () => {
    const inventory = [...(SMALL_COMPANY.inventory ?? [])].map((one) =>
      one.id === 'signorama' ? { ...one, id: 'quillsend' } : one,
    )
    await using pages = await openPages({ ...SMALL_COMPANY, inventory })
    const fields = { version: '0', entry: '', status: 'approved', owner: '', conditions: '', until: '', notes: '' }
    expect((await pages.post('/apps/quillsend/standing', fields)).status).toBe(303)
    expect((await pages.store.get('inventory', 'quillsend'))?.value.tool).toBe('Signorama')
    expect((await pages.store.get('inventory', 'quillsend-2'))?.value.tool).toBe('Quillsend')
  })
})

describe('the inventory', () => {
  test('what the edit page shows comes back as it was', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const before = await pages.store.get('inventory', 'zephyrmail')
    const fields = {
      version: '1',
      tool: 'Zephyrmail',
      status: 'approved',
      domain: '',
      vendor: '',
      owner: 'ana@acme.example',
      capabilities: '',
      renewal: '2026-05-01',
      noticeDays: '30',
      monthlyCost: '50.00',
      currency: 'EUR',
      seats: '5',
      identifiers: '',
      conditions: '',
      until: '',
      notes: '',
    }
    const page = await pages.get('/inventory/zephyrmail')
    for (const value of ['2026-05-01', '50.00', 'EUR', '30', '5', 'ana@acme.example'])
      expect(page).toContain(`value="${value}"`)
    expect((await pages.post('/inventory/zephyrmail', fields)).status).toBe(303)
    expect((await pages.store.get('inventory', 'zephyrmail'))?.value).toEqual(before?.value)
  })

  test('a new tool is added with all its fields', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const fields = {
      version: '0',
      tool: 'Orbit Docs',
      status: 'approved',
      domain: 'https://docs-orbit.example/start',
      vendor: 'Orbit',
      owner: 'Legal',
      capabilities: 'wiki\nnotes',
      renewal: '',
      noticeDays: '2 weeks',
      monthlyCost: '1.250,50',
      currency: 'eur',
      seats: '1,200',
      identifiers: 'google-client:1-a.apps.googleusercontent.com',
      conditions: '',
      until: '',
      notes: 'old; contract',
    }
    expect((await pages.post('/inventory', fields)).status).toBe(303)
    expect((await pages.store.get('inventory', 'orbit-docs'))?.value).toMatchObject({
      domain: 'docs-orbit.example',
      capabilities: ['wiki', 'notes'],
      noticeDays: 14,
      monthlyCost: { minor: 125_050, currency: 'EUR' },
      seats: 1200,
      identifiers: [{ kind: 'google-client', value: '1-a.apps.googleusercontent.com' }],
      notes: 'old; contract',
    })
  })

  test('a form that does not fit comes back with what was entered and what is wrong, and keeps nothing', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const response = await pages.post('/inventory', {
      version: '0',
      tool: 'Frob "x"',
      status: 'approved',
      seats: 'many',
      monthlyCost: '12',
      currency: 'XXX',
      renewal: '31.12.2026',
      identifiers: 'nonsense',
    })
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('value="Frob &quot;x&quot;"')
    for (const problem of [
      '“many” is no number of seats',
      'XXX is no ISO 4217 currency',
      'is no date',
      'nonsense: write kind and value',
    ])
      expect(textOf(page)).toContain(problem)
    expect(await pages.store.list('inventory')).toHaveLength(3)
  })

  test('a tool that is there already is not overwritten', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const response = await pages.post('/inventory', { version: '0', tool: 'zephyrmail', status: 'rejected' })
    expect(response.status).toBe(422)
    expect(textOf(await response.text())).toContain('is in the inventory already')
    expect((await pages.store.get('inventory', 'zephyrmail'))?.value.status).toBe('approved')
  })

  test('a stale version changes nothing, and a tool is taken off', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    expect(
      (await pages.post('/inventory/zephyrmail', { version: '9', tool: 'Zephyrmail', status: 'rejected' })).status,
    ).toBe(412)
    expect((await pages.post('/inventory/zephyrmail/remove', { version: '9' })).status).toBe(412)
    expect((await pages.post('/inventory/zephyrmail/remove', { version: '1' })).status).toBe(303)
    expect(await pages.store.get('inventory', 'zephyrmail')).toBeNull()
    expect((await pages.store.get('apps', 'zephyrmail'))?.value.standing).toBe('unlisted')
  })

  test('a CSV is taken in, and says what it was read as and what not', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const csv = 'Application,Approval,Business owner,Floor\nQuillsend,Approved,Bo,3\nOddtool,perhaps,Bo,4\n'
    const response = await pages.upload('/inventory/upload', new File([csv], 'tools.csv'))
    const page = textOf(await response.text())
    expect(response.status).toBe(200)
    expect(page).toContain('1 tool added')
    expect(page).toContain('Business owner owner')
    expect(page).toContain('Floor kept in the notes')
    expect((await pages.store.get('apps', 'quillsend'))?.value.standing).toBe('approved')
    const refused = await pages.upload('/inventory/upload', new File(['a,b\n1,2\n'], 'x.csv'))
    expect(refused.status).toBe(422)
  })
})

describe('requests', () => {
  const ask = {
    tool: 'quillsend',
    purpose: 'spring newsletter',
    askedBy: 'cy@acme.example',
    seats: '3',
    neededBy: '2026-05-01',
    dataType: 'customer',
  }

  test('a request is sent, shown, joined by the next one, and answered', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const sent = await pages.post('/requests', ask)
    const path = sent.headers.get('location') ?? ''
    expect(textOf(await pages.get(path))).toMatch(
      /Waiting for an answer.*spring newsletter.*cy@acme\.example.*3.*2026-05-01.*About customers/,
    )
    const joined = await pages.post('/requests', { ...ask, tool: 'Quillsend', askedBy: 'ana@acme.example' })
    expect(joined.headers.get('location')).toBe(path)
    expect(textOf(await pages.get('/requests'))).toContain('cy@acme.example and 1 other')
    const answer = { version: '2', state: 'declined', reason: 'use Zephyrmail', by: 'Ida' }
    expect((await pages.post(`${path}/decision`, answer)).status).toBe(303)
    expect(textOf(await pages.get(path))).toContain('“use Zephyrmail” Ida')
    expect((await pages.post(`${path}/decision`, answer)).status).toBe(412)
  })

  test.for([
    [{ ...ask, purpose: '' }, 'Say what for'],
    [{ ...ask, seats: '0' }, 'How many people is a whole number from 1'],
    [{ ...ask, neededBy: 'soon' }, '“soon” is no date; write it as 2026-11-02'],
    [{ ...ask, dataType: 'secret' }, 'Choose what data it will hold'],
  ] as const)('%j is refused with a sentence', async ([fields, sentence]) => {
    await using pages = await openPages(SMALL_COMPANY)
    const response = await pages.post('/requests', fields)
    expect(response.status).toBe(422)
    expect(textOf(await response.text())).toContain(sentence)
    expect(await pages.store.list('requests')).toHaveLength(0)
  })

  test('only the needed fields are needed', async () => {
    await using pages = await openPages(SMALL_COMPANY)
    const sent = await pages.post('/requests', {
      tool: 'Anything',
      purpose: 'x',
      askedBy: 'Cy',
      seats: '',
      neededBy: '',
      dataType: '',
    })
    expect(sent.status).toBe(303)
    expect((await pages.store.list('requests'))[0]?.value).toMatchObject({
      seats: null,
      neededBy: null,
      dataType: null,
    })
  })
})
