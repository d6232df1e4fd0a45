import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { schemaCheck } from '#test/support/json-schema.ts'

const DATES = ['2026-01-04', '2026-02-04', '2026-03-04']
const CARD = [
  'Date,Description,Debit,Credit,Currency',
  ...DATES.flatMap((date) => [
    `${date},DOCUSIGN INC,45.00,,EUR`,
    `${date},HELLOSIGN,30.00,,EUR`,
    `${date},SLACK T012AB3CD DUBLIN IE,8.75,,EUR`,
  ]),
  '2026-03-20,ACME REFUND SLACK T012AB3CD,,8.75,EUR',
  '',
].join('\n')
const INVENTORY = [
  'Application,Status,Business owner,Website,Contract end,Team',
  'DocuSign,Approved,ida@acme.example,docusign.com,2026-12-01,Legal',
  'Slack,Approved (restricted),leo@acme.example,slack.com,,=1+1',
  'Miro,Maybe,,,,',
  '',
].join('\n')

let folder: CliFolder
beforeAll(async () => {
  folder = await openCliFolder({ DAYLIGHT_CURRENCY: 'EUR' })
  await folder.file('card.csv', CARD)
  await folder.file('inventory.csv', INVENTORY)
  const imported = await folder.run(['import', 'card.csv'])
  if (imported.code !== 0) throw new Error(imported.stderr)
})
afterAll(() => folder[Symbol.asyncDispose]())

async function schemaOf(name: string): Promise<(value: unknown) => string | null> {
  return schemaCheck(JSON.parse((await folder.run(['schema', name])).stdout))
}

