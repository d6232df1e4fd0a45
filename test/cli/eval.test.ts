import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { schemaCheck } from '#test/support/json-schema.ts'

let folder: CliFolder
let problem: (value: unknown) => string | null
beforeAll(async () => {
  folder = await openCliFolder()
  problem = schemaCheck(JSON.parse((await folder.run(['schema', 'eval'])).stdout))
})
afterAll(() => folder[Symbol.asyncDispose]())

const CASES = [
  'text,label,kind,mcc',
  'SLACK T012AB3CD DUBLIN IE,Slack,descriptor,',
  'ZOOM.US 888-799-9666,zoom,descriptor,4814',
  'BACKEREI KRUME BERLIN,NONE,descriptor,5462',
  'QUILLBROOK SOFTWARE LICENCE,Quillbrook,descriptor,5734',
  'Slack,NONE,oauth,',
  'Zoom,zoom,sso,',
  '',
].join('\n')

test('cases of a file become one object that fits the published schema', async () => {
  await folder.file('cases.csv', CASES)
  const { code, stdout, stderr } = await folder.run(['eval', '--cases', 'cases.csv', '--json'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [report, ...others] = jsonRows(stdout)
  expect(others).toEqual([])
  expect(problem(report)).toBeNull()
  expect(report).toMatchObject({
    on: 'cases',
    all: { cases: 6, software: 4, notInCatalogue: 1, notSoftware: 2, precision: { count: 3, of: 4, value: 0.75 } },
    kinds: [{ kind: 'descriptor' }, { kind: 'oauth' }, { kind: 'sso' }],
    wrongMatches: [{ text: 'Slack', label: 'NONE', app: 'slack' }],
    rejected: [],
    spend: null,
  })
})

test('four simple ways to match stand beside it, on the same cases', async () => {
  await folder.file('cases.csv', CASES)
  const [report] = jsonRows((await folder.run(['eval', '--cases', 'cases.csv', '--json'])).stdout)
  expect(report).toMatchObject({
    baselines: [
      { name: 'substring', all: { cases: 6, precision: { count: 3, of: 4 } }, kinds: [{}, {}, {}] },
      { name: 'similarity >= 0.80', all: { cases: 6, precision: { count: 2, of: 3 } }, kinds: [{}, {}, {}] },
      { name: 'first word', all: { cases: 6, precision: { count: 2, of: 3 } }, kinds: [{}, {}, {}] },
      { name: 'exact + alias', all: { cases: 6, precision: { count: 2, of: 3 } }, kinds: [{}, {}, {}] },
    ],
  })
  const { stdout } = await folder.run(['eval', '--cases', 'cases.csv'])
  expect(stdout).toMatch(
    /\n\nfigure +daylight +substring +similarity >= 0\.80 +first word +exact \+ alias\ncases +6 +6 +6 +6 +6\n/,
  )
})

test('people read a table with intervals, and the wrong matches', async () => {
  await folder.file('cases.csv', CASES)
  const { code, stdout } = await folder.run(['eval', '--cases', 'cases.csv'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^figure +all +descriptor +oauth +sso\n/)
  expect(stdout).toMatch(/\nprecision of matches +75\.0 % \(30\.1–95\.4\) +100\.0 % /)
  expect(stdout).toContain('Wrong matches: 1\n  Slack (oauth) is NONE, taken for slack\n')
})

test('rows that cannot be read are named, the others counted, and the exit code says so', async () => {
  await folder.file('partial.csv', 'text,label,kind\nSlack,slack,oauth\nx,NONE,letter\n')
  const { code, stderr } = await folder.run(['eval', '--cases', 'partial.csv'])
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: 'partial.csv, line 3 was left out: the kind "letter" is none of descriptor, oauth, sso, any\n',
  })
})

test.for([
  [['--cases', 'absent.csv'], /absent\.csv/],
  [['--cases', 'other.csv'], /other\.csv holds no labelled cases: the first line must name the columns/],
  [['--cases', 'other.csv', '--mine'], /--mine/],
] as const)('eval %j is wrong usage, said in a sentence', async ([args, message]) => {
  await folder.file('other.csv', 'a,b\n1,2\n')
  const { code, stdout, stderr } = await folder.run(['eval', ...args])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
})

test('without a file the cases that come with Daylight are taken, from any folder', async () => {
  const { code, stdout } = await folder.run(['eval', '--json'])
  expect(code).toBe(0)
  const [report] = jsonRows(stdout)
  expect(problem(report)).toBeNull()
  expect(report).toMatchObject({ on: 'cases', kinds: [{}, {}, {}, {}] })
})

test('--mine says how much of the software spend is resolved, and leaves other spend aside', async () => {
  await using company = await openCliFolder()
  const empty = await company.run(['eval', '--mine', '--json'])
  const [nothing] = jsonRows(empty.stdout)
  expect(empty).toMatchObject({
    code: 0,
    stderr: 'Nothing has been read yet: run daylight scan, or daylight import FILE\n',
  })
  expect(problem(nothing)).toBeNull()
  expect(nothing).toMatchObject({ on: 'judgements', all: { cases: 0 }, spend: [] })
  expect((await company.run(['eval', '--mine'])).stdout).toBe(
    [
      'No judgement says yet what something is: there is nothing to measure the matching on.',
      '',
      'Refused by people and taken again: 0 of 0',
      'Software spend:',
      '  no charges were imported',
      '',
    ].join('\n'),
  )
  await company.file(
    'card.csv',
    [
      'Date,Description,Debit,Credit,Currency',
      '2026-01-04,SLACK T012AB3CD DUBLIN IE,8.75,,EUR',
      '2026-01-09,MIRO.COM,96.00,,EUR',
      '2026-01-19,QUILLBROOK SOFTWARE LICENCE,40.00,,EUR',
      '2026-01-20,BACKEREI KRUME BERLIN,12.40,,EUR',
      '',
    ].join('\n'),
  )
  expect((await company.run(['import', 'card.csv'])).code).toBe(0)
  const [report] = jsonRows((await company.run(['eval', '--mine', '--json'])).stdout)
  expect(problem(report)).toBeNull()
  expect(report).toMatchObject({
    on: 'judgements',
    all: { cases: 0, precision: { value: null } },
    refusedAgain: { of: 0 },
    spend: [{ currency: 'EUR', resolvedMinor: 10_475, unresolvedMinor: 4_000, share: 10_475 / 14_475 }],
  })
  const { stdout } = await company.run(['eval', '--mine'])
  expect(stdout).toMatch(/104\.75.*144\.75.*\(72\.4 %\) is attributed to an app/)
})
