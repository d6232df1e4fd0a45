import { expect, test } from 'vitest'
import { describePreview } from '#src/cli/preview-report.ts'

const FORMAT = {
  delimiter: ';',
  encoding: 'utf-8',
  dateOrder: null,
  headerLine: 1,
  sign: 'spend-negative',
  columns: { date: 'Datum' },
  decimal: ',',
  currency: 'EUR',
  nature: 'card',
}

test('a statement is told with what was understood, asked, read, left aside and summed', () => {
  const preview = {
    file: 'march.csv',
    refused: null,
    format: FORMAT,
    questions: [{ field: 'dateOrder', options: ['MDY', 'DMY'], evidence: '03/04/2026 can be both' }],
    rows: [
      {
        line: 2,
        date: null,
        descriptor: 'TOOL\u202E',
        amountMinor: 1250,
        currency: 'EUR',
        seen: true,
        kind: 'purchase',
        person: null,
      },
    ],
    ignored: [{ line: 4, reason: 'a balance line' }],
    rejected: [{ line: 3, reason: 'the amount "x" is no number' }],
    totals: { EUR: { statementMinor: 1250, accountedMinor: 1250 } },
  }
  expect(describePreview('march.csv', JSON.stringify(preview)).split('\n')).toEqual([
    'march.csv: nothing is stored by a preview',
    '  read as utf-8, ";", dates ?, sign spend-negative',
    '  date from "Datum"',
    '  question: dateOrder: MDY or DMY? 03/04/2026 can be both',
    '  1 row, 1 of them stored already; 1 ignored, 1 rejected',
    '    line 2: date ?  TOOL  12.50 EUR  purchase',
    '  rejected line 3: the amount "x" is no number',
    '  ignored line 4: a balance line',
    '  rows sum to 12.50 EUR; the file states 12.50 EUR',
    '',
  ])
})

test('a refused file is told with its reason alone', () => {
  const refused = {
    file: 'x',
    refused: 'the file is empty',
    format: null,
    questions: [],
    rows: [],
    ignored: [],
    rejected: [],
    totals: {},
  }
  expect(describePreview('x', JSON.stringify(refused))).toBe(
    'x: nothing is stored by a preview\n  refused: the file is empty\n',
  )
})

test('a list of apps is told by its rows', () => {
  const list = {
    file: 'apps.csv',
    refused: null,
    format: { headerLine: 1, columns: { name: 'Label' }, provider: 'okta', unrecognised: ['Colour'] },
    questions: [],
    rows: [
      {
        line: 2,
        app: 'Slack',
        identifiers: [],
        enabled: false,
        assignedCount: null,
        people: [],
        groups: [],
        seen: false,
      },
    ],
    ignored: [],
    rejected: [],
    totals: {},
  }
  expect(describePreview('apps.csv', JSON.stringify(list))).toContain('    line 2: Slack (disabled)')
})
