import { describe, expect, test } from 'vitest'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

describe('hostile files are refused or read, in bounded time', () => {
  test.for<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /empty/],
    ['blank lines', '\n\r\n  \n', /empty/],
    ['a PDF', '%PDF-1.7\n1 0 obj', /a PDF; download the statement as CSV/],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /an Excel workbook or a zip/],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', /a web page/],
    ['XML', '<?xml version="1.0"?><Document/>', /XML/],
    ['JSON', '{"items":[]}', /JSON/],
    ['noise', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 32), /binary data/],
    ['one column', 'Date\n2026-03-05\n', /no columns/],
    ['100,000 columns', `${'a,'.repeat(100_000)}\n${'1,'.repeat(100_000)}\n`, /columns|no statement/],
    ['a million short lines', 'x\n'.repeat(1_000_000), /no columns/],
  ])('%s', async ([, content, reason]) => {
    expect((await previewOf(inputFile(content))).refused).toMatch(reason)
  })

  test('a header without rows is a statement in which nothing happened', async () => {
    const preview = await previewOf(inputFile('Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n'))
    expect(preview).toMatchObject({ refused: null, questions: [], rows: [], totals: {} })
  })

  test('columns named like parts of objects are just columns', async () => {
    const preview = await previewOf(
      inputFile('Date,__proto__,constructor,Amount EUR,Merchant\n2026-03-05,a,b,-1.00,Slack\n'),
    )
    expect(preview.rows).toMatchObject([{ descriptor: 'Slack', amountMinor: 100 }])
  })

  test('card numbers are cut in texts, reasons, questions and the name of the file', async () => {
    const pan = '4111111111111111'
    const text = `Date,Description,Amount,Card Member\n${pan},${pan},1.00,${pan}\n05/01/2026,pay ${pan},1.00,${pan}\n`
    const preview = await previewOf(inputFile(text, `card-${pan}.csv`))
    expect(JSON.stringify(preview)).not.toContain(pan)
    expect(preview.file).toBe('card-****1111.csv')
  })
})
