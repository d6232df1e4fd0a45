import { expect, test } from 'vitest'
import { firstLines, readLines } from '#src/table/lines.ts'
import { inputFile } from '#test/support/input-file.ts'

const BYTES = Buffer.from('\uFEFFa\r\nb\rc\nü\r\n')

test('lines come out without mark and ends, even where a CRLF is cut in two', async () => {
  for (const size of [1, 2, 3, 5, 100]) {
    const batches = await Array.fromAsync(readLines(inputFile(BYTES, 'x.csv', size), 'utf-8'))
    expect(batches.flat()).toEqual(['a', 'b', 'c', 'ü'])
  }
})

test('the first lines are as many as asked for, or all', async () => {
  for (const size of [1, 100]) {
    expect(await firstLines(inputFile(BYTES, 'x.csv', size), 'utf-8', 2)).toEqual(['a', 'b'])
    expect(await firstLines(inputFile(BYTES, 'x.csv', size), 'utf-8', 9)).toEqual(['a', 'b', 'c', 'ü'])
  }
})
