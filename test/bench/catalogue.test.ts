import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCliFolder, ROOT } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'

const PROGRAM = [process.execPath, join(ROOT, 'test/bench/catalogue.ts')] as const

let folder: CliFolder
beforeAll(async () => {
  folder = await openCliFolder()
  await mkdir(join(folder.data, 'catalogue'), { recursive: true })
})
afterAll(() => folder[Symbol.asyncDispose]())

test('the shipped catalogue has no clash, and is counted', async () => {
  const { code, stdout } = await folder.run(['check'], { program: PROGRAM })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^part +products +ai +families +no domain +no stem +facts +no source\nall +\d{4,} /)
  expect(stdout).toMatch(/\nmarketing +\d{3,} /)
  expect(stdout).toMatch(/\n\d+ vendors, \d+ capabilities, \d+ intermediaries\nclashes: 0\n$/)
})

test("a company's own clashes are named with file and line, and end with 1", async () => {
  await writeFile(join(folder.data, 'catalogue', 'a.json'), '[\n  {"extends": "slack", "aliases": ["Notion"]}\n]\n')
  const { code, stdout } = await folder.run(['check', '--data', folder.data], { program: PROGRAM })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^\S+a\.json, line 2, extension of "slack": name "notion" is claimed by 2 entries/)
  expect(stdout).toMatch(/clashes: 1\n$/)
})

test.for([
  [[], /^usage: /],
  [['chek'], /^usage: /],
  [['check', 'more'], /^usage: /],
  [['check', '--bogus'], /Unknown option '--bogus'[^]*\nusage: /],
  [['check', '--data', '/nowhere'], /^\/nowhere: there is no folder catalogue in it\n$/],
] as const)('%j is wrong usage', async ([args, message]) => {
  const { code, stdout, stderr } = await folder.run(args, { program: PROGRAM })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
})
