import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Delimiter } from '#core/statement.ts'
import { MAX_RECORD_LENGTH } from '#src/table/lines.ts'
import { parseLines } from '#src/table/records.ts'

test.for<
  [what: string, lines: string[], delimiter: Delimiter, records: (readonly [number, string[], string | null])[]]
>([
  [
    'cells are as written, and blank lines are no records',
    [' a , b', '', '  ', ','],
    ',',
    [
      [1, [' a ', ' b'], null],
      [4, ['', ''], null],
    ],
  ],
  ['blanks around quotes are no part of a cell', ['x, "y, z" ,'], ',', [[1, ['x', 'y, z', ''], null]]],
  ['tabs beside quotes are no blanks where they separate', ['\t"a\tb"\t'], '\t', [[1, ['', 'a\tb', ''], null]]],
  [
    'a quote inside a cell that does not begin with one is a letter',
    ['24" display,x'],
    ',',
    [[1, ['24" display', 'x'], null]],
  ],
  [
    'a quoted cell may go over line ends, and hold doubled quotes',
    ['"a ""b""', '', 'c",d', 'e'],
    ',',
    [
      [1, ['a "b"\n\nc', 'd'], null],
      [4, ['e'], null],
    ],
  ],
  [
    'a quote that never closes costs its own line',
    ['a,"b', 'c,d'],
    ',',
    [
      [1, ['a', '"b'], 'unclosed'],
      [2, ['c', 'd'], null],
    ],
  ],
  [
    'and so does one that only the quote of a later line closes',
    ['"a', 'b', '"c, d",e'],
    ',',
    [
      [1, ['"a'], 'entangled'],
      [2, ['b'], null],
      [3, ['c, d', 'e'], null],
    ],
  ],
  ['of an undoubled quote the cells can be told', ['"a "b" c","d,e"'], ',', [[1, ['"a "b" c"', 'd,e'], 'undoubled']]],
  ['but not where another stays open', ['"a" b,"c'], ',', [[1, ['"a" b', '"c'], 'entangled']]],
  [
    'a NUL is told',
    ['a,\0b', '"c\0", d'],
    ',',
    [
      [1, ['a', '\0b'], 'nul'],
      [2, ['c\0', ' d'], 'nul'],
    ],
  ],
  [
    'a line that is too long is left out',
    ['x'.repeat(MAX_RECORD_LENGTH + 1), 'y'],
    ',',
    [
      [1, [], 'too-long'],
      [2, ['y'], null],
    ],
  ],
])('%s', ([, lines, delimiter, records]) => {
  const read = parseLines(lines, delimiter)
  expect(read.map(({ line, cells, broken }) => [line, cells, broken])).toEqual(records)
})

test('a quote that closes only after a megabyte is one that never closes', () => {
  const lines = ['"a', ...Array.from({ length: 20 }, () => 'x'.repeat(MAX_RECORD_LENGTH / 16)), 'b"']
  const broken = parseLines(lines, ',').filter((record) => record.broken !== null)
  expect(broken).toEqual([{ line: 1, cells: ['"a'], broken: 'unclosed' }])
})

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', '\n', '1'), maxLength: 6 })
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 })

test('well-formed files are read as csv-parse reads them', () => {
  fc.assert(
    fc.property(rows, (table) => {
      const text = table.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')
      const expected = parse(text, { relax_column_count: true })
      const read = parseLines(text.split('\n'), ',')
      expect(read.map((record) => record.cells)).toEqual(expected)
    }),
  )
})

test('every line that is not blank is in one record, even of broken files', () => {
  const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', 'b'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const records = parseLines(lines, ',')
      const starts = records.map((record) => record.line)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      expect(new Set(starts).size).toBe(starts.length)
      // Lines between two records are blank, or belong to the quoted field of the record before them.
      for (const [index, text] of lines.entries()) {
        if (text.trim() === '' || starts.includes(index + 1)) continue
        const owner = records.findLast((record) => record.line <= index)
        expect(owner?.broken).toBeNull()
      }
    }),
  )
})
