import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { IDENTIFIER_KINDS } from '#core/identifier.ts'
import { STATUSES } from '#core/inventory.ts'
import { readInventoryFile } from '#src/inventory-file/read.ts'
import { entryId } from '#src/inventory-file/entry.ts'
import type { InventoryDraft } from '#src/inventory-file/entry.ts'
import { inventoryCsv } from '#src/inventory-file/write.ts'
import { inputFile } from '#test/support/input-file.ts'

const SLACK: InventoryDraft = {
  id: 'slack',
  tool: 'Slack',
  status: 'trial',
  domain: 'slack.com',
  vendor: 'Salesforce',
  owner: 'ana@acme.example',
  capabilities: ['team chat', 'calls'],
  renewal: '2026-11-02',
  noticeDays: 60,
  monthlyCost: { minor: 125050, currency: 'EUR' },
  seats: 120,
  identifiers: [{ kind: 'okta-app', value: '0oa1b2c3d4E5F6g7h8i9' }],
  conditions: ['no customer data; ever', 'EU only'],
  until: '2026-12-31',
  notes: '=HYPERLINK("https://evil.example")',
}

test('an entry becomes a row that a spreadsheet shows and does not evaluate', () => {
  expect(inventoryCsv([SLACK])).toBe(
    'tool,status,domain,vendor,owner,capabilities,renewal,notice_days,monthly_cost,currency,seats,identifiers,conditions,notes\n' +
      'Slack,trial,slack.com,Salesforce,ana@acme.example,team chat; calls,2026-11-02,60,1250.50,EUR,120,okta-app:0oa1b2c3d4E5F6g7h8i9,' +
      'until 2026-12-31; no customer data\\; ever; EU only,"\'=HYPERLINK(""https://evil.example"")"\n',
  )
})

test('rows are sorted by tool, whatever order they come in', () => {
  const miro = { ...SLACK, id: 'miro', tool: 'Miro' }
  expect(inventoryCsv([SLACK, miro])).toBe(inventoryCsv([miro, SLACK]))
})

test('an entry comes back as it was', async () => {
  const { entries, problems } = await readInventoryFile(inputFile(inventoryCsv([SLACK])), { currency: null })
  expect(entries).toEqual([SLACK])
  expect(problems).toEqual([])
})

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      ' ',
      '\t',
      '\r',
      '\n',
      '\0',
      ';',
      ',',
      '\\',
      '"',
      'a',
      '1',
      '＝',
      'é',
      '\uFEFF',
      '\uD800',
    ),
  }),
  fc.constantFrom('n/a', '-', 'none', 'until 2026-12-31', '=1+1', '+49 30 1234', "'=1", 'TBD'),
)
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const entry: fc.Arbitrary<InventoryDraft> = fc.record({
  id: fc.constant(''),
  tool: text.map((name) => `${name} T1`),
  status: fc.constantFrom(...STATUSES),
  domain: fc.option(fc.oneof(fc.domain(), fc.webUrl(), text)),
  vendor: fc.option(text),
  owner: fc.option(text),
  capabilities: fc.array(text, { maxLength: 3 }),
  renewal: fc.option(day),
  noticeDays: fc.option(fc.nat()),
  monthlyCost: fc.option(
    fc.record({ minor: fc.maxSafeInteger(), currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'HUF', 'USD') }),
  ),
  seats: fc.option(fc.nat()),
  identifiers: fc.array(fc.record({ kind: fc.constantFrom(...IDENTIFIER_KINDS), value: text }), { maxLength: 3 }),
  conditions: fc.array(text, { maxLength: 3 }),
  until: fc.option(day),
  notes: text,
})
const inventory = fc.uniqueArray(entry, { maxLength: 4, selector: ({ tool }) => entryId(tool) })

test('export, import and export again give the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(inventory, async (entries) => {
      const first = Buffer.from(inventoryCsv(entries))
      const read = await readInventoryFile(inputFile(first), { currency: null })
      expect(read.problems).toEqual([])
      expect(read.entries).toHaveLength(entries.length)
      expect(Buffer.from(inventoryCsv(read.entries)).toString()).toBe(first.toString())
    }),
    { numRuns: 1000 },
  )
})
