import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { APPS, BROKEN, CARD, HEADER, NO_STATEMENTS, ROWS, UNCLEAR } from '#test/support/import-files.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

let fitsPreview: (value: unknown) => string | null
beforeAll(async () => {
  fitsPreview = await publishedSchema('import-preview')
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