describe('the inventory', () => {
  test('is read from other people’s headers; what was not understood is said, and makes it partial', async () => {
    const { code, stdout, stderr } = await folder.run(['inventory', 'import', 'inventory.csv'])
    expect(code).toBe(3)
    expect(stdout).toBe('2 added, 0 changed, 0 unchanged\nkept as notes: Team\n')
    expect(stderr).toMatch(/^inventory\.csv line 4: Miro has the status “Maybe”, which is none of approved, .+\n$/)
  })

  test('imported again changes nothing', async () => {
    const { stdout } = await folder.run(['inventory', 'import', 'inventory.csv', '--json'])
    expect(jsonRows(stdout)).toMatchObject([{ added: 0, changed: 0, unchanged: 2, problems: [{ line: 4 }] }])
  })

  test('of which no row can be read changes nothing stored', async () => {
    const before = await folder.stored()
    await folder.file('bad.csv', 'tool,status\nSlack,perhaps\n')
    const { code, stdout, stderr } = await folder.run(['inventory', 'import', 'bad.csv'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/no row could be read, so nothing was changed\n {2}bad\.csv line 2: Slack has the status/)
    expect(await folder.stored()).toBe(before)
  })

  test('lists lines of the published shape', async () => {
    const rows = jsonRows((await folder.run(['inventory', 'list', '--json'])).stdout)
    expect(rows.map(await schemaOf('inventory'))).toEqual([null, null])
    expect(rows).toMatchObject([
      { id: 'docusign', status: 'approved', owner: 'ida@acme.example', renewal: '2026-12-01' },
      { id: 'slack', status: 'restricted' },
    ])
  })

  test('goes out as a CSV that comes back as the same inventory, formulas made safe', async () => {
    const { code, stdout } = await folder.run(['inventory', 'export'])
    expect(code).toBe(0)
    expect(stdout).not.toMatch(/(^|,|")=1\+1/m)
    await folder.file('export.csv', stdout)
    const again = jsonRows((await folder.run(['inventory', 'import', 'export.csv', '--json'])).stdout)
    expect(again).toMatchObject([{ added: 0, changed: 0, unchanged: 2, problems: [] }])
    await folder.run(['inventory', 'export', '--output', 'written.csv'])
    expect(await folder.read('written.csv')).toBe(stdout)
  })
})

describe('what was found', () => {
  test.for<[string, number]>([
    ['apps', 3],
    ['findings', 1],
    ['shortlist', 1],
  ])('%s --json prints lines of the published shape', async ([command, least]) => {
    const { code, stdout, stderr } = await folder.run([command, '--json'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const rows = jsonRows(stdout)
    expect(rows.length).toBeGreaterThanOrEqual(least)
    expect(rows.map(await schemaOf(command)).filter(Boolean)).toEqual([])
    expect((await folder.run([command, '--format', 'json'])).stdout).toBe(stdout)
  })

  test('apps carry the standing of the inventory and the spend to the cent', async () => {
    const rows = jsonRows((await folder.run(['apps', '--json'])).stdout)
    expect(rows).toMatchObject([
      { app: 'docusign', standing: 'approved', inventoryEntry: 'docusign' },
      { standing: 'unlisted' },
      { app: 'slack', standing: 'restricted' },
    ])
    expect(rows[0]).toMatchObject({ sources: { statement: { charges: 3, spendMinor: { EUR: 13_500 } } } })
  })

  test('the shortlist’s saving follows from its arithmetic, and its CSV has a row an app', async () => {
    const [group] = jsonRows((await folder.run(['shortlist', '--json'])).stdout)
    expect(group).toMatchObject({ keep: ['docusign'], currency: 'EUR' })
    expect(JSON.stringify(group?.['arithmetic'])).toContain('360.00 EUR')
    expect(group).toMatchObject({ savingMinor: { high: 36_000 } })
    const csv = (await folder.run(['shortlist', '--format', 'csv'])).stdout.split(/\r?\n/)
    expect(csv[0]).toBe(
      'group,capability,app,name,action,users,shared_users,annual_spend,currency,saving_low,saving_high,renewal,notice_by,standing,owner,confidence,reason,case_for_keeping,gaps',
    )
    expect(csv.filter((line) => line !== '')).toHaveLength(3)
  })

  test('a table on a pipe has no colour and no width to be cut to, also with NO_COLOR', async () => {
    for (const env of [{}, { NO_COLOR: '1' }]) {
      const { stdout } = await folder.run(['apps'], { env })
      expect(stdout).not.toContain('\u001B')
      expect(stdout.split('\n')[0]).toMatch(/^app +name +standing +users/)
      expect(stdout).toMatch(/^slack +Slack +restricted/m)
    }
  })

  test('--output names the format by its ending, and stdout stays empty', async () => {
    const written = await folder.run(['apps', '--output', 'apps.xlsx'])
    expect(written).toEqual({ code: 0, stdout: '', stderr: '3 written to apps.xlsx\n' })
    expect((await readFile(join(folder.path, 'apps.xlsx'))).subarray(0, 2).toString()).toBe('PK')
    await folder.run(['findings', '--output', 'f.json'])
    expect(jsonRows(await folder.read('f.json')).length).toBeGreaterThan(0)
    await folder.run(['apps', '--format', 'csv', '--output', 'apps.txt'])
    expect((await folder.read('apps.txt')).split(',')[0]).toBe('app')
  })

  test('reading changes not one byte', async () => {
    const before = await folder.stored()
    for (const command of ['apps', 'shortlist']) await folder.run([command])
    await folder.run(['check', 'slack'])
    expect(await folder.stored()).toBe(before)
    expect(existsSync(join(folder.data, 'sample'))).toBe(false)
  })
})

describe('check', () => {
  test.for<[string, readonly string[], object]>([
    [
      'a misspelling',
      ['docusgn'],
      { understoodAs: 'name', answer: 'use-it', app: 'docusign', owner: 'ida@acme.example' },
    ],
    ['a URL', ['https://app.slack.com/client/T01'], { understoodAs: 'domain', answer: 'use-it', app: 'slack' }],
    ['a pasted charge', ['SLACK', 'T012AB3CD', 'DUBLIN', 'IE'], { understoodAs: 'descriptor', app: 'slack' }],
    ['a need', ['e-signature'], { understoodAs: 'need', answer: 'use-it', app: 'docusign' }],
    ['what nobody knows', ['zzyzx frobnicator'], { answer: 'not-known', app: null, name: null }],
  ])('understands %s', async ([, words, expected]) => {
    const { code, stdout } = await folder.run(['check', '--json', ...words])
    expect(code).toBe(0)
    const [answer] = jsonRows(stdout)
    expect((await schemaOf('check'))(answer)).toBeNull()
    expect(answer).toMatchObject({ query: words.join(' '), ...expected })
  })

  test('answers a person in plain words, without control characters of the question', async () => {
    const { stdout } = await folder.run(['check', 'docusgn'])
    expect(stdout).toMatch(/^Docusign: Yes, use it\n[^]* {2}owner: ida@acme\.example\n/i)
    expect((await folder.run(['check', 'a\u001B[31mred'])).stdout).not.toContain('\u001B')
  })
})

test('the names of all shapes are listed, and each is a JSON Schema of draft 2020-12', async () => {
  const names = (await folder.run(['schema'])).stdout.trim().split('\n')
  expect(names).toEqual(
    expect.arrayContaining(['apps', 'check', 'findings', 'identify', 'import', 'inventory', 'scan', 'shortlist']),
  )
  const { stdout } = await folder.run(['schema', 'apps'])
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
})
