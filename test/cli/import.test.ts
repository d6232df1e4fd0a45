import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { schemaCheck } from '#test/support/json-schema.ts'

const HEADER = 'Date,Description,Debit,Credit,Currency'
const ROWS = [
  '2026-01-04,SLACK T012AB3CD DUBLIN IE,8.75,,EUR',
  '2026-01-09,MIRO.COM,96.00,,EUR',
  '2026-01-09,MIRO.COM,96.00,,EUR',
  '2026-01-20,BACKEREI KRUME BERLIN,12.40,,EUR',
  '2026-02-11,MIRO.COM,,96.00,EUR',
]
const CARD = [HEADER, ...ROWS, ''].join('\n')
const BROKEN = [HEADER, ROWS[0], 'some day,MIRO.COM,96.00,,EUR', ROWS[3], ''].join('\n')
// Neither the order of day and month nor the currency can be told.
const UNCLEAR = 'Date,Description,Debit,Credit\n03/04/2026,SLACK T012AB3CD,8.75,\n05/06/2026,MIRO.COM,96.00,\n'
const APPS = 'Application,Sign-on mode\nSlack,SAML_2_0\nMiro,SAML_2_0\n'
const NO_STATEMENTS: readonly [string, string | Uint8Array, RegExp][] = [
  ['is no table', 'Dear Sir or Madam,\nplease find enclosed.\n', /refused: /],
  ['has headers that mean nothing', 'a,b,c\n1,2,3\n4,5,6\n', /no column holds dates/],
  ['is empty', '', /empty/],
  ['is binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 8, 0, 255, 254, 0, 1]), /refused: /],
]

let fitsImport: (value: unknown) => string | null
let fitsPreview: (value: unknown) => string | null
beforeAll(async () => {
  await using folder = await openCliFolder()
  fitsImport = schemaCheck(JSON.parse((await folder.run(['schema', 'import'])).stdout))
  fitsPreview = schemaCheck(JSON.parse((await folder.run(['schema', 'import-preview'])).stdout))
})

describe('importing', () => {
  test('every row is accounted for, and the same file again changes not one stored byte', async () => {
    await using folder = await openCliFolder()
    await folder.file('card.csv', CARD)
    const first = await folder.run(['import', 'card.csv', '--json'])
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
    const [line] = jsonRows(first.stdout)
    expect(fitsImport(line)).toBeNull()
    expect(line).toMatchObject({ status: 'imported', as: 'statement', rows: 5, added: 5, seen: 0, rejected: [] })
    const before = await folder.stored()
    const again = await folder.run(['import', 'card.csv'])
    expect(again).toMatchObject({ code: 0, stderr: '' })
    expect(again.stdout).toMatch(/^card\.csv: was imported on \d{4}-\d\d-\d\d; nothing changed\n$/)
    expect(await folder.stored()).toBe(before)
  })

  test('of an overlapping file only the new rows are added, twins stay two', async () => {
    await using folder = await openCliFolder()
    await folder.file('january.csv', [HEADER, ...ROWS.slice(0, 4), ''].join('\n'))
    await folder.file(
      'quarter.csv',
      [...CARD.trimEnd().split('\n'), '2026-03-04,SLACK T012AB3CD,9.00,,EUR', ''].join('\n'),
    )
    const { code, stdout } = await folder.run(['import', 'january.csv', 'quarter.csv', 'january.csv', '--json'])
    expect(code).toBe(0)
    const lines = jsonRows(stdout)
    expect(lines.map(fitsImport).filter(Boolean)).toEqual([])
    expect(lines).toMatchObject([
      { status: 'imported', file: 'january.csv', rows: 4, added: 4, seen: 0 },
      { status: 'imported', file: 'quarter.csv', rows: 6, added: 2, seen: 4 },
      { status: 'already-imported', file: 'january.csv', rows: 4, added: 4 },
    ])
    const apps = jsonRows((await folder.run(['apps', '--json'])).stdout)
    expect(apps).toMatchObject([
      { app: 'miro', sources: { statement: { charges: 3, spendMinor: { EUR: 9600 } } } },
      { app: 'slack', sources: { statement: { charges: 2, spendMinor: { EUR: 1775 } } } },
    ])
  })

  test('a broken row is told with its line, the others are stored, and the exit code says partial', async () => {
    await using folder = await openCliFolder()
    await folder.file('broken.csv', BROKEN)
    const { code, stdout } = await folder.run(['import', 'broken.csv'])
    expect(code).toBe(3)
    expect(stdout).toBe(
      'broken.csv: 2 rows, 2 new, 0 seen before, 1 rejected\n  broken.csv line 3: "some day" is no date\n',
    )
    const again = jsonRows((await folder.run(['import', 'broken.csv', '--json'])).stdout)
    expect(again).toMatchObject([{ rejected: [{ subject: 'broken.csv line 3' }] }])
  })

  test('a list of apps is recognised by its headers, and a newer one takes the place of the older', async () => {
    await using folder = await openCliFolder()
    await folder.file('apps.csv', APPS)
    await folder.file('newer.csv', APPS.replace('Miro', 'Asana'))
    const first = jsonRows((await folder.run(['import', 'apps.csv', '--json'])).stdout)
    expect(first.map(fitsImport)).toEqual([null])
    expect(first).toMatchObject([{ as: 'app-list', rows: 2, added: 2 }])
    expect((await folder.run(['import', 'newer.csv', '--as', 'app-list'])).code).toBe(0)
    const apps = jsonRows((await folder.run(['apps', '--json'])).stdout)
    expect(apps.map((app) => app['app'])).toEqual(['asana', 'slack'])
  })
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

describe('--preview', () => {
  test('prints one object a file, whatever the file is, fitting the published schema, and stores nothing', async () => {
    await using folder = await openCliFolder()
    const contents = [CARD, BROKEN, UNCLEAR, APPS, ...NO_STATEMENTS.map(([, content]) => content)]
    const names = await Promise.all(contents.map((content, at) => folder.file(`${at}.csv`, content)))
    const { code, stdout, stderr } = await folder.run(['import', ...names, '--preview', '--json'])
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
    const objects = jsonRows(stdout)
    expect(objects.map((object) => object['file'])).toEqual(contents.map((_, at) => `${at}.csv`))
    expect(objects.map(fitsPreview)).toEqual(contents.map(() => null))
    expect(objects.map((object) => object['refused'] !== null)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(existsSync(folder.data)).toBe(false)
  })

  test('says which rows are stored already', async () => {
    await using folder = await openCliFolder()
    await folder.file('january.csv', [HEADER, ...ROWS.slice(0, 2), ''].join('\n'))
    await folder.file('card.csv', CARD)
    await folder.run(['import', 'january.csv'])
    const before = await folder.stored()
    const [shown] = jsonRows((await folder.run(['import', 'card.csv', '--preview'])).stdout)
    expect(shown).toMatchObject({ rows: [true, true, false, false, false].map((seen) => ({ seen })) })
    expect(await folder.stored()).toBe(before)
  })
})
