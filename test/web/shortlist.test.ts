import { describe, expect, test } from 'vitest'
import { openPages, textOf } from '#test/support/pages.ts'
import { SMALL_COMPANY } from '#test/support/small-company.ts'

describe('the shortlist', () => {
  test('a group says what to keep, what ending the others saves, and how that is worked out', async () => {
    await using two = await openPages({
      ...SMALL_COMPANY,
      inventory: (SMALL_COMPANY.inventory ?? []).filter(({ id }) => id === 'zephyrmail'),
    })
    const page = textOf(await two.get('/shortlist'))
    expect(page).toContain('Email campaigns')
    expect(page).toMatch(/Zephyrmail Keep/)
    expect(page).toMatch(/Quillsend Retire/)
    expect(page).toContain('How the saving is worked out')
    expect(await two.get('/shortlist')).toContain('/api/v1/shortlist?format=csv')
  })
})
