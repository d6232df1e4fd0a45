import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

const STATEMENT = [
  'Date,Description,Amount,Currency',
  '2026-01-05,ACME*QUILLHUB 1001,-20.00,EUR',
  '2026-02-05,ACME*QUILLHUB 1002,-20.00,EUR',
  '2026-03-05,SLACK T012AB3CD,-80.00,EUR',
  '',
].join('\n')

async function company(): Promise<CliFolder> {
  const folder = await openCliFolder()
  await folder.run(['import', await folder.file('march.csv', STATEMENT), '--as', 'statement'])
  return folder
}

async function appIds(folder: CliFolder): Promise<readonly unknown[]> {
  return jsonRows((await folder.run(['apps', '--json'])).stdout).map(({ app }) => app)
}

describe('deciding in a terminal', () => {
  test('a decision is learned at once, holds for later charges, and can be taken back', async () => {
    await using folder = await company()
    const before = (await folder.run(['apps', '--json'])).stdout
    const decided = await folder.run([
      'judgements',
      'confirm',
      'descriptor:ACME*QUILLHUB 1001',
      'Asana',
      '--reason',
      'receipt',
    ])
    expect(decided.stdout).toMatch(/^decided: descriptor "ACME\*QUILLHUB 1001" is Asana \(j-[0-9a-f]{16}\)\n$/)
    expect(await appIds(folder)).toEqual(['asana', 'slack'])
    const [line] = jsonRows((await folder.run(['identify'], { input: 'ACME*QUILLHUB 7777\n' })).stdout)
    expect(line).toMatchObject({ app: 'asana', attribution: 'judgement', confidence: 1 })
    expect(JSON.stringify(line?.['reasons'])).toContain('IT decided on')
    const again = await folder.run([
      'judgements',
      'confirm',
      'descriptor:acme*quillhub  1001',
      'asana',
      '--reason',
      'receipt',
    ])
    expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/^decided already/) })
    const [judged] = jsonRows((await folder.run(['judgements', 'list', '--json'])).stdout)
    expect((await folder.run(['judgements', 'undo', String(judged?.['id']).slice(0, 10)])).stdout).toMatch(/^undone: /)
    expect((await folder.run(['apps', '--json'])).stdout).toBe(before)
    const twice = await folder.run(['judgements', 'undo', String(judged?.['id'])])
    expect(twice).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('there is no judgement') })
  })

  test('merge, split, reject and "none" change what the company has', async () => {
    await using folder = await company()
    await folder.run(['judgements', 'split', 'Quill Hub', 'descriptor:ACME*QUILLHUB 1'])
    expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toMatchObject([
      { app: 'app-quill-hub', name: 'Quill Hub', attribution: 'judgement' },
      { app: 'slack' },
    ])
    await folder.run(['judgements', 'merge', 'slack', 'app-quill-hub'])
    expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toMatchObject([
      { app: 'app-quill-hub', name: 'Quill Hub', sources: { statement: { charges: 3, spendMinor: { EUR: 12_000 } } } },
    ])
    expect(jsonRows((await folder.run(['check', 'slack', '--json'])).stdout)).toMatchObject([{ app: 'app-quill-hub' }])
    const circle = await folder.run(['judgements', 'merge', 'Quill Hub', 'slack'])
    expect(circle).toMatchObject({ code: 2, stderr: expect.stringContaining('undo that first') })
    await folder.run(['judgements', 'reject', 'descriptor:SLACK T012AB3CD', 'app-quill-hub'])
    expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toMatchObject([
      { sources: { statement: { charges: 2 } } },
    ])
    await folder.run(['judgements', 'confirm', 'descriptor:ACME*QUILLHUB 1', 'none'])
    expect(await appIds(folder)).toEqual([])
  })

  test('a slip is refused in a sentence, and not even a data folder is made', async () => {
    await using folder = await openCliFolder()
    const slip = await folder.run(['judgements', 'confirm', 'descriptor:X', 'salck'])
    expect(slip).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('did you mean slack (Slack)') })
    const bare = await folder.run(['judgements', 'confirm', 'ACME*SKETCH', 'slack'])
    expect(bare).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('write it as kind:value') })
    expect(await folder.stored()).toBe('none')
  })
})

