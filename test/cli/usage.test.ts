import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCliFolder, ROOT } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'

let folder: CliFolder
beforeAll(async () => {
  folder = await openCliFolder()
  await folder.file('notes.txt', 'This is a letter.\nIt has no columns at all.\n')
})
afterAll(() => folder[Symbol.asyncDispose]())

describe('what a person gets wrong is one sentence on stderr, exit 2, and nothing is stored', () => {
  test.for<[string, readonly string[], RegExp, Record<string, string>?]>([
    ['an unknown flag', ['scan', '--bogus'], /unknown option '--bogus'[^]*daylight COMMAND --help/],
    ['an unknown command, with the nearest', ['scann'], /unknown command 'scann'\n\(Did you mean scan\?\)/],
    ['no command', [], /^Usage: daylight/],
    ['half a command', ['inventory'], /^Usage: daylight inventory/],
    ['a missing argument', ['import'], /missing required argument 'file'/],
    ['a value that is none of the choices', ['apps', '--format', 'pdf'], /Allowed choices are table, json, csv, xlsx/],
    ['an empty account', ['import', 'x.csv', '--account', ' '], /'--account <name>'.*must not be empty/],
    ['an unknown setting', ['apps'], /DAYLIGHT_PROT is not .* did you mean DAYLIGHT_PORT\?/, { DAYLIGHT_PROT: '1' }],
    [
      'a source that is half set up',
      ['apps'],
      /google is only half set up: GOOGLE_SERVICE_ACCOUNT_FILE missing \(connectors\/google\/README\.md\)/,
      { GOOGLE_ADMIN_SUBJECT: 'admin@acme.example' },
    ],
    ['no source to scan', ['scan'], /scan: no source is configured\. Set GOOGLE_SERVICE_ACCOUNT_FILE.*daylight import/],
    [
      'a source file that is not there',
      ['scan'],
      /GOOGLE_SERVICE_ACCOUNT_FILE: \/nowhere\/key\.json cannot be read/,
      { GOOGLE_ADMIN_SUBJECT: 'admin@acme.example', GOOGLE_SERVICE_ACCOUNT_FILE: '/nowhere/key.json' },
    ],
    ['a file that is not there', ['import', 'nowhere.csv'], /^daylight: nowhere\.csv: there is no such file\n$/],
    ['a folder for a file', ['import', '.'], /^daylight: \. is no file\n$/],
    ['an access log, which this version cannot read', ['import', 'notes.txt', '--as', 'access-log'], /access logs/],
    [
      'a mapping that is no JSON',
      ['import', 'notes.txt', '--mapping', 'notes.txt'],
      /--mapping notes\.txt is not JSON/,
    ],
    ['an inventory that is no table', ['inventory', 'import', 'notes.txt'], /notes\.txt is no inventory: /],
    [
      'a shape that is none',
      ['schema', 'nothing'],
      /there is no nothing; there are apps, backtest, check, [a-z, -]*findings/,
    ],
    ['an empty question', ['check', ' '], /say what to check: a name, a URL, a charge, or a need/],
    ['a place that cannot be written', ['apps', '--output', '/nowhere/a.csv'], /--output \/nowhere\/a\.csv cannot be/],
  ])('%s', async ([, args, expected, env = {}]) => {
    const { code, stdout, stderr } = await folder.run(args, { env })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(expected)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(folder.data)).toBe(false)
  })
})

test('the help of every command and flag is on stdout, also with settings that do not work', async () => {
  const { code, stdout, stderr } = await folder.run(['--help'], { env: { DAYLIGHT_PORT: 'x' } })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const commands = 'serve scan import inventory identify check apps findings shortlist doctor schema'.split(' ')
  expect(commands.filter((name) => !new RegExp(`^  ${name} `, 'm').test(stdout))).toEqual([])
  const scan = await folder.run(['scan', '--help'], { env: { DAYLIGHT_PORT: 'x' } })
  expect(scan.stdout).toMatch(/--source <name>[^]*--dry-run[^]*--diff[^]*--json/)
})

test.for([['apps'], ['findings'], ['shortlist'], ['inventory', 'list']])(
  '%s of an empty folder says how to begin, is an empty list for programs, and makes no folder',
  async (command) => {
    const { code, stdout, stderr } = await folder.run([...command, '--json'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toBe('Nothing has been read yet: run daylight scan, or daylight import FILE\n')
    expect(existsSync(folder.data)).toBe(false)
  },
)

test('a policy file that does not work is told with its path', async () => {
  await using other = await openCliFolder()
  const policy = await other.file('policy.json', '{"needsYouLimit": -1}')
  const { code, stderr } = await other.run(['check', 'slack'], { env: { DAYLIGHT_DATA: other.path } })
  expect(code).toBe(2)
  expect(stderr).toContain(`${policy}: needsYouLimit: must not be negative`)
})

test('the launcher of npx runs on the machine’s own node and hands over exit code, output and input', async () => {
  const launcher = join(ROOT, 'src/launch.js')
  const shown = await folder.run(['identify'], { program: ['node', launcher], input: 'SLACK T012AB3CD\n' })
  expect(shown).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(shown.stdout)).toMatchObject({ input: 'SLACK T012AB3CD', verdict: 'match', app: 'slack' })
  expect(await folder.run(['nothing'], { program: ['node', launcher] })).toMatchObject({ code: 2, stdout: '' })
})

test('doctor without a source says so', async () => {
  expect(await folder.run(['doctor', '--json'])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'doctor: no source is configured; connectors/*/README.md says what to set\n',
  })
})
