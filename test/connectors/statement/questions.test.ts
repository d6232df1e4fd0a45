import { describe, expect, test } from 'vitest'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

describe('questions and their answers', () => {
  const OPEN = 'Date,Description,Amount\n05/01/2026,SLACK,72.00\n06/01/2026,NOTION,8.00\n'

  test('what awaits an answer is null, and nothing can be imported yet', async () => {
    const preview = await previewOf(inputFile(OPEN))
    expect(preview.questions.map(({ field, options }) => [field, options])).toEqual([
      ['dateOrder', ['MDY', 'DMY']],
      ['sign', ['spend-negative', 'spend-positive']],
      ['currency', ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD']],
    ])
    expect(preview.rows.map((row) => [row.date, row.amountMinor, row.currency])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    expect(preview.totals).toEqual({})
  })

  test('the printed format, edited, answers them', async () => {
    const { format } = await previewOf(inputFile(OPEN))
    const mapping = { ...format, dateOrder: 'DMY', sign: 'spend-positive', currency: 'GBP' }
    const preview = await previewOf(inputFile(OPEN), { mapping })
    expect(preview.questions).toEqual([])
    expect(preview.rows.map((row) => [row.date, row.amountMinor, row.currency])).toEqual([
      ['2026-01-05', 7200, 'GBP'],
      ['2026-01-06', 800, 'GBP'],
    ])
  })

  test('a mapping fits next month, with more lines above the header', async () => {
    const { format } = await previewOf(inputFile(OPEN))
    const mapping = { ...format, dateOrder: 'DMY', sign: 'spend-positive', currency: 'GBP' }
    const preview = await previewOf(inputFile(`Card of ACME\nMarch\n${OPEN}`), { mapping })
    expect(preview.format).toMatchObject({ headerLine: 3 })
    expect(preview.rows).toHaveLength(2)
  })

  test.for<[string, unknown, RegExp]>([
    ['a wrong value', { dateOrder: 'DDMM' }, /the mapping cannot be used \(dateOrder: /],
    ['an unknown part', { colour: 'red' }, /Unrecognized key/],
    ['no ISO currency', { currency: 'EURO' }, /currency: must be an ISO 4217 code/],
    [
      'a column that is not there',
      { columns: { date: 'Day', amount: 'Amount', descriptor: 'Description' } },
      /does not have: Day/,
    ],
  ])('%s in a mapping is said', async ([, mapping, reason]) => {
    expect((await previewOf(inputFile(OPEN), { mapping })).refused).toMatch(reason)
  })

  test('DAYLIGHT_CURRENCY answers for rows without currency, and never overrules a row', async () => {
    const mixed = 'Date,Merchant,Amount,Currency\n2026-03-05,Slack,-72.00,USD\n2026-03-06,Notion,-8.00,\n'
    const preview = await previewOf(inputFile(mixed), { currency: 'CHF' })
    expect(preview.rows.map(({ currency }) => currency)).toEqual(['USD', 'CHF'])
  })

  test('an account that is named for its currency answers before DAYLIGHT_CURRENCY', async () => {
    const plain = inputFile('Date,Merchant,Amount\n2026-03-05,Slack,-72.00\n')
    const preview = await previewOf(plain, { account: 'Amex EUR', currency: 'CHF' })
    expect(preview.rows).toMatchObject([{ currency: 'EUR' }])
  })

  test('the day that decides may stand in the last of many rows', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `05/0${1 + (index % 9)}/2026,SLACK,-${index}.50,EUR`)
    const preview = await previewOf(
      inputFile(`Date,Payee,Amount,Currency\n${rows.join('\n')}\n03/31/2026,NOTION,-1.00,EUR\n`),
    )
    expect(preview.format?.dateOrder).toBe('MDY')
  })
})
