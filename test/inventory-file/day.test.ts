import { expect, test } from 'vitest'
import { dateOrderOf, parseDay } from '#src/inventory-file/day.ts'

test.for([
  ['2026-11-02', '2026-11-02'],
  ['2026/11/2', '2026-11-02'],
  ['2026-11-02T00:00:00Z', '2026-11-02'],
  ['2026-11-02 00:00', '2026-11-02'],
  ['02.11.2026', '2026-11-02'],
  ['2. 11. 2026', '2026-11-02'],
  ['2 Nov 2026', '2026-11-02'],
  ['02-Nov-26', '2026-11-02'],
  ['November 2, 2026', '2026-11-02'],
  ['2nd November 2026', '2026-11-02'],
  ['2. März 2026', '2026-03-02'],
  ['1 août 2026', '2026-08-01'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['05/05/2026', '2026-05-05'],
] as const)('%s is %s', ([text, date]) => {
  expect(parseDay(text, null)).toEqual({ date })
})

test.for([
  ['03/04/2026', 'may be day/month or month/day'],
  ['2026-02-30', 'a day that no calendar has'],
  ['31/31/2026', 'a day that no calendar has'],
  ['Nov 2026', 'is no date'],
  ['rolling', 'is no date'],
  ['46328', 'is no date'],
] as const)('%s is said, not guessed', ([text, reason]) => {
  expect(parseDay(text, null)).toEqual({ reason: expect.stringContaining(reason) })
})

test('a column proves an order only while its dates agree', () => {
  expect(dateOrderOf(['03/04/2026', '31/12/2026'])).toBe('DMY')
  expect(dateOrderOf(['03/04/2026', '12/31/2026'])).toBe('MDY')
  expect(dateOrderOf(['31/12/2026', '12/31/2026'])).toBeNull()
  expect(dateOrderOf(['03/04/2026', ''])).toBeNull()
})
