import { expect, test } from 'vitest'
import { toCsv } from '#src/export/csv.ts'
import { FINDINGS_COLUMNS } from '#src/export/findings-columns.ts'

test('one row a finding, with its evidence as text', () => {
  const csv = toCsv(FINDINGS_COLUMNS, [
    {
      id: 'f1',
      rule: 'unapproved-tool',
      app: null,
      subject: { kind: 'charge', id: 'c1' },
      severity: 'high',
      status: 'open',
      needsYou: true,
      title: 'A title',
      nextStep: '@next',
      evidence: [
        { kind: 'grant', source: 'google', key: 'k1', text: 'first' },
        { kind: 'arithmetic', source: null, key: 'k2', text: 'second' },
      ],
      since: '2026-11-02T10:00:00.000Z',
    },
  ])
  expect(csv).toBe(
    'severity,status,needs_you,rule,app,title,next_step,since,subject_kind,subject,evidence,id\n' +
      "high,open,yes,unapproved-tool,,A title,'@next,2026-11-02T10:00:00.000Z,charge,c1,first; second,f1\n",
  )
})
