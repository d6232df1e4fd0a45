import { expect, test } from 'vitest'
import { MAX_RECORD_LENGTH } from '#src/table/lines.ts'
import { readRecords } from '#connectors/statement/records.ts'
import type { StatementRecord } from '#connectors/statement/records.ts'
import { inputFile } from '#test/support/input-file.ts'

async function recordsOf(text: string, chunk?: number): Promise<StatementRecord[]> {
  const batches = await Array.fromAsync(readRecords(inputFile(text, 'x.csv', chunk), 'utf-8', ','))
  return batches.flat()
}

test('a record is known by the first of its physical lines, whatever ends them', async () => {
  const records = await recordsOf('a,b\r\n"one\r\ntwo",c\n\n\rlast,"d ""e"""')
  expect(records).toEqual([
    { line: 1, cells: ['a', 'b'], broken: null },
    { line: 2, cells: ['one\ntwo', 'c'], broken: null },
    { line: 6, cells: ['last', 'd "e"'], broken: null },
  ])
})

test('a quote that is never closed costs its own line only', async () => {
  const records = await recordsOf('a,b\nc,"open\nd,e\nf,g\n')
  expect(records.map(({ line, broken }) => [line, broken])).toEqual([
    [1, null],
    [2, 'a quoted field is opened on this line and never closed'],
    [3, null],
    [4, null],
  ])
})

test('a quote that is not doubled rejects the line on which it stands', async () => {
  const records = await recordsOf('"Joe\'s "Best" Pizza",12\nd,e\n')
  expect(records.map(({ line, broken }) => [line, broken])).toEqual([
    [1, 'a quote inside a quoted field is not doubled'],
    [2, null],
  ])
})

test('inches are no quotes', async () => {
  expect((await recordsOf('5" pipe,12\n'))[0]?.cells).toEqual(['5" pipe', '12'])
})

test('a line of megabytes and a NUL are rejected, and the lines after them are read', async () => {
  const records = await recordsOf(`a,b\n${'x'.repeat(3 * MAX_RECORD_LENGTH)}\nc,\0d\ne,f\n`)
  expect(records.map(({ line, broken }) => [line, broken?.slice(0, 30) ?? null])).toEqual([
    [1, null],
    [2, 'the line is longer than 1 MiB'],
    [3, 'the line holds a NUL character'],
    [4, null],
  ])
})

test('records are the same however the bytes arrive', async () => {
  const text = 'Datum;Währung\r\n"a\r\nb",c\r\nd,e\r'
  const whole = await recordsOf(text)
  for (const chunk of [1, 2, 3, 7]) expect(await recordsOf(text, chunk)).toEqual(whole)
})
