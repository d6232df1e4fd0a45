import { describe, expect, test } from 'vitest'
import { hidden } from '#test/support/hidden-field.ts'
import { openPages } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

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
