import { expect, test } from 'vitest'
import { toEntry } from '#src/inventory-file/entry.ts'
import { readInventoryFile } from '#src/inventory-file/read.ts'
import { inputFile } from '#test/support/input-file.ts'

function read(content: string | Uint8Array, currency: string | null = null) {
  return readInventoryFile(inputFile(content, 'tools.csv'), { currency })
}

test('Daylight’s own file is read column by column', async () => {
  const file = await read(
    'tool,status,domain,vendor,owner,capabilities,renewal,notice_days,monthly_cost,currency,seats,identifiers,conditions,notes\n' +
      'Slack,trial,https://slack.com/intl,Salesforce,ana@acme.example,team chat; calls,2026-11-02,60,1250.50,EUR,120,' +
      'entra-app:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0; saml-entity:https://slack.com,until 2026-12-31; no customer data,"two\nlines"\n',
  )
  expect(file).toEqual({
    entries: [
      {
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
        identifiers: [
          { kind: 'entra-app', value: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
          { kind: 'saml-entity', value: 'https://slack.com' },
        ],
        conditions: ['no customer data'],
        until: '2026-12-31',
        notes: 'two\nlines',
      },
    ],
    understood: Object.fromEntries(
      'tool status domain vendor owner capabilities renewal notice_days monthly_cost currency seats identifiers conditions notes'
        .split(' ')
        .map((column) => [column, column]),
    ),
    keptAsNotes: [],
    problems: [],
    refused: null,
  })
  expect(file.entries.map(toEntry)[0]?.app).toBeNull()
})

test('other people’s headers are recognised, and what is none of ours is kept as notes', async () => {
  const bytes = Buffer.from(
    '\uFEFFTool inventory 2026;;;;;;;;\r\n\r\n' +
      'Application;Approval Status;Website;Business owner;Contract end;Annual cost (EUR);Licences;Risk tier;IT Owner\r\n' +
      'Müller CRM;Approved (restricted);www.crm.example.com;ana@acme.example;31.12.2026;1.200,00 €;1.200;High;bo@acme.example\r\n',
    'utf16le',
  )
  const file = await read(bytes)
  expect(file.entries).toEqual([
    expect.objectContaining({
      id: 'muller-crm',
      tool: 'Müller CRM',
      status: 'restricted',
      domain: 'example.com',
      owner: 'ana@acme.example',
      renewal: '2026-12-31',
      monthlyCost: { minor: 10000, currency: 'EUR' },
      seats: 1200,
      notes: 'Risk tier: High\nIT Owner: bo@acme.example',
    }),
  ])
  expect(file.understood).toEqual({
    Application: 'tool',
    'Approval Status': 'status',
    Website: 'domain',
    'Business owner': 'owner',
    'Contract end': 'renewal',
    'Annual cost (EUR)': 'monthly_cost (a twelfth of the annual amount) in EUR',
    Licences: 'seats',
  })
  expect(file.keptAsNotes).toEqual(['Risk tier', 'IT Owner'])
  expect(file.problems).toEqual([])
})

test('an annual amount that twelve months do not divide is rounded and kept as it was stated', async () => {
  const { entries } = await read('Tool,Status,Annual cost\nMiro,approved,100\nAsana,approved,120\n', 'USD')
  expect(entries.map(({ monthlyCost, notes }) => [monthlyCost?.minor, notes])).toEqual([
    [833, 'Annual cost: 100'],
    [1000, ''],
  ])
})

test('what is not understood is said with its line, and its text is not lost', async () => {
  const file = await read(
    'tool,status,renewal,monthly_cost,seats,identifiers,domain\n' +
      'Slack,approved,03/04/2026,12,lots,foo:bar,the web\n' +
      ',approved,,,,,\n' +
      'Zoom,maybe,,,,,\n' +
      'Miro,,,,,,\n' +
      'slack,rejected,,,,,\n' +
      '!!!,approved,,,,,\n' +
      'Notion, Labs,approved,,,,,x\n' +
      '"Asana,approved,,,,,\n' +
      'Figma,approved,,,,,\n',
  )
  expect(file.entries.map(({ id, notes }) => [id, notes])).toEqual([
    ['slack', 'domain: the web\nrenewal: 03/04/2026\nmonthly_cost: 12\nseats: lots\nidentifiers: foo:bar'],
    ['figma', ''],
  ])
  expect(file.problems).toEqual([
    { line: 2, reason: 'Slack: domain: “the web” is no domain' },
    { line: 2, reason: 'Slack: renewal: “03/04/2026” may be day/month or month/day; write it as 2026-11-30' },
    { line: 2, reason: 'Slack: monthly_cost: “12” has no currency; add a column "currency", or set DAYLIGHT_CURRENCY' },
    { line: 2, reason: 'Slack: seats: “lots” is no number of seats' },
    { line: 2, reason: 'Slack: identifiers: “foo:bar” is no identifier; write it as kind:value' },
    { line: 3, reason: 'has no tool' },
    {
      line: 4,
      reason:
        'Zoom has the status “maybe”, which is none of approved, restricted, trial, under-review, rejected or retired',
    },
    { line: 5, reason: 'Miro has no status' },
    { line: 6, reason: 'slack is in line 2 already; that one was read, this one was not' },
    { line: 7, reason: 'has the tool “!!!”, which has no letter or digit' },
    { line: 8, reason: 'has 8 cells where the header has 7; put cells that contain the delimiter in quotes' },
    { line: 9, reason: 'a quote opens in this line and never closes' },
  ])
})

test('one date of a column that can only be day/month settles the others', async () => {
  const file = await read('tool,status,renewal\nA1,approved,03/04/2026\nB1,approved,31/12/2026\n')
  expect(file.entries.map(({ renewal }) => renewal)).toEqual(['2026-04-03', '2026-12-31'])
  expect(file.problems).toEqual([])
})

test('a notice period in months never reminds too late, and is kept as it was stated', async () => {
  const { entries } = await read(
    'tool,status,Notice period\nA1,approved,3 months\nB1,approved,60 days\nC1,approved,45\n',
  )
  expect(entries.map(({ noticeDays, notes }) => [noticeDays, notes])).toEqual([
    [93, 'Notice period: 3 months'],
    [60, ''],
    [45, ''],
  ])
})

test.for([
  [
    'no tool column',
    'Status,Owner\napproved,ana\n',
    'the columns are “Status”, “Owner”; an inventory needs a column for the tool ("tool", "Application", "Software") and one for its status ("status", "Approval")',
  ],
  [
    'no status column',
    'Application,Owner\nSlack,ana\n',
    'the columns are “Application”, “Owner”; an inventory needs a column for the tool ("tool", "Application", "Software") and one for its status ("status", "Approval")',
  ],
  [
    'a statement',
    'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\nCARD,Current,2026-01-01,2026-01-02,SLACK,-8.75,0,EUR,COMPLETED,1\n',
    'this is a statement, not an inventory: the columns are “Type”, “Product”, “Started Date”, “Completed Date”, “Description”, “Amount”, “Fee”, “Currency”, “State”, “Balance”; an inventory needs a column for the tool ("tool", "Application", "Software") and one for its status ("status", "Approval")',
  ],
  ['an empty file', '', 'the file is empty'],
  [
    'an Excel workbook',
    Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0),
    'this is an Excel workbook or a zip archive, not a CSV; save the sheet as CSV and try again',
  ],
] as const)('%s is refused in one sentence', async ([, content, refused]) => {
  expect(await read(content)).toEqual({ entries: [], understood: {}, keptAsNotes: [], problems: [], refused })
})

test('an inventory with a header and no rows is an empty inventory', async () => {
  expect(await read('tool,status\n')).toMatchObject({ entries: [], problems: [], refused: null })
})