describe('files of judgements', () => {
  let folder: CliFolder
  beforeAll(async () => {
    folder = await company()
    for (const args of [
      ['confirm', 'descriptor:ACME*QUILLHUB 1001', 'asana', '--reason', '=1+1, "quoted"; and a comma'],
      ['confirm', 'name:Weekly report', 'none', '--by', 'Ana Álves'],
      ['reject', 'descriptor:-SLACKS MENSWEAR', 'slack'],
      ['merge', 'dropbox-sign', 'docusign'],
      ['split', 'Acme Notes', 'domain:acmenotes.example', 'name:Acme Notes'],
    ]) {
      await folder.run(['judgements', ...args])
    }
  }, 60_000)
  afterAll(() => folder[Symbol.asyncDispose]())

  test.for(['json', 'csv'] as const)('%s goes into an empty store and comes out the same', async (format) => {
    await using other = await openCliFolder()
    await folder.run(['judgements', 'export', '--output', `all.${format}`])
    const file = `${folder.path}/all.${format}`
    const first = await other.run(['judgements', 'import', file])
    expect(first).toEqual({ code: 0, stdout: '6 added, 0 changed, 0 unchanged\n', stderr: '' })
    const exported = await other.run(['judgements', 'export', '--format', format])
    expect(exported.stdout).toBe(await readFile(file, 'utf8'))
    const stored = await other.stored()
    expect((await other.run(['judgements', 'import', file])).stdout).toBe('0 added, 0 changed, 6 unchanged\n')
    expect(await other.stored()).toBe(stored)
  })

  test('every line fits the published schema', async () => {
    const check = await publishedSchema('judgements')
    const lines = jsonRows((await folder.run(['judgements', 'list', '--json'])).stdout)
    expect(lines).toHaveLength(6)
    expect(lines.map(check)).toEqual(lines.map(() => null))
  })

  test('what the file does not say is filled in, and the same file again changes nothing', async () => {
    await using other = await openCliFolder()
    const rows = [
      'Decision,Kind,Value,App,Into',
      'confirm,descriptor,GREEN TEAM 12,Slack,',
      'merge,,,HelloSign,docusign',
    ]
    const file = await other.file('mine.csv', rows.join('\n'))
    const dry = await other.run(['judgements', 'import', file, '--dry-run'])
    expect(dry.stdout).toBe('nothing was changed; it would be: 2 added, 0 changed, 0 unchanged\n')
    expect(await other.stored()).toBe('none')
    expect((await other.run(['judgements', 'import', file, '--by', 'Bo', '--json'])).stdout).toBe(
      `{"file":"${file}","added":2,"changed":0,"unchanged":0,"problems":[]}\n`,
    )
    expect((await other.run(['judgements', 'import', file])).stdout).toBe('0 added, 0 changed, 2 unchanged\n')
    const lines = jsonRows((await other.run(['judgements', 'export'])).stdout)
    expect(lines).toHaveLength(2)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ app: 'slack', by: 'Bo', reason: '' }),
        expect.objectContaining({ app: 'dropbox-sign', into: 'docusign', by: 'Bo' }),
      ]),
    )
  })

  test('every wrong entry is named with file and line, and nothing is stored', async () => {
    await using other = await openCliFolder()
    const file = await other.file(
      'wrong.csv',
      [
        'decision,kind,value,app,into,name,at,reason',
        'confirm,descriptor,ACME*SKETCH,sktech,,,,',
        'confirm,descriptor,,slack,,,,',
        'confrim,descriptor,X,slack,,,,',
        'merge,,,slack,,,,',
        'confirm,descriptor,FINE 12,slack,,,,',
        'confirm,nmae,X,slack,,,,',
        'reject,descriptor,X,slack,,,2036-01-01,',
        'confirm,descriptor,Y,,,,,',
        '',
      ].join('\n'),
    )
    const { code, stdout, stderr } = await other.run(['judgements', 'import', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    const told = stderr.split('\n').filter((line) => line.includes('wrong.csv'))
    expect(told.map((line) => /line (\d+)/.exec(line)?.[1])).toEqual(['2', '3', '4', '5', '7', '8', '9'])
    expect(stderr).toContain('did you mean sketch (Sketch)')
    expect(await other.stored()).toBe('none')
  })
})

test('eval --mine measures the matcher on what was decided', async () => {
  await using folder = await openCliFolder()
  const decided = [
    'decision,kind,value,app,into,name',
    'confirm,descriptor,SLACK T012AB3CD,slack,,',
    'confirm,descriptor,ACME*QUILLHUB 1,asana,,',
    'split,descriptor,ZZYZX TOOL 1,,,Own',
    'reject,descriptor,ZOOM.US 888-799-9666,zoom,,',
    'merge,,,dropbox-sign,docusign,',
    'confirm,name,HelloSign,docusign,,',
  ]
  await folder.run(['judgements', 'import', await folder.file('decided.csv', decided.join('\n'))])
  const { code, stdout } = await folder.run(['eval', '--mine', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    on: 'judgements',
    all: { cases: 4, recall: { count: 2, of: 4 } },
    refusedAgain: { count: 1, of: 1 },
  })
})
