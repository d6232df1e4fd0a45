import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statementReader } from '#connectors/statement/index.ts'
import { inputFile } from '#test/support/input-file.ts'
import { awkwardStatement, NO_SETTINGS, previewOf } from '#test/support/statement-file.ts'

const CARD = `Transaction Date,Post Date,Description,Category,Type,Amount,Memo
03/14/2026,03/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,
03/14/2026,03/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,
03/16/2026,03/17/2026,NOTION LABS INC,Shopping,Sale,-1240.50,
`
const EUR = { currency: 'EUR' }

async function chargesOf(content: string, settings = {}) {
  const file = inputFile(content)
  const all = { ...NO_SETTINGS, ...EUR, ...settings }
  const { format } = await statementReader.sniff(file, all)
  if (format === null) throw new Error('the file was refused')
  return Array.fromAsync(statementReader.read(file, format, { importId: 'import-1', settings: all }))
}

test('a preview has the published shape, to the letter', async () => {
  const preview = await previewOf(inputFile(CARD, 'march.csv'), EUR)
  expect(preview).toEqual({
    file: 'march.csv',
    refused: null,
    format: {
      delimiter: ',',
      encoding: 'utf-8',
      dateOrder: 'MDY',
      headerLine: 1,
      sign: 'spend-negative',
      columns: {
        date: 'Post Date',
        transactionDate: 'Transaction Date',
        amount: 'Amount',
        type: 'Type',
        category: 'Category',
        descriptor: 'Description',
      },
      decimal: '.',
      currency: 'EUR',
      nature: 'card',
    },
    questions: [],
    rows: [2, 3, 4].map((line) => ({
      line,
      date: line === 4 ? '2026-03-17' : '2026-03-15',
      descriptor: line === 4 ? 'NOTION LABS INC' : 'SLACK T012AB3CD',
      amountMinor: line === 4 ? 124050 : 875,
      currency: 'EUR',
      seen: false,
      kind: 'purchase',
      person: null,
    })),
    ignored: [],
    rejected: [],
    totals: { EUR: { statementMinor: null, accountedMinor: 125800 } },
  })
})

describe('what a row is known by', () => {
  test('equal rows of a day stay two, and the same file again makes the same keys', async () => {
    const first = await chargesOf(CARD)
    const again = await chargesOf(CARD)
    const keys = first.map((charge) => ('key' in charge ? charge.key : ''))
    expect(new Set(keys).size).toBe(3)
    expect(again).toEqual(first)
  })

  test('a file that overlaps it knows the rows they share', async () => {
    const stored = new Set((await chargesOf(CARD)).map((charge) => ('key' in charge ? charge.key : '')))
    const later = `${CARD.split('\n').slice(0, 2).join('\n')}\n04/14/2026,04/15/2026,SLACK T012AB3CD,Shopping,Sale,-8.75,\n`
    const preview = await previewOf(inputFile(later), EUR, (key) => stored.has(key))
    expect(preview.rows.map(({ seen }) => seen)).toEqual([true, false])
  })

  test('the account that a person names is part of it', async () => {
    const [one] = await chargesOf(CARD, { account: 'Marketing card' })
    const [other] = await chargesOf(CARD, { account: 'IT card' })
    expect(one).toMatchObject({ account: 'Marketing card', importId: 'import-1', line: 2 })
    expect(one).not.toMatchObject({ key: other !== undefined && 'key' in other ? other.key : '' })
  })
})

describe('questions and their answers', () => {
  const OPEN = 'Date,Description,Amount\n05/01/2026,SLACK,72.00\n06/01/2026,NOTION,8.00\n'

  test('what awaits an answer is null, and nothing can be imported yet', async () => {
    const preview = await previewOf(inputFile(OPEN))
    expect(preview.questions.map(({ field, options }) => [field, options])).toEqual([
      ['dateOrder', ['MDY', 'DMY']],
      ['sign', ['spend-negative', 'spend-positive']],
      ['currency', ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD']],
    ])
    expect(preview.rows.map((row) => [row.date, row.amountMinor, row.currency])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    expect(preview.totals).toEqual({})
  })

  test('the printed format, edited, answers them', async () => {
    const { format } = await previewOf(inputFile(OPEN))
    const mapping = { ...format, dateOrder: 'DMY', sign: 'spend-positive', currency: 'GBP' }
    const preview = await previewOf(inputFile(OPEN), { mapping })
    expect(preview.questions).toEqual([])
    expect(preview.rows.map((row) => [row.date, row.amountMinor, row.currency])).toEqual([
      ['2026-01-05', 7200, 'GBP'],
      ['2026-01-06', 800, 'GBP'],
    ])
  })

  test('a mapping fits next month, with more lines above the header', async () => {
    const { format } = await previewOf(inputFile(OPEN))
    const mapping = { ...format, dateOrder: 'DMY', sign: 'spend-positive', currency: 'GBP' }
    const preview = await previewOf(inputFile(`Card of ACME\nMarch\n${OPEN}`), { mapping })
    expect(preview.format).toMatchObject({ headerLine: 3 })
    expect(preview.rows).toHaveLength(2)
  })

  test.for<[string, unknown, RegExp]>([
    ['a wrong value', { dateOrder: 'DDMM' }, /the mapping cannot be used \(dateOrder: /],
    ['an unknown part', { colour: 'red' }, /Unrecognized key/],
    ['no ISO currency', { currency: 'EURO' }, /currency: must be an ISO 4217 code/],
    [
      'a column that is not there',
      { columns: { date: 'Day', amount: 'Amount', descriptor: 'Description' } },
      /does not have: Day/,
    ],
  ])('%s in a mapping is said', async ([, mapping, reason]) => {
    expect((await previewOf(inputFile(OPEN), { mapping })).refused).toMatch(reason)
  })

  test('DAYLIGHT_CURRENCY answers for rows without currency, and never overrules a row', async () => {
    const mixed = 'Date,Merchant,Amount,Currency\n2026-03-05,Slack,-72.00,USD\n2026-03-06,Notion,-8.00,\n'
    const preview = await previewOf(inputFile(mixed), { currency: 'CHF' })
    expect(preview.rows.map(({ currency }) => currency)).toEqual(['USD', 'CHF'])
  })

  test('an account that is named for its currency answers before DAYLIGHT_CURRENCY', async () => {
    const plain = inputFile('Date,Merchant,Amount\n2026-03-05,Slack,-72.00\n')
    const preview = await previewOf(plain, { account: 'Amex EUR', currency: 'CHF' })
    expect(preview.rows).toMatchObject([{ currency: 'EUR' }])
  })

  test('the day that decides may stand in the last of many rows', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `05/0${1 + (index % 9)}/2026,SLACK,-${index}.50,EUR`)
    const preview = await previewOf(
      inputFile(`Date,Payee,Amount,Currency\n${rows.join('\n')}\n03/31/2026,NOTION,-1.00,EUR\n`),
    )
    expect(preview.format?.dateOrder).toBe('MDY')
  })
})

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

test('a charge carries who, where and how it was charged abroad', async () => {
  const file = awkwardStatement('expense-report.csv')
  const { format } = await statementReader.sniff(file, NO_SETTINGS)
  if (format === null) throw new Error('the file was refused')
  const [first] = await Array.fromAsync(statementReader.read(file, format, { importId: 'i', settings: NO_SETTINGS }))
  expect(first).toMatchObject({
    kind: 'charge',
    source: 'statement',
    chargeKind: 'purchase',
    amount: { minor: 7200, currency: 'USD' },
    original: { minor: 6620, currency: 'EUR' },
    person: 'Lopez, Ana',
    date: '2026-03-15',
  })
})
