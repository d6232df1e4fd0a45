import { expect, test } from 'vitest'
import { CARD, EUR } from '#test/support/card-statement.ts'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

test('a preview has the published shape, to the letter', async () => {
  const preview = await previewOf(inputFile(CARD, 'march.csv'), EUR)
  expect(preview).toEqual({
    file: 'march.csv',
    refused: null,
    format: {
      delimiter: ',',
      encoding: 'utf-8',
      dateOrder: 'MDY',
      headerLine: 1,
      sign: 'spend-negative',
      columns: {
        date: 'Post Date',
        transactionDate: 'Transaction Date',
        amount: 'Amount',
        type: 'Type',
        category: 'Category',
        descriptor: 'Description',
      },
      decimal: '.',
      currency: 'EUR',
      nature: 'card',
    },
    questions: [],
    rows: [2, 3, 4].map((line) => ({
      line,
      date: line === 4 ? '2026-03-17' : '2026-03-15',
      descriptor: line === 4 ? 'NOTION LABS INC' : 'SLACK T012AB3CD',
      amountMinor: line === 4 ? 124050 : 875,
      currency: 'EUR',
      seen: false,
      kind: 'purchase',
      person: null,
    })),
    ignored: [],
    rejected: [],
    totals: { EUR: { statementMinor: null, accountedMinor: 125800 } },
  })
})
