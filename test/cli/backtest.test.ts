import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

const CARD = [
  'Date,Description,Debit,Credit,Currency',
  '2026-01-04,SLACK T012AB3CD DUBLIN IE,8.75,,EUR',
  '2026-01-19,QUILLBROOK SVC 17,40.00,,EUR',
  '2026-02-19,QUILLBROOK SVC 17,40.00,,EUR',
  '',
].join('\n')
const QUILLBROOK = {
  id: 'quillbrook',
  name: 'Quillbrook',
  vendor: 'Quillbrook Ltd',
  category: 'crm',
  capabilities: ['crm'],
  stems: ['QUILLBROOK SVC'],
}

let folder: CliFolder
let problem: (value: unknown) => string | null
beforeAll(async () => {
  folder = await openCliFolder()
  await folder.file('card.csv', CARD)
  await folder.run(['import', 'card.csv'])
  problem = await publishedSchema('backtest')
})
afterAll(() => folder[Symbol.asyncDispose]())

test('a proposed entry is tried on what is stored, line by line as published, and nothing is stored', async () => {
  await folder.file('proposed.json', JSON.stringify([QUILLBROOK, { extends: 'slack', aliases: ['Slack'] }]))
  const before = await folder.stored()
  const { code, stdout, stderr } = await folder.run(['rules', 'backtest', 'proposed.json', '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const lines = jsonRows(stdout)
  expect(lines.map(problem).filter(Boolean)).toEqual([])
  const [first, second] = ['proposed.json, line 1, entry "quillbrook"', 'proposed.json, line 1, extension of "slack"']
  expect(lines).toMatchObject([
    { kind: 'change', entry: first, text: 'QUILLBROOK SVC 17', after: { app: 'quillbrook' }, rows: 2, people: 0 },
    { kind: 'entry', where: first, identities: 1, rows: 2, spendMinor: { EUR: 8_000 }, dangers: 0, collisions: 0 },
    { kind: 'entry', where: second, identities: 0, rows: 0, warnings: ['Slack has "Slack" already'] },
    { kind: 'summary', identities: 2, changed: 1, held: 0, dangers: 0, collisions: 0, stored: false },
  ])
  expect(await folder.stored()).toBe(before)
})

test('people read tables, and what to do next', async () => {
  const input = 'text,product\nSLACK T0*,NONE\n'
  const { code, stdout } = await folder.run(['rules', 'backtest', '-'], { input })
  expect(code).toBe(0)
  expect(stdout).toMatch(/SLACK T012AB3CD DUBLIN IE +Slack +not-software +1 +0 +8\.75 EUR +is not recognised any more/)
  expect(stdout).toContain('1 of 2 stored identities would change; 1 of these wants a second look.\n')
  expect(stdout).toContain(
    'Nothing was stored; to use it, put the file into the folder catalogue of the data folder.\n',
  )
})

test('a collision is told beside the changes, and the exit code says that it cannot stay so', async () => {
  const input = JSON.stringify([{ ...QUILLBROOK, aliases: ['Slack'] }])
  const { code, stdout } = await folder.run(['rules', 'backtest', '-', '--json'], { input })
  expect(code).toBe(1)
  const lines = jsonRows(stdout)
  expect(lines.map(problem).filter(Boolean)).toEqual([])
  expect(lines[0]).toMatchObject({ kind: 'collision', where: 'stdin, line 1, entry "quillbrook"', with: ['slack'] })
  expect(lines.at(-1)).toMatchObject({ kind: 'summary', changed: 1, collisions: 1 })
})

test.for([
  ['nothing', '', /stdin: is empty/],
  ['an empty list', '[]', /stdin: holds no entry/],
  ['a wrong entry', '[{"extends": "slack", "alias": []}]', /there is no field "alias"; did you mean "aliases"\?/],
  ['another table', 'a,b\n1,2\n', /stdin: the first line must name the columns text and product/],
] as const)('%s is wrong usage', async ([, input, message]) => {
  const { code, stdout, stderr } = await folder.run(['rules', 'backtest', '-'], { input })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
  expect(stderr).toContain('nothing was stored')
})

test('a file that is not there is wrong usage', async () => {
  expect(await folder.run(['rules', 'backtest', 'absent.json'])).toMatchObject({ code: 2, stdout: '' })
})

test('entries are tried beside those that are in force', async () => {
  await using own = await openCliFolder()
  await mkdir(join(own.data, 'catalogue'), { recursive: true })
  await writeFile(join(own.data, 'catalogue', 'a.json'), JSON.stringify([QUILLBROOK]))
  const input = JSON.stringify([{ extends: 'quillbrook', aliases: ['Quillbrook Classic'] }])
  const { code, stdout } = await own.run(['rules', 'backtest', '-', '--json'], { input })
  expect(code).toBe(0)
  expect(jsonRows(stdout).at(-1)).toMatchObject({ identities: 0, changed: 0, collisions: 0 })
})
