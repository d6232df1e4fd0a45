import { describe, expect, test } from 'vitest'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

describe('files that are no statements are refused with the reason', () => {
  test.for([
    ['not-a-statement-apps.csv', /list of tools/],
    ['not-a-statement-users.csv', /no statement: no column holds dates/],
    ['not-a-statement-revenue.csv', /revenue, not spend/],
    ['not-a-statement-letter.csv', /no statement: no column holds dates/],
  ] as const)('%s', async ([file, reason]) => {
    const preview = await previewOf(awkwardStatement(file))
    expect(preview.refused).toMatch(reason)
    expect(preview).toMatchObject({ format: null, questions: [], rows: [], ignored: [], rejected: [], totals: {} })
  })
})
