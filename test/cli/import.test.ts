import { beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { APPS, BROKEN, CARD, HEADER, ROWS } from '#test/support/import-files.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

let fitsImport: (value: unknown) => string | null
beforeAll(async () => {
  fitsImport = await publishedSchema('import')
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
