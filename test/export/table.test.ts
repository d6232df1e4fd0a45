import { expect, test } from 'vitest'
import type { Column } from '#src/export/column.ts'
import { displayWidth } from '#src/export/display-width.ts'
import { toTable } from '#src/export/table.ts'

type Row = { readonly name: string; readonly users: number | null; readonly vendor: string }
const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', kind: 'text', value: ({ name }) => name },
  { id: 'users', kind: 'number', value: ({ users }) => users },
  {
    id: 'spend',
    kind: 'money',
    value: ({ users }) => (users === null ? null : { minor: users * 100, currency: 'EUR' }),
  },
  { id: 'since', kind: 'date', value: () => '2026-11-02T10:00:00.000Z' },
  { id: 'vendor', kind: 'text', value: ({ vendor }) => vendor },
]
const ROWS: readonly Row[] = [
  { name: 'Slack', users: 1204, vendor: 'Salesforce' },
  { name: '飛書', users: null, vendor: 'Lark' },
]
const PLAIN = { width: Infinity, colour: false }

test('columns are aligned, numbers to the right, wide letters counted as two', () => {
  expect(toTable(COLUMNS, ROWS, PLAIN)).toBe(
    'name   users         spend  since       vendor\n' +
      'Slack   1204  1,204.00 EUR  2026-11-02  Salesforce\n' +
      '飛書                        2026-11-02  Lark\n',
  )
})

test('text is shortened to fit, the widest first, and numbers are not', () => {
  const rows = [{ name: 'A very long name of a tool', users: 1204, vendor: 'Some vendor, Incorporated' }]
  const table = toTable(COLUMNS, rows, { width: 60, colour: false })
  expect(table.split('\n')[1]).toBe('A very long…   1204  1,204.00 EUR  2026-11-02  Some vendor,…')
  for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
})

test('columns without room are left out and named', () => {
  expect(toTable(COLUMNS, ROWS, { width: 30, colour: false })).toBe(
    'name   users         spend\n' +
      'Slack   1204  1,204.00 EUR\n' +
      '飛書\n' +
      'no room for: since, vendor (csv and json have them)\n',
  )
})

test('nothing in a cell moves the cursor, breaks the line or reorders text', () => {
  const rows = [{ name: '\u001B[31mred\u001B[0m\r\nnext\u202Egnp\u200B', users: 1, vendor: '\u0007\u009Bx' }]
  expect(toTable(COLUMNS, rows, PLAIN).split('\n')[1]).toBe('[31mred[0m nextgnp      1  1.00 EUR  2026-11-02  x')
})

test('colour makes the header bold and nothing else', () => {
  const [header, first] = toTable(COLUMNS, ROWS, { width: Infinity, colour: true }).split('\n')
  expect(header).toBe('\u001B[1mname   users         spend  since       vendor\u001B[22m')
  expect(first).not.toContain('\u001B')
})

test('no rows are a header', () => {
  expect(toTable(COLUMNS, [], PLAIN)).toBe('name  users  spend  since  vendor\n')
})
