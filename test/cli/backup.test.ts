import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CliFolder, Ran } from '#test/support/cli.ts'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import { openWriter } from '#src/store/open.ts'

const CARD = 'Date,Description,Amount,Currency\n2026-01-15,MIRO.COM,-4.00,EUR\n2026-02-15,MIRO.COM,-4.00,EUR\n'
const TOOLS = 'tool,status,owner\nSlack,approved,lea@acme.example\n'

test('backup, wipe, restore: the same apps, findings and inventory', { timeout: 120_000 }, async () => {
  await using folder = await openCliFolder()
  await folder.file('card.csv', CARD)
  await folder.file('tools.csv', TOOLS)
  expect((await folder.run(['inventory', 'import', 'tools.csv'])).code).toBe(0)
  expect((await folder.run(['import', 'card.csv'])).code).toBe(0)
  const created = await folder.run(['backup', 'create', 'copy.tar', '--json'])
  expect(created).toMatchObject({ code: 0, stderr: '' })
  expect(jsonRows(created.stdout)).toMatchObject([{ documents: { inventory: 1, imports: 1, company: 1 } }])
  const before = await allLists(folder)
  await rm(folder.data, { recursive: true })
  expect(await folder.run(['backup', 'verify', 'copy.tar'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^copy\.tar is whole: 1 inventory.*records in \d+ segments; 0\.\d MB of 20/),
  })
  expect(await folder.run(['backup', 'restore', 'copy.tar'])).toMatchObject({ code: 0, stderr: '' })
  expect(await allLists(folder)).toEqual(before)
})

async function allLists(folder: CliFolder): Promise<readonly Ran[]> {
  const ran: Ran[] = []
  for (const args of [
    ['inventory', 'export'],
    ['apps', '--format', 'json'],
    ['findings', '--format', 'json'],
  ]) {
    ran.push(await folder.run(args))
  }
  return ran
}

test('restore says no with exit 2 where there are data, and with 75 while a process writes', async () => {
  await using folder = await openCliFolder()
  await folder.file('tools.csv', TOOLS)
  await folder.run(['inventory', 'import', 'tools.csv'])
  await folder.run(['backup', 'create', 'copy.tar'])
  const before = await folder.stored()
  const refused = await folder.run(['backup', 'restore', 'copy.tar'])
  expect(refused).toMatchObject({ code: 2, stdout: '' })
  expect(refused.stderr).toMatch(/^daylight: .*holds data already .*--force\n$/)
  expect(await folder.stored()).toBe(before)
  {
    await using _ = await openWriter(folder.data)
    expect(await folder.run(['backup', 'restore', 'copy.tar', '--force'])).toMatchObject({ code: 75, stdout: '' })
  }
  const forced = await folder.run(['backup', 'restore', 'copy.tar', '--force'])
  expect(forced).toMatchObject({ code: 0, stderr: expect.stringMatching(/the earlier data are in .*before-restore-/) })
})

test('salvage exits 3 where something is lost, and says what and where', async () => {
  await using folder = await openCliFolder()
  await folder.file('tools.csv', TOOLS)
  await folder.run(['inventory', 'import', 'tools.csv'])
  const text = await folder.read('data/daylight.json')
  await folder.file('data/daylight.json', text.slice(0, text.indexOf('"owner"')))
  const damaged = await folder.run(['inventory', 'list'])
  expect(damaged).toMatchObject({ code: 1, stderr: expect.stringContaining('daylight backup salvage') })
  const saved = await folder.run(['backup', 'salvage', '--to', 'saved'])
  expect(saved.code).toBe(3)
  expect(saved.stderr).toMatch(/^lost: .*daylight\.json, at byte \d+: the document \S+ in inventory cannot be read\n/)
  expect(saved.stdout).toContain(join(folder.path, 'saved'))
  expect((await folder.run(['inventory', 'list'], { env: { DAYLIGHT_DATA: 'saved' } })).code).toBe(0)
})

test.for([
  ['backup', 'verify', 'none.tar'],
  ['backup', 'restore', 'none.tar'],
  ['backup', 'create'],
  ['backup', 'salvage'],
])('%j with nothing to work on exits 2 and makes nothing', async (args) => {
  await using folder = await openCliFolder()
  const { code, stderr } = await folder.run([...args])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^daylight: .*(?:no backup file|no data yet|nothing to salvage)/)
})
