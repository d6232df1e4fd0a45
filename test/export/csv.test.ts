import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money } from '#core/money.ts'
import type { Column } from '#src/export/column.ts'
import { toCsv } from '#src/export/csv.ts'
import { unguardFormula } from '#src/export/formula-guard.ts'

type Row = {
  readonly text: string | null
  readonly count: number | null
  readonly cost: Money | null
  readonly day: string | null
}
const COLUMNS: readonly Column<Row>[] = [
  { id: 'text', kind: 'text', value: ({ text }) => text },
  { id: 'count', kind: 'number', value: ({ count }) => count },
  { id: 'cost', kind: 'money', value: ({ cost }) => cost },
  { id: 'day', kind: 'date', value: ({ day }) => day },
]
const EMPTY: Row = { text: null, count: null, cost: null, day: null }

test('cells are written by the kind of their column', () => {
  const rows = [
    { text: 'Slack, "Inc."', count: -3, cost: { minor: -125050, currency: 'EUR' }, day: '2026-11-02' },
    { text: '=1+1', count: 0.7, cost: { minor: 1250, currency: 'JPY' }, day: '2026-11-02T10:00:00.000Z' },
    { ...EMPTY, text: '-12.50', day: '=1+1' },
    EMPTY,
  ]
  expect(toCsv(COLUMNS, rows)).toBe(
    'text,count,cost,day\n' +
      '"Slack, ""Inc.""",-3,-1250.50,2026-11-02\n' +
      "'=1+1,0.7,1250,2026-11-02T10:00:00.000Z\n" +
      "-12.50,,,'=1+1\n" +
      ',,,\n',
  )
})

test('a byte order mark is written when it is asked for', () => {
  expect(toCsv(COLUMNS, [], { bom: true })).toBe('\uFEFFtext,count,cost,day\n')
})

test('a number that is none is our bug, and thrown', () => {
  expect(() => toCsv(COLUMNS, [{ ...EMPTY, count: Number.NaN }])).toThrow('column count has the number NaN')
})

test('no text cell begins like a formula, and every text can be had back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '\n', '\0', ',', '"', 'a', '1', '＝', '﹢'),
    }),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (texts) => {
      const csv = toCsv(
        COLUMNS,
        texts.map((each) => ({ ...EMPTY, text: each, count: 1 })),
      )
      const cells = parse(csv, { from_line: 2, record_delimiter: '\n' }).map(([cell = '']) => cell)
      expect(cells.map(unguardFormula)).toEqual(texts)
      for (const cell of cells) expect(cell).not.toMatch(/^(?:[\t\r\n\0]|\s*[=@＝＠﹦﹫]|\s*[+\-＋﹢−][^\d])/)
    }),
    { numRuns: 1000 },
  )
})
