import { expect, test } from 'vitest'
import { z } from 'zod'
import type { App } from '#core/app.ts'
import type { Finding } from '#core/finding.ts'
import { appLine, toAppLine } from '#shapes/app-line.ts'
import { findingLine, toFindingLine } from '#shapes/finding-line.ts'
import { inventoryLine, toInventoryLine } from '#shapes/inventory-line.ts'
import { shortlistLine, toShortlistLine } from '#shapes/shortlist-line.ts'

const source = { users: 4, identifiers: ['id'], scopes: ['openid'], tenantWide: true, groups: ['Sales'] }
const app: App = {
  id: 'slack',
  name: 'Slack',
  vendor: 'Salesforce',
  domain: 'slack.com',
  inCatalogue: true,
  family: false,
  category: 'collaboration',
  capabilities: ['team chat'],
  kind: 'third-party',
  standing: 'unlisted',
  inventoryEntry: null,
  users: 12,
  sources: { google: source, microsoft: source, okta: source, 'app-list': source },
  statement: {
    charges: 3,
    currencies: { USD: 3 },
    spendMinor: { USD: 2625 },
    annualMinor: { USD: 10500 },
    annualArithmetic: ['12 x 8.75 USD'],
    cadence: 'monthly',
    lastCharge: '2026-03-04',
  },
  attribution: 'identifier',
  confidence: 0.99,
  tags: [],
  firstSeen: null,
  lastSeen: null,
}

test('an app becomes the line that scripts read, and nothing more', () => {
  const line = toAppLine(app)
  expect(line).toEqual({
    app: 'slack',
    name: 'Slack',
    vendor: 'Salesforce',
    domain: 'slack.com',
    kind: 'third-party',
    standing: 'unlisted',
    inventoryEntry: null,
    users: 12,
    sources: {
      google: { users: 4, identifiers: ['id'], scopes: ['openid'] },
      microsoft: { users: 4, identifiers: ['id'], scopes: ['openid'], tenantWide: true, groups: ['Sales'] },
      okta: { users: 4, identifiers: ['id'] },
      'app-list': { users: 4, identifiers: ['id'] },
      statement: { charges: 3, spendMinor: { USD: 2625 } },
    },
    attribution: 'identifier',
    tags: [],
    firstSeen: null,
    lastSeen: null,
  })
  expect(appLine.parse(line)).toEqual(line)
  expect(toAppLine({ ...app, sources: {}, statement: null }).sources).toEqual({})
})

test('a finding becomes a line without what ranks it', () => {
  const finding: Finding = {
    id: 'f1',
    rule: 'unapproved-tool',
    app: 'slack',
    subject: { kind: 'app', id: 'slack' },
    severity: 'high',
    status: 'open',
    needsYou: true,
    title: 'Slack is in use and nobody approved it',
    nextStep: 'Decide',
    evidence: [{ kind: 'grant', source: 'google', key: 'k', text: 't' }],
    since: '2026-11-02T10:00:00.000Z',
    people: 3,
    spendMinor: {},
    sources: ['google'],
    mayNeedYou: true,
    resolvedAt: null,
    notRecheckedSince: null,
    decision: null,
  }
  const line = toFindingLine(finding)
  expect(Object.keys(line)).toEqual(
    'id rule app subject severity status needsYou title nextStep evidence since'.split(' '),
  )
  expect(findingLine.parse(line)).toEqual(line)
})

test('a shortlist line is read with and without names', () => {
  const listed = {
    app: 'hellosign',
    users: 14,
    sharedUsers: 11,
    annualSpendMinor: 252000,
    renewal: '2026-11-02',
    noticeBy: '2026-09-03',
    standing: 'unlisted' as const,
    owner: null,
  }
  const group = {
    group: 'e-signature',
    capability: 'e-signature',
    keep: ['docusign'],
    retire: ['hellosign'],
    apps: [{ ...listed, name: 'HelloSign' }],
    currency: 'EUR',
    savingMinor: { low: 180000, high: 252000 },
    arithmetic: ['a'],
    caseForKeeping: ['b'],
    confidence: 0.7,
    gaps: ['c'],
  }
  expect(toShortlistLine(group)).toEqual(group)
  expect(shortlistLine.parse({ ...group, apps: [listed] })).toEqual({ ...group, apps: [listed] })
})

test('an inventory line has every field of the entry, and refuses what no entry can hold', () => {
  const entry = {
    id: 'slack',
    tool: 'Slack',
    status: 'trial' as const,
    app: null,
    domain: 'slack.com',
    vendor: null,
    owner: null,
    capabilities: [],
    renewal: '2026-11-02',
    noticeDays: 60,
    monthlyCost: { minor: 875, currency: 'EUR' },
    seats: null,
    identifiers: [{ kind: 'domain' as const, value: 'slack.com' }],
    conditions: ['EU only'],
    until: null,
    notes: '',
  }
  expect(inventoryLine.parse(toInventoryLine(entry))).toEqual(entry)
  expect(inventoryLine.safeParse({ ...entry, renewal: '2026-02-30' }).success).toBe(false)
  expect(inventoryLine.safeParse({ ...entry, monthlyCost: { minor: 1, currency: 'XXY' } }).success).toBe(false)
  expect(inventoryLine.safeParse({ ...entry, status: 'maybe' }).success).toBe(false)
})

test.for([
  ['App', appLine],
  ['Finding', findingLine],
  ['ShortlistGroup', shortlistLine],
  ['InventoryEntry', inventoryLine],
] as const)('%s can be published as JSON Schema', ([id, schema]) => {
  expect(z.toJSONSchema(schema)).toMatchObject({ $ref: `#/$defs/${id}`, $defs: { [id]: { type: 'object' } } })
})
