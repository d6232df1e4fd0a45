import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTable, readTable } from '#src/table/open-table.ts'
import type { BrokenRow, TableRow } from '#src/table/open-table.ts'
import type { TableFormat } from '#src/table/records.ts'
import { inputFile } from '#test/support/input-file.ts'

const COMMA: TableFormat = { encoding: 'utf-8', delimiter: ',' }

async function rows(content: string | Uint8Array, format = COMMA, chunk?: number): Promise<(TableRow | BrokenRow)[]> {
  return Array.fromAsync(readTable(inputFile(content, 'x.csv', chunk), format))
}

test('a row has the number of its first physical line, past blank lines and line ends in quotes', async () => {
  expect(await rows('App,Note\r\n\r\n"Slack","two\r\nlines"\r\n,\r\nZoom,x\r\n')).toEqual([
    { line: 1, cells: ['App', 'Note'] },
    { line: 3, cells: ['Slack', 'two\nlines'] },
    { line: 6, cells: ['Zoom', 'x'] },
  ])
})

test('a quote that never closes costs its own row and no other', async () => {
  expect(await rows('App,Users\nSlack,1\n"Zoom,2\nAsana,3\nMiro,4\n')).toEqual([
    { line: 1, cells: ['App', 'Users'] },
    { line: 2, cells: ['Slack', '1'] },
    { line: 3, broken: 'a quote opens in this line and never closes' },
    { line: 4, cells: ['Asana', '3'] },
    { line: 5, cells: ['Miro', '4'] },
  ])
})

test('a quote that only the quote of a later row closes costs its own row too', async () => {
  expect(await rows('App,Users\n"Zoom,2\nAsana,3\n"Foo, Inc.",4\nMiro,5\n')).toEqual([
    { line: 1, cells: ['App', 'Users'] },
    { line: 2, broken: 'a quote opens in this line and never closes' },
    { line: 3, cells: ['Asana', '3'] },
    { line: 4, cells: ['Foo, Inc.', '4'] },
    { line: 5, cells: ['Miro', '5'] },
  ])
})

test('of a file full of broken rows every row that is whole is read', async () => {
  const found = await rows(`${'"Zoom,2\n'.repeat(3)}${'"Zoom,2\nAsana,3\n"Foo, Inc.",4\n'.repeat(60)}`)
  expect(found.filter((row) => 'broken' in row)).toHaveLength(63)
  expect(found.flatMap((row) => ('cells' in row ? [row.cells] : []))).toEqual(
    Array.from({ length: 60 }, () => [
      ['Asana', '3'],
      ['Foo, Inc.', '4'],
    ]).flat(),
  )
  expect(found.map(({ line }) => line)).toEqual(Array.from({ length: 183 }, (_, at) => at + 1))
})

test('an undoubled quote or a NUL costs no row where the cells can be told, and a row that is entangled is broken', async () => {
  expect(await rows('"Joe\'s "Best" App",1\nZo\0om,2\n"A" B,"Miro,3\nAsana, "x, y"\n')).toEqual([
    { line: 1, cells: ['"Joe\'s "Best" App"', '1'] },
    { line: 2, cells: ['Zo\0om', '2'] },
    { line: 3, broken: 'a quote opens in this line and never closes' },
    { line: 4, cells: ['Asana', 'x, y'] },
  ])
})

test('a row of more than a megabyte is broken, not read', async () => {
  expect(await rows(`App\n${'x'.repeat(1_100_000)}\nSlack\n`)).toEqual([
    { line: 1, cells: ['App'] },
    { line: 2, broken: 'the row that begins in this line is longer than a megabyte' },
    { line: 3, cells: ['Slack'] },
  ])
})

test('a stray quote inside a cell is a letter', async () => {
  expect(await rows('Display 24",x\n')).toEqual([{ line: 1, cells: ['Display 24"', 'x'] }])
})

test('rows do not depend on how the bytes are cut', async () => {
  const text = 'App,Note\n"Sl""ack","ü\nx"\n\nZoom,🙂\n'
  const whole = await rows(text)
  for (const size of [1, 2, 3, 7]) expect(await rows(text, COMMA, size)).toEqual(whole)
})

test('a table that was written as CSV is read back cell by cell', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', ';', '\n', 'ü', '=', "'") })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), async (table) => {
      const text = stringify(table)
      const expected = parse(text, { relax_column_count: true }).filter((cells) =>
        cells.some((value) => value.trim() !== ''),
      )
      const found = await rows(text)
      expect(found.map((row) => ('cells' in row ? row.cells : row))).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})

test.for([
  ['an empty file', '', 'the file is empty'],
  ['blank lines', '\n \n\n', 'the file is empty'],
  [
    'an Excel workbook',
    Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    'this is an Excel workbook or a zip archive, not a CSV; save the sheet as CSV and try again',
  ],
  ['a PDF', '%PDF-1.7\n', 'this is a PDF, not a CSV; save the sheet as CSV and try again'],
  ['JSON', '[{"app":"x"}]', 'this is JSON, not a CSV; save the sheet as CSV and try again'],
  ['a web page', '<!DOCTYPE html><html>', 'this is a web page or XML, not a CSV; save the sheet as CSV and try again'],
  [
    'random bytes',
    Uint8Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 0 : 65)),
    'this is a binary file, not a CSV; save the sheet as CSV and try again',
  ],
] as const)('%s is refused', async ([, content, refused]) => {
  expect(await openTable(inputFile(content))).toEqual({ refused })
})

test('encoding and delimiter are found and the line that states the delimiter is no row', async () => {
  const opened = await openTable(inputFile(Buffer.from('\uFEFFsep=;\nApp;Büro\n', 'utf16le')))
  expect(opened).toEqual({
    refused: null,
    format: { encoding: 'utf-16le', delimiter: ';' },
    head: [{ line: 2, cells: ['App', 'Büro'] }],
  })
})
