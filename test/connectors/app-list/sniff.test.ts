import { expect, test } from 'vitest'
import { readAppList, sniffAppList } from '#connectors/app-list/index.ts'
import { inputFile } from '#test/support/input-file.ts'

test('what was recognised is said by field, and so is what was not', async () => {
  const file = inputFile(
    'Apps of acme.example\n\nApp Name;Status;Colour;App ID\nSlack;ACTIVE;red;0oa1b2c3d4E5F6g7h8i9\n',
  )
  expect(await sniffAppList(file)).toEqual({
    refused: null,
    columns: { name: 'App Name', status: 'Status', appId: 'App ID' },
    unrecognised: ['Colour'],
    provider: 'okta',
    likelihood: 0.95,
    format: {
      encoding: 'utf-8',
      delimiter: ';',
      headerLine: 3,
      columns: { name: 'App Name', status: 'Status', appId: 'App ID' },
      provider: 'okta',
    },
  })
})

test.for([
  [
    'a statement',
    'Date,Description,Amount\n2026-01-02,SLACK,8.75\n',
    'the columns are “Date”, “Description”, “Amount”; an app list needs a column with the name of the app ("Application", "App name", "displayName") or its id',
  ],
  [
    'a list of people',
    'Name,Email\nAna,ana@acme.example\n',
    'the columns are “Name”, “Email”; an app list needs a column with the name of the app ("Application", "App name", "displayName") or its id',
  ],
  [
    'a statement whose rows have a category that reads like a header',
    'Date,Description,Category,Amount\n2026-01-02,SLACK,Software,8.75\n',
    'the columns are “Date”, “Description”, “Category”, “Amount”; an app list needs a column with the name of the app ("Application", "App name", "displayName") or its id',
  ],
  ['an empty file', '', 'the file is empty'],
] as const)('%s is refused in one sentence', async ([, content, refused]) => {
  const file = inputFile(content)
  const sniffed = await sniffAppList(file)
  expect(sniffed).toEqual({ refused, columns: {}, unrecognised: [], provider: null, likelihood: 0, format: null })
  await expect(Array.fromAsync(readAppList(file, sniffed))).rejects.toThrow('was refused')
})
