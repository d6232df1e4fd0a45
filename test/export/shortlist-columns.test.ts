import { expect, test } from 'vitest'
import { toCsv } from '#src/export/csv.ts'
import { SHORTLIST_COLUMNS, shortlistRows } from '#src/export/shortlist-columns.ts'
import type { ShortlistLine } from '#shapes/shortlist-line.ts'

const LINE: ShortlistLine = {
  group: 'e-signature',
  capability: 'e-signature',
  keep: ['docusign'],
  retire: ['hellosign', 'signnow'],
  apps: [
    {
      app: 'hellosign',
      name: 'HelloSign',
      users: 14,
      sharedUsers: 11,
      annualSpendMinor: 252000,
      renewal: '2026-11-02',
      noticeBy: '2026-09-03',
      standing: 'unlisted',
      owner: null,
    },
    {
      app: 'docusign',
      name: 'Docusign',
      users: 30,
      sharedUsers: 11,
      annualSpendMinor: null,
      renewal: null,
      noticeBy: null,
      standing: 'approved',
      owner: 'ana@acme.example',
    },
  ],
  currency: 'EUR',
  savingMinor: { low: 180000, high: 252000 },
  arithmetic: ['12 x 210.00 EUR', 'less 3 seats'],
  caseForKeeping: ['3 people use nothing else'],
  confidence: 0.7,
  gaps: ['seats not recorded'],
}

test('one row an app, what is kept first; the saving stands once, so that the column can be summed', () => {
  expect(toCsv(SHORTLIST_COLUMNS, shortlistRows([LINE]))).toBe(
    'group,capability,app,name,action,users,shared_users,annual_spend,currency,saving_low,saving_high,renewal,notice_by,standing,owner,confidence,reason,case_for_keeping,gaps\n' +
      'e-signature,e-signature,docusign,Docusign,keep,30,11,,EUR,,,,,approved,ana@acme.example,0.7,12 x 210.00 EUR; less 3 seats,3 people use nothing else,seats not recorded\n' +
      'e-signature,e-signature,hellosign,HelloSign,retire,14,11,2520.00,EUR,1800.00,2520.00,2026-11-02,2026-09-03,unlisted,,0.7,12 x 210.00 EUR; less 3 seats,3 people use nothing else,seats not recorded\n' +
      'e-signature,e-signature,signnow,signnow,retire,,,,EUR,,,,,,,0.7,12 x 210.00 EUR; less 3 seats,3 people use nothing else,seats not recorded\n',
  )
})

test('an app that a group neither keeps nor retires is to be reviewed', () => {
  const rows = shortlistRows([{ ...LINE, keep: [], retire: [] }])
  expect(rows.map(({ id, action, carriesSaving }) => [id, action, carriesSaving])).toEqual([
    ['hellosign', 'review', true],
    ['docusign', 'review', false],
  ])
})
