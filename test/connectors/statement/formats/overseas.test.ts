import { describe, expect, test } from 'vitest'
import type { StatementCase } from '#test/support/statement-case.ts'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

const CASES: StatementCase[] = [
  {
    file: 'au-credit-card-balance.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-06', 'PAYMENT RECEIVED', -50000, null, 'payment'],
    ],
  },
  {
    file: 'au-no-header-balance.csv',
    questions: ['currency'],
    rows: [
      [1, '2026-03-15', 'SLACK T012 DUBLIN IE Card xx1234 Value Date: 13/03/2026', 7200, null, 'purchase'],
      [2, '2026-03-04', 'Transfer from CLIENT', -50000, null, 'income'],
      [3, '2026-03-03', 'NOTION LABS', 1000, null, 'purchase'],
    ],
  },
  {
    file: 'br-card.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, null, 'purchase'],
      [3, '2026-03-06', 'Notion', 800, null, 'purchase'],
      [4, '2026-03-07', 'Pagamento recebido', -50000, null, 'payment'],
    ],
  },
  {
    file: 'ca-no-header-split.csv',
    questions: ['currency'],
    rows: [
      [1, '2026-03-15', 'SLACK T012', 7200, null, 'purchase'],
      [2, '2026-03-16', 'NOTION LABS', 800, null, 'purchase'],
      [3, '2026-03-17', 'PAYMENT - THANK YOU', -50000, null, 'payment'],
    ],
  },
  {
    file: 'ca-two-currencies.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, 'CAD', 'purchase'],
      [3, '2026-03-06', 'NOTION LABS', 800, 'USD', 'purchase'],
      [4, '2026-03-07', 'PAYMENT - THANK YOU / PAIEMENT - MERCI', -8000, 'CAD', 'payment'],
    ],
  },
  {
    file: 'jp-card.csv',
    questions: ['sign', 'decimal', 'currency'],
    rows: [
      [2, '2026-03-05', 'SLACK', null, null, 'purchase'],
      [3, '2026-03-06', 'NOTION', null, null, 'purchase'],
    ],
  },
  {
    file: 'sg-preamble.csv',
    questions: ['currency'],
    rows: [
      [6, '2026-03-05', 'SLACK T012 DUBLIN IE 04MAR', 7200, null, 'purchase'],
      [7, '2026-03-06', 'CLIENT', -50000, null, 'income'],
    ],
  },
  {
    file: 'us-debit-credit-words.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-15', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-16', 'SLACK T012 REFUND', -1000, null, 'refund'],
    ],
  },
  {
    file: 'us-negative-credits.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN', 7200, null, 'purchase'],
      [3, '2026-03-06', 'AUTOPAY 000000000012345 AUTO-PMT', -50000, null, 'payment'],
      [4, '2026-03-07', 'NOTION', 800, null, 'pending'],
    ],
  },
]

describe('statements of many banks are read without being told how', () => {
  test.for(CASES)('$file', async ({ file, questions, rows }) => {
    const preview = await previewOf(awkwardStatement(file))
    expect(preview.refused).toBeNull()
    expect(preview.questions.map(({ field }) => field)).toEqual(questions)
    expect(
      preview.rows.map((row) => [row.line, row.date, row.descriptor, row.amountMinor, row.currency, row.kind]),
    ).toEqual(rows)
    expect(preview.rejected).toEqual([])
  })
})
