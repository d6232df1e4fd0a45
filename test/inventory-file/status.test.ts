import { expect, test } from 'vitest'
import { parseStatus } from '#src/inventory-file/status.ts'

test.for([
  ['approved', 'approved'],
  ['APPROVED ', 'approved'],
  ['Sanctioned', 'approved'],
  ['Yes', 'approved'],
  ['In use', 'approved'],
  ['Approved (restricted)', 'restricted'],
  ['Approved – limited', 'restricted'],
  ['Approved with conditions', 'restricted'],
  ['Approved (pilot)', 'trial'],
  ['Proof of Concept', 'trial'],
  ['In review', 'under-review'],
  ['under_review', 'under-review'],
  ['Pending approval', 'under-review'],
  ['Requested', 'under-review'],
  ['Not reviewed', 'under-review'],
  ['Banned', 'rejected'],
  ['Not approved', 'rejected'],
  ['No', 'rejected'],
  ['Sunset', 'retired'],
  ['End-of-life', 'retired'],
  ['Decommissioned', 'retired'],
] as const)('“%s” is %s', ([text, status]) => {
  expect(parseStatus(text, null)).toEqual({ status, until: null, condition: null, note: null, problem: null })
})

test.for([
  ['Pilot until 2026-12-31', 'trial', '2026-12-31', null, null],
  ['Trial (ends 31 Dec 2026)', 'trial', '2026-12-31', null, null],
  ['trial to 31.12.2026', 'trial', '2026-12-31', null, null],
  ['Pilot 2026-12-31', 'trial', '2026-12-31', null, null],
  ['Approved until 2026-12-31', 'restricted', '2026-12-31', null, null],
  ['Approved (marketing only)', 'restricted', null, 'marketing only', null],
  ['Approved - no customer data', 'restricted', null, 'no customer data', null],
  ['Approved for marketing', 'restricted', null, 'for marketing', null],
  ['Restricted: EU only', 'restricted', null, 'EU only', null],
  ['Approved for all', 'approved', null, null, 'Approved for all'],
  ['Approved (ISO 27001)', 'approved', null, null, 'Approved (ISO 27001)'],
  ['Approved 2024-05-01', 'approved', null, null, 'Approved 2024-05-01'],
  ['Approved by IT', 'approved', null, null, 'Approved by IT'],
  ['Rejected (use Slack)', 'rejected', null, null, 'Rejected (use Slack)'],
  ['Sunset by 2027-01-01', 'retired', null, null, 'Sunset by 2027-01-01'],
] as const)('“%s” is %s', ([text, status, until, condition, note]) => {
  expect(parseStatus(text, null)).toEqual({ status, until, condition, note, problem: null })
})

test('an ambiguous date in a status is said, and decided by what is known of the column', () => {
  expect(parseStatus('Pilot until 03/04/2026', null)).toEqual({
    status: 'trial',
    until: null,
    condition: null,
    note: 'Pilot until 03/04/2026',
    problem: '“03/04/2026” may be day/month or month/day; write it as 2026-11-30',
  })
  expect(parseStatus('Pilot until 03/04/2026', 'MDY')?.until).toBe('2026-03-04')
})

test.for(['', 'maybe', 'purple', 'until 2026-12-31', 'x'.repeat(100_000), ' '.repeat(100_000)])(
  'a text that is no status gives null',
  (text) => {
    expect(parseStatus(text, null)).toBeNull()
  },
)
