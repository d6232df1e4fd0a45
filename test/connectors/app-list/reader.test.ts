import { expect, test } from 'vitest'
import { appListReader as reader } from '#connectors/app-list/index.ts'
import type { FileSettings } from '#core/file-reader.ts'
import { inputFile } from '#test/support/input-file.ts'

const NONE: FileSettings = { account: null, currency: null, mapping: null }

async function preview(content: string, settings = NONE, seen: string[] = []): Promise<unknown> {
  const chunks = await Array.fromAsync(reader.preview(inputFile(content), settings, (key) => seen.includes(key)))
  return JSON.parse(chunks.join(''))
}

test('a preview is one JSON object with a row per row, and says what is known already', async () => {
  expect(await preview('App,Users,Colour\nSlack,3,red\n,1,\nZoom,many,\n', NONE, ['sso-app:name:Zoom'])).toEqual({
    file: 'list.csv',
    refused: null,
    format: {
      encoding: 'utf-8',
      delimiter: ',',
      headerLine: 1,
      columns: { name: 'App', users: 'Users' },
      provider: null,
      unrecognised: ['Colour'],
    },
    questions: [],
    rows: [
      {
        line: 2,
        app: 'Slack',
        identifiers: [{ kind: 'name', value: 'Slack' }],
        enabled: true,
        assignedCount: 3,
        people: [],
        groups: [],
        seen: false,
      },
      {
        line: 4,
        app: 'Zoom',
        identifiers: [{ kind: 'name', value: 'Zoom' }],
        enabled: true,
        assignedCount: null,
        people: [],
        groups: [],
        seen: true,
      },
    ],
    ignored: [],
    rejected: [
      { line: 3, reason: 'has neither the name nor the id of an app' },
      { line: 4, reason: '“many” is no number of users; the app was kept without one' },
    ],
    totals: {},
  })
})

test('a refused file is previewed as refused', async () => {
  expect(await preview('')).toMatchObject({ refused: 'the file is empty', format: null, rows: [] })
})

test('an edited format decides which columns are read', async () => {
  const content = 'App,Alias\nX1,Slack\n'
  const settings = { ...NONE, mapping: { columns: { name: 'Alias' } } }
  expect(await preview(content, settings)).toMatchObject({ rows: [{ line: 2, app: 'Slack' }] })
  const sniffed = await reader.sniff(inputFile(content), settings)
  expect(sniffed.format?.columns).toEqual({ name: 'Alias' })
})

test.for([
  [{ columns: { colour: 'Alias' } }, 'the mapping has no use for colour; fields are label, name'],
  [{ delimiter: 'x' }, 'the mapping cannot be used'],
  [{ encoding: 'klingon' }, 'is no encoding that can be read'],
] as const)('a mapping that makes no sense is refused: %o', async ([mapping, reason]) => {
  const sniffed = await reader.sniff(inputFile('App\nSlack\n'), { ...NONE, mapping })
  expect(sniffed.refused).toContain(reason)
  expect(sniffed.format).toBeNull()
})
