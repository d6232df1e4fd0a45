import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { CARD, NO_STATEMENTS, UNCLEAR } from '#test/support/import-files.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

let fitsImport: (value: unknown) => string | null
beforeAll(async () => {
  fitsImport = await publishedSchema('import')
})

describe('what cannot be imported', () => {
  test.for(NO_STATEMENTS)(
    'a file that %s is refused in one sentence; no folder is made',
    async ([, content, expected]) => {
      await using folder = await openCliFolder()
      await folder.file('odd.csv', content)
      const { code, stdout, stderr } = await folder.run(['import', 'odd.csv', '--json'])
      expect(code).toBe(2)
      expect(stderr).toMatch(/^odd\.csv: refused: .+\n {2}Take a CSV export .+\nimport: nothing was stored\n$/)
      expect(stderr).toMatch(expected)
      const [line] = jsonRows(stdout)
      expect(fitsImport(line)).toBeNull()
      expect(line).toMatchObject({ status: 'refused', file: 'odd.csv' })
      expect(existsSync(folder.data)).toBe(false)
    },
  )

  test('one unclear file among several stops them all, and what was stored stays as it was', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    await folder.file('unclear.csv', UNCLEAR)
    await folder.file('other.csv', CARD.replaceAll('MIRO.COM', 'ASANA.COM'))
    await folder.run(['import', 'card.csv'])
    const before = await folder.stored()
    const { code, stdout, stderr } = await folder.run(['import', 'other.csv', 'unclear.csv', '--json'])
    expect(code).toBe(2)
    const [line] = jsonRows(stdout)
    expect(fitsImport(line)).toBeNull()
    expect(line).toMatchObject({ status: 'questions', file: 'unclear.csv' })
    expect(stderr).toMatch(/dateOrder: MDY or DMY\? [^]*--mapping FILE[^]*nothing was stored, because not every file/)
    expect(await folder.stored()).toBe(before)
  })

  test('the printed format, edited, answers the question', async () => {
    await using folder = await openCliFolder()
    await folder.file('unclear.csv', UNCLEAR)
    const preview = jsonRows((await folder.run(['import', 'unclear.csv', '--preview', '--json'])).stdout)
    expect(preview).toMatchObject([
      { questions: [{ field: 'dateOrder', options: ['MDY', 'DMY'] }, { field: 'currency' }] },
    ])
    const format = { ...Object(preview[0]?.['format']), dateOrder: 'DMY', currency: 'EUR' }
    await folder.file('mapping.json', JSON.stringify(format))
    const args = ['import', 'unclear.csv', '--mapping', 'mapping.json']
    const mapped = jsonRows((await folder.run([...args, '--preview'])).stdout)
    expect(mapped).toMatchObject([
      {
        questions: [],
        rows: [
          { date: '2026-04-03', amountMinor: 875, currency: 'EUR' },
          { date: '2026-06-05', amountMinor: 9600 },
        ],
        totals: { EUR: { accountedMinor: 10_475 } },
      },
    ])
    expect(await folder.run(args)).toMatchObject({
      code: 0,
      stdout: 'unclear.csv: 2 rows, 2 new, 0 seen before, 0 rejected\n',
    })
  })

  test('a mapping that does not fit the file is refused, and nothing is stored', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    await folder.file('mapping.json', '{"dateOrder":"sideways"}')
    const { code, stderr } = await folder.run(['import', 'card.csv', '--mapping', 'mapping.json'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/card\.csv: refused: .*dateOrder/)
    expect(existsSync(folder.data)).toBe(false)
  })

  test('DAYLIGHT_CURRENCY and --account answer what a file does not say', async () => {
    await using folder = await openCliFolder({ DAYLIGHT_CURRENCY: 'CHF' })
    await folder.file(
      'card.csv',
      'Date,Description,Debit,Credit\n2026-01-04,SLACK T012AB3CD,8.75,\n2026-01-15,MIRO.COM,,4.00\n',
    )
    const { code, stdout } = await folder.run(['import', 'card.csv', '--account', 'Visa 1111', '--json'])
    expect(code).toBe(0)
    expect(jsonRows(stdout)).toMatchObject([{ account: 'Visa 1111', added: 2 }])
    expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toMatchObject([
      { sources: { statement: { spendMinor: { CHF: -400 } } } },
      { sources: { statement: { spendMinor: { CHF: 875 } } } },
    ])
  })
})
