import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonRows, openCliFolder } from '#test/support/cli.ts'
import type { CliFolder } from '#test/support/cli.ts'
import { publishedSchema } from '#test/support/published-schema.ts'

const TOOLS = [
  {
    id: 'acme-weldplan',
    name: 'Acme Weldplan',
    vendor: 'Acme Werft',
    category: 'e-signature',
    domains: ['weldplan.example'],
    stems: ['WELDPLAN SVC'],
    capabilities: ['e-signature'],
  },
  { extends: 'slack', aliases: ['Acme Chat Hub'], stems: ['ACME RESALE SLACK'] },
]

async function put(folder: CliFolder, name: string, content: string): Promise<void> {
  await mkdir(join(folder.data, 'catalogue'), { recursive: true })
  await writeFile(join(folder.data, 'catalogue', name), content)
}

test("the company's own product goes through every door", async () => {
  await using folder = await openCliFolder()
  await put(folder, 'tools.json', JSON.stringify(TOOLS))
  await put(folder, 'descriptors.csv', 'text,product\nZAPFENBERG GMBH,Acme Weldplan\n')

  const input = 'Acme Weldplan\nACME RESALE SLACK 0815 KIEL\nZAPFENBERG GMBH 77\n'
  const identified = jsonRows((await folder.run(['identify'], { input })).stdout)
  expect(identified.map(({ verdict, app }) => [verdict, app])).toEqual([
    ['match', 'acme-weldplan'],
    ['match', 'slack'],
    ['match', 'acme-weldplan'],
  ])

  await folder.file(
    'card.csv',
    'Date,Description,Debit,Credit,Currency\n2026-01-04,WELDPLAN SVC 8871,100.00,,EUR\n2026-02-04,ZAPFENBERG GMBH 77,50.00,,EUR\n',
  )
  expect((await folder.run(['import', 'card.csv'])).code).toBe(0)
  const apps = jsonRows((await folder.run(['apps', '--json'])).stdout)
  expect(apps).toMatchObject([
    {
      app: 'acme-weldplan',
      name: 'Acme Weldplan',
      vendor: 'Acme Werft',
      sources: { statement: { charges: 2, spendMinor: { EUR: 15_000 } } },
    },
  ])

  await folder.file('tools.csv', 'tool,status\nAcme Weldplan,approved\n')
  expect((await folder.run(['inventory', 'import', 'tools.csv'])).code).toBe(0)
  const checked = jsonRows((await folder.run(['check', 'e-signature', '--json'])).stdout)
  expect(checked).toMatchObject([{ understoodAs: 'need', answer: 'use-it', app: 'acme-weldplan' }])
})

test('what was stored before follows a change of the catalogue when it is applied', async () => {
  await using folder = await openCliFolder()
  expect(await folder.run(['rules', 'apply'])).toMatchObject({ code: 0, stdout: '' })
  expect(await folder.stored()).toBe('none')
  await folder.file('card.csv', 'Date,Description,Debit,Credit,Currency\n2026-01-04,WELDPLAN SVC 8871,100.00,,EUR\n')
  await folder.run(['import', 'card.csv'])
  await put(folder, 'tools.json', JSON.stringify(TOOLS))
  expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toEqual([])

  const { code, stdout } = await folder.run(['rules', 'apply', '--json'])
  expect(code).toBe(0)
  const problem = await publishedSchema('detection')
  expect(jsonRows(stdout).map(problem)).toEqual([null])
  expect(jsonRows(stdout)).toMatchObject([{ apps: 1, findings: { resolved: 0 } }])
  expect(jsonRows((await folder.run(['apps', '--json'])).stdout)).toMatchObject([{ app: 'acme-weldplan' }])
})

test('doctor says how much of the catalogue is the company’s own', async () => {
  await using folder = await openCliFolder()
  await put(folder, 'tools.json', JSON.stringify(TOOLS))
  const { stdout } = await folder.run(['doctor'])
  expect(stdout).toContain(
    '✓ catalogue: own entries (have): 1 product, 1 extended and 0 replaced, 1 alias, 2 stems, 1 domain, 0 identifiers, 0 descriptors from ',
  )
  const rows = jsonRows((await folder.run(['doctor', '--json'])).stdout)
  expect(rows).toMatchObject([{ source: 'catalogue', name: 'own entries', state: 'have' }])
})

test.for([
  [['identify']],
  [['check', 'slack']],
  [['apps']],
  [['findings']],
  [['shortlist']],
  [['inventory', 'list']],
  [['doctor']],
  [['scan']],
  [['serve']],
  [['rules', 'apply']],
  [['import', 'card.csv']],
] as const)('with an error in the catalogue, %j starts not and tells all of it', async ([args]) => {
  await using folder = await openCliFolder()
  await folder.file('card.csv', 'Date,Description,Debit,Credit,Currency\n2026-01-04,WELDPLAN,100.00,,EUR\n')
  await put(folder, 'a.json', '[{"extends": "slak", "aliases": ["x"]}]')
  await put(folder, 'b.json', '')
  const before = await folder.stored()
  const { code, stdout, stderr } = await folder.run(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/a\.json, line 1, extension of "slak": there is no product "slak"; did you mean "slack"\?/)
  expect(stderr).toMatch(/b\.json: is empty/)
  expect(await folder.stored()).toBe(before)
})
