import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { schemaCheck } from '#test/support/json-schema.ts'

let folder: CliFolder
let problem: (value: unknown) => string | null
beforeAll(async () => {
  folder = await openCliFolder()
  problem = schemaCheck(JSON.parse((await folder.run(['schema', 'identify'])).stdout))
})
afterAll(() => folder[Symbol.asyncDispose]())

const HOSTILE = [
  '',
  '   ',
  '\u0000\u0001',
  '=HYPERLINK("http://a")',
  '<script>',
  '"unclosed',
  'x'.repeat(100_000),
  'é🙂',
]

test('every line is a row, blank and hostile ones too, in order, and each fits the published schema', async () => {
  const texts = ['SLACK T012AB3CD', ...HOSTILE, 'BACKEREI KRUME BERLIN']
  const { code, stdout, stderr } = await folder.run(['identify'], { input: `${texts.join('\n')}\n` })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const rows = jsonRows(stdout)
  expect(rows.map((row) => row['input'])).toEqual(texts)
  expect(rows.map(problem).filter(Boolean)).toEqual([])
  expect(rows[0]).toMatchObject({ verdict: 'match', app: 'slack', domain: 'slack.com' })
  expect(rows.at(-1)).toMatchObject({ app: null, name: null, vendor: null, domain: null })
})

test('a table brings kind and identifiers beside the text', async () => {
  const input = 'kind,text,mcc,amount,currency\noauth,Slack,,,\ndescriptor,"ZOOM.US 888-799-9666, CA",7372,14.99,USD\n'
  const rows = jsonRows((await folder.run(['identify'], { input })).stdout)
  expect(rows).toMatchObject([
    { input: 'Slack', kind: 'oauth', attribution: 'name-only' },
    { kind: 'descriptor', app: 'zoom' },
  ])
})

test('--kind says what the texts are, and knows only its own kinds', async () => {
  const rows = jsonRows((await folder.run(['identify', '--kind', 'sso'], { input: 'Slack' })).stdout)
  expect(rows).toMatchObject([{ kind: 'sso' }])
  expect(await folder.run(['identify', '--kind', 'card'])).toMatchObject({ code: 2, stdout: '' })
})

test('no input is no output', async () => {
  expect(await folder.run(['identify'])).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('a reader that has seen enough ends it quietly', async () => {
  const input = 'SLACK T012AB3CD\n'.repeat(20_000)
  const { child, ended } = folder.start(['identify'], { input })
  ended.catch(() => undefined)
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
