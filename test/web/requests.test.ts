import { describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

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
