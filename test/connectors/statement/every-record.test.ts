import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD, EUR } from '#test/support/card-statement.ts'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

describe('every record ends somewhere', () => {
  test('broken rows are listed with line and reason, the rest is read', async () => {
    const text = `${CARD}not a date,03/99/2026,X,,Sale,-1.00,
03/18/2026,03/18/2026,"multi
line",,Sale,-2.00,
03/18/2026,03/18/2026,no amount,,Sale,,
03/18/2026,03/18/2026,bad amount,,Sale,1.2.3,
03/18/2026,03/18/2026,too, many,,Sale,-3.00,,x
03/19/2026,03/19/2026,"open,,Sale,-4.00,
03/20/2026,03/20/2026,last,,Sale,-5.00,
`
    const preview = await previewOf(inputFile(text), EUR)
    expect(preview.rows.map(({ line, descriptor }) => [line, descriptor])).toEqual([
      [2, 'SLACK T012AB3CD'],
      [3, 'SLACK T012AB3CD'],
      [4, 'NOTION LABS INC'],
      [6, 'multi line'],
      [12, 'last'],
    ])
    expect(preview.rejected).toEqual([
      { line: 5, reason: '"03/99/2026" is no date in the order MDY' },
      { line: 8, reason: 'no amount' },
      { line: 9, reason: 'the separators of "1.2.3" do not fit a decimal point' },
      { line: 10, reason: '9 fields where the header has 7; a text with a delimiter in it is not quoted' },
      { line: 11, reason: 'a quoted field is opened on this line and never closed' },
    ])
  })

  test('more lines than are kept in memory are listed all the same', async () => {
    const bad = Array.from({ length: 10_050 }, () => ',,,,,-1.00,').join('\n')
    const preview = await previewOf(inputFile(`${CARD}${bad}\n`), EUR)
    expect(preview.ignored).toHaveLength(10_050)
    expect(preview.ignored.at(-1)).toEqual({ line: 10_054, reason: 'a subtotal: an amount without date and merchant' })
  })

  test('whatever a file holds, its lines are accounted for and nothing crashes', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '03/14/2026',
        '-8.75',
        'Total',
        '"',
        '""',
        '4111111111111111',
        '-',
        ' ',
        'a"b',
        '\0',
        '=1',
        '__proto__',
      ),
      fc.string({ maxLength: 8 }),
    )
    const line = fc
      .array(cell, { minLength: 1, maxLength: 9 })
      .map((cells) => cells.join(',').replaceAll(/[\r\n]/g, ' '))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const text = `${CARD}${lines.join('\n')}\n`
        const preview = await previewOf(inputFile(text), EUR)
        const ends = [...preview.rows, ...preview.ignored, ...preview.rejected].map((one) => one.line)
        expect(new Set(ends).size).toBe(ends.length)
        expect(JSON.stringify(preview)).not.toContain('4111111111111111')
        if (preview.refused !== null) return
        // From the first quote on, a line may belong to the record before it.
        const plain = text.split('\n').slice(1)
        const until = plain.findIndex((content) => content.includes('"'))
        const expected = plain
          .slice(0, until < 0 ? plain.length : until)
          .flatMap((content, index) => (content.trim() === '' ? [] : [index + 2]))
        expect(ends).toEqual(expect.arrayContaining(expected))
      }),
      { numRuns: 200 },
    )
  })
})
