import { afterAll, describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

const pages = await openPages(SMALL_COMPANY)
afterAll(() => pages[Symbol.asyncDispose]())
const text = async (path: string): Promise<string> => textOf(await pages.get(path))

describe('check', () => {
  test.for([
    ['zephyrmial', 'Yes, use it Zephyrmail', 'Ana'],
    ['signorama', 'Yes, use it, on conditions Signorama', 'contracts with customers only'],
    ['inkwell sign', 'No, not this one Inkwell Sign', 'keeps documents abroad; use Signorama'],
    ['quillsend', 'Used here, but not approved Quillsend', 'not in the inventory'],
    ['frobnicator 3000', 'Not known here', 'frobnicator 3000'],
    ['sign contracts', 'Signorama', 'as something you want to do'],
  ] as const)('"%s" is answered with "%s"', async ([query, answer, also]) => {
    const page = await text(`/check?q=${encodeURIComponent(query)}`)
    expect(page).toContain(answer)
    expect(page.toLowerCase()).toContain(also.toLowerCase())
  })

  test('no free seat is an answer of its own', async () => {
    await using full = await openPages({
      ...SMALL_COMPANY,
      inventory: (SMALL_COMPANY.inventory ?? []).map((one) => (one.id === 'zephyrmail' ? { ...one, seats: 3 } : one)),
    })
    const page = textOf(await full.get('/check?q=zephyrmail'))
    expect(page).toContain('Yes, but no free seat')
    expect(page).toContain('0 of 3 free')
  })

  test('the request form knows the tool', async () => {
    expect(await pages.get('/check?q=zephyrmial')).toMatch(/name="tool"\s+type="text"\s+value="Zephyrmail"/)
  })
})
