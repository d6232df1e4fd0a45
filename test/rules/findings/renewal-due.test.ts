import { describe, expect, test } from 'vitest'
import { entry } from '#rules/findings/example.ts'
import { find } from '#test/support/detection.ts'

describe('renewal-due', () => {
  test.for([
    ['2026-05-31', 30, 'Miro renews on 2026-05-31, in 90 days; 60 days left to give notice, until 2026-05-01', 'low'],
    ['2026-04-10', 30, 'Miro renews on 2026-04-10, in 39 days; 9 days left to give notice, until 2026-03-11', 'high'],
    ['2026-04-01', 30, 'Miro renews on 2026-04-01, in 30 days; today is the last day for notice', 'high'],
    ['2026-03-03', null, 'Miro renews on 2026-03-03, in 1 day; its notice period is not recorded', 'high'],
    [
      '2026-03-31',
      30,
      'Miro renews on 2026-03-31, in 29 days; the last day for notice was 2026-03-01, 1 day ago',
      'low',
    ],
  ] as const)('%s with notice of %s days', ([renewal, noticeDays, title, severity]) => {
    expect(find('renewal-due', { inventory: [entry('miro', { renewal, noticeDays })] })).toMatchObject({
      title,
      severity,
    })
  })

  test('two contracts for one app are one finding with the first deadline', () => {
    const found = find('renewal-due', {
      inventory: [
        entry('miro', { renewal: '2026-04-20' }),
        entry('miro-events', { app: 'miro', renewal: '2026-04-05' }),
      ],
    })
    expect(found.title).toContain('2026-04-05')
    expect(found.evidence).toHaveLength(2)
  })
})
