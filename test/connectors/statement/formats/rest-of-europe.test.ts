import { describe, expect, test } from 'vitest'
import type { StatementCase } from '#test/support/statement-case.ts'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

const CASES: StatementCase[] = [
  {
    file: 'ch-apostrophes-trailing-minus.csv',
    questions: [],
    rows: [
      [3, '2026-03-05', 'Slack', 107250, 'CHF', 'purchase'],
      [4, '2026-03-06', 'Notion', 800, 'CHF', 'purchase'],
    ],
  },
  {
    file: 'ch-negative-debits.csv',
    questions: [],
    rows: [[11, '2026-03-05', 'SLACK T012 Debitkarte Ref 1', 7200, 'CHF', 'purchase']],
  },
  {
    file: 'ch-signed-and-direction.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012, DUBLIN', 7200, 'CHF', 'purchase'],
      [3, '2026-03-06', 'YOUR PAYMENT - THANK YOU', -50000, 'CHF', 'payment'],
    ],
  },
  {
    file: 'cz-windows-1250.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack Technologies žádost', 123456, 'CZK', 'purchase'],
      [3, '2026-03-06', 'Notion', 9900, 'CZK', 'purchase'],
    ],
  },
  {
    file: 'dk-pending.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'NOTION LABS', 5900, null, 'purchase'],
      [3, '2026-03-06', 'FIGMA', 110550, null, 'pending'],
    ],
  },
  {
    file: 'hu-forint.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK', 123400, 'HUF', 'purchase'],
      [3, '2026-03-06', 'NOTION', 80000, 'HUF', 'purchase'],
    ],
  },
  {
    file: 'no-split.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'Visa 100000 SLACK', 7200, null, 'purchase'],
      [3, '2026-03-06', 'Overføring fra kunde', -50000, null, 'income'],
    ],
  },
  {
    file: 'pl-hash-header.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 /DUBLIN', 7200, 'PLN', 'purchase'],
      [3, '2026-03-06', 'PRZELEW', -100000, 'PLN', 'income'],
    ],
  },
  {
    file: 'se-spaces.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB   /26-03-04', 7200, null, 'purchase'],
      [3, '2026-03-06', 'ATLASSIAN      /26-03-05', 102450, null, 'purchase'],
    ],
  },
  {
    file: 'uk-apostrophes.csv',
    questions: ['currency'],
    rows: [
      [3, '2026-03-05', 'SLACK T012 , DUBLIN', 7200, null, 'purchase'],
      [4, '2026-03-04', 'CLIENT', -50000, null, 'income'],
    ],
  },
  {
    file: 'uk-memo.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-25', 'SLACK T012     ON 24 MAR BCC', 7200, null, 'purchase'],
      [3, '2026-03-24', 'CLIENT LTD     BGC', -50000, null, 'refund'],
    ],
  },
  {
    file: 'uk-no-header.csv',
    questions: ['dateOrder', 'currency'],
    rows: [
      [1, null, 'SLACK T012AB DUBLIN', 7200, null, 'purchase'],
      [2, null, 'NOTION LABS', 800, null, 'purchase'],
      [3, null, 'PAYMENT - THANK YOU', -50000, null, 'payment'],
    ],
  },
  {
    file: 'uk-sort-code.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB', 7200, null, 'purchase'],
      [3, '2026-03-04', 'CLIENT LTD', -50000, null, 'income'],
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
