import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sniffDateOrder } from '#connectors/statement/date-order.ts'
import type { DateClues } from '#connectors/statement/date-order.ts'
import { parseDate } from '#connectors/statement/dates.ts'

describe('dates are read as they are written', () => {
  test.for([
    ['2026-03-04', 'YMD', '2026-03-04'],
    ['2026-03-04 10:00:00 +0000', 'DMY', '2026-03-04'],
    ['2026-03-04T10:11:12Z', 'MDY', '2026-03-04'],
    ['2026/3/4', 'YMD', '2026-03-04'],
    ['2026.03.04.', 'YMD', '2026-03-04'],
    ['20260304', 'DMY', '2026-03-04'],
    ['03/04/2026', 'MDY', '2026-03-04'],
    ['03/04/2026', 'DMY', '2026-04-03'],
    ['4.3.26', 'DMY', '2026-03-04'],
    ['26/03/04', 'YMD', '2026-03-04'],
    ['05-03-2026 10:00:00', 'DMY', '2026-03-05'],
    ['10 Feb 26', 'MDY', '2026-02-10'],
    ['10-Feb-2026', 'DMY', '2026-02-10'],
    ['Feb 3, 2026', 'DMY', '2026-02-03'],
    ['3. März 2026', 'DMY', '2026-03-03'],
    ['3 août 2026', 'DMY', '2026-08-03'],
    ['3 de enero de 2026', 'DMY', '2026-01-03'],
    ['Tue, 3 Feb 2026', 'DMY', '2026-02-03'],
    ['43054', 'serial', '2017-11-15'],
    ['43054.75', 'serial', '2017-11-15'],
    ['29/02/2024', 'DMY', '2024-02-29'],
  ] as const)('%s in %s', ([text, order, date]) => {
    expect(parseDate(text, order)).toBe(date)
  })

  test.for([
    ['31/02/2026', 'DMY'],
    ['13/13/2026', 'MDY'],
    ['29/02/2026', 'DMY'],
    ['43054', 'DMY'],
    ['03/04', 'MDY'],
    ['Reference: 1', 'DMY'],
    ['-72.00', 'DMY'],
    ['', 'YMD'],
  ] as const)('"%s" in %s is no date', ([text, order]) => {
    expect(parseDate(text, order)).toBeNull()
  })

  test('a date comes back from every order it is written in', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2079-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), fc.boolean(), (value, separator, long) => {
        const iso = value.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        const year = long ? y : y.slice(2)
        expect(parseDate([d, m, year].join(separator), 'DMY')).toBe(iso)
        expect(parseDate([m, d, year].join(separator), 'MDY')).toBe(iso)
        expect(parseDate([y, m, d].join(separator), 'YMD')).toBe(iso)
      }),
    )
  })
})

describe('the order of day and month is proven or asked', () => {
  const clues = (rows: readonly (readonly string[])[], more: Partial<DateClues> = {}): DateClues => ({
    rows,
    beside: [],
    known: null,
    dayFirstSigns: [],
    ...more,
  })
  test.for<[string, DateClues, string | null]>([
    ['a day over 12', clues([['03/04/2026'], ['03/17/2026']]), 'MDY'],
    ['a day over 12 beside the table', clues([['03/04/2026']], { beside: ['31/03/2026'] }), 'DMY'],
    ['proof against a known header', clues([['13/04/2026']], { known: 'MDY' }), 'DMY'],
    ['a known header', clues([['03/04/2026']], { known: 'MDY' }), 'MDY'],
    ['dots', clues([['03.04.2026']]), 'DMY'],
    ['days between purchase and posting', clues([['03/05/2026', '03/04/2026']]), 'MDY'],
    ['days between, the other way', clues([['05/03/2026', '04/03/2026']]), 'DMY'],
    ['the same day twice tells nothing', clues([['05/03/2026', '05/03/2026']]), null],
    ['the order of the rows', clues([['03/11/2026'], ['03/12/2026'], ['04/01/2026']]), 'MDY'],
    ['newest first', clues([['01/04/2026'], ['12/03/2026'], ['11/03/2026']]), 'DMY'],
    ['signs of a country', clues([['03/04/2026']], { dayFirstSigns: ['a decimal comma'] }), 'DMY'],
    ['nothing', clues([['05/01/2026'], ['06/01/2026']]), null],
    ['one misprint among many', clues([...Array.from({ length: 40 }, () => ['03/17/2026']), ['17/03/2026']]), 'MDY'],
    ['as many one way as the other', clues([['03/17/2026'], ['17/03/2026']]), null],
    ['years first', clues([['2026-03-04']]), 'YMD'],
    ['numbers of days', clues([['43054'], ['43055']]), 'serial'],
  ])('%s', ([, given, order]) => {
    expect(sniffDateOrder(given).order).toBe(order)
  })

  test('a question shows the dates and what they may be', () => {
    expect(sniffDateOrder(clues([['05/01/2026'], ['06/01/2026']]))).toEqual({
      order: null,
      options: ['MDY', 'DMY'],
      evidence: '05/01/2026, 06/01/2026: day and month cannot be told apart',
    })
  })
})
