import { describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

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
