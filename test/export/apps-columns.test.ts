import { expect, test } from 'vitest'
import { appsColumns } from '#src/export/apps-columns.ts'
import { toCsv } from '#src/export/csv.ts'
import type { AppLine } from '#shapes/app-line.ts'

const SLACK: AppLine = {
  app: 'slack',
  name: 'Slack',
  vendor: 'Salesforce',
  domain: 'slack.com',
  kind: 'third-party',
  standing: 'approved',
  inventoryEntry: 'slack',
  users: 12,
  sources: {
    google: { users: 9, identifiers: ['1957.apps.googleusercontent.com'], scopes: ['openid', 'email'] },
    microsoft: { users: 4, identifiers: ['0f1e'], scopes: ['openid'], tenantWide: true, groups: ['Sales', 'IT'] },
    statement: { charges: 3, spendMinor: { USD: 2625, JPY: 800 } },
  },
  attribution: 'identifier',
  tags: ['ai'],
  firstSeen: null,
  lastSeen: '2026-11-02T10:00:00.000Z',
}

test('one row an app, with a column of real amounts for each currency', () => {
  const rows = [SLACK, { ...SLACK, app: '=evil', sources: {} }]
  expect(toCsv(appsColumns(rows), rows)).toBe(
    'app,name,standing,users,spend_jpy,spend_usd,charges,vendor,domain,kind,sources,google_users,microsoft_users,okta_users,app_list_users,tenant_wide,groups,scopes,identifiers,inventory_entry,attribution,tags,first_seen,last_seen\n' +
      'slack,Slack,approved,12,800,26.25,3,Salesforce,slack.com,third-party,google; microsoft; statement,9,4,,,yes,Sales; IT,email; openid,0f1e; 1957.apps.googleusercontent.com,slack,identifier,ai,,2026-11-02T10:00:00.000Z\n' +
      "'=evil,Slack,approved,12,,,,Salesforce,slack.com,third-party,,,,,,,,,,slack,identifier,ai,,2026-11-02T10:00:00.000Z\n",
  )
})
