import { describe, expect, test } from 'vitest'
import type { StatementCase } from '#test/support/statement-case.ts'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

const CASES: StatementCase[] = [
  {
    file: 'card-platform.csv',
    questions: [],
    rows: [
      [2, '2026-03-06', 'Slack', 7200, 'USD', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'USD', 'pending'],
      [4, '2026-03-07', 'Figma', 1500, 'USD', 'declined'],
      [5, '2026-03-09', 'Slack', -1200, 'USD', 'refund'],
    ],
  },
  {
    file: 'carriage-returns.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'declined-and-times.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK', 7200, 'EUR', 'purchase'],
      [3, '2026-03-04', 'FIGMA', 1500, 'EUR', 'declined'],
      [4, '2026-03-06', 'CLIENT SAS facture 42', -120000, 'EUR', 'income'],
    ],
  },
  {
    file: 'dollar-signs.csv',
    questions: ['currency'],
    rows: [
      [2, '2026-03-05', 'SLACK T012AB3CD', 7200, null, 'purchase'],
      [3, '2026-03-16', 'NOTION LABS, INC.', 100800, 'USD', 'purchase'],
    ],
  },
  {
    file: 'expense-report.csv',
    questions: [],
    rows: [
      [2, '2026-03-15', 'Slack', 7200, 'USD', 'purchase'],
      [3, '2026-03-16', 'Notion', 800, 'USD', 'purchase'],
    ],
  },
  {
    file: 'fee-included.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Card transaction of 78.00 USD issued by Slack T012 DUBLIN', 7200, 'EUR', 'purchase'],
      [3, '2026-03-04', 'Received money from CLIENT with reference 42', -50000, 'EUR', 'income'],
    ],
  },
  {
    file: 'fee-on-top.csv',
    questions: [],
    rows: [
      [2, '2026-03-06', 'Slack', 6620, 'EUR', 'purchase'],
      [3, '2026-03-06', 'To Savings', 10020, 'EUR', 'transfer'],
      [4, '2026-03-07', 'Figma', 1400, 'EUR', 'declined'],
      [5, '2026-03-08', 'Slack', -900, 'EUR', 'refund'],
      [6, '2026-03-09', 'Payment from ACME', -50000, 'EUR', 'transfer'],
    ],
  },
  {
    file: 'money-out-money-in.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'SLACK T012 DUBLIN IRL', 7200, 'GBP', 'purchase'],
      [3, '2026-03-06', 'Client', -50000, 'GBP', 'income'],
    ],
  },
  {
    file: 'total-line.csv',
    questions: [],
    rows: [
      [2, '2026-03-05', 'Slack', 7200, 'EUR', 'purchase'],
      [3, '2026-03-06', 'Notion', 800, 'EUR', 'purchase'],
    ],
  },
  {
    file: 'unsigned-unexplained.csv',
    questions: ['sign', 'currency'],
    rows: [
      [2, '2026-03-05', 'SLACK', null, null, 'purchase'],
      [3, '2026-03-06', 'NOTION', null, null, 'purchase'],
    ],
  },
  {
    file: 'utf-16le-tabs.csv',
    questions: [],
    rows: [[2, '2026-03-05', 'Slack', 7200, 'USD', 'purchase']],
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
