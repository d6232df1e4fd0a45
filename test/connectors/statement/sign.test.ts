import { expect, test } from 'vitest'
import { inputFile } from '#test/support/input-file.ts'
import { previewOf } from '#test/support/statement-file.ts'

test.for<[string, string, string | null]>([
  [
    'a payment that comes back',
    'Date,Text,Amount EUR\n2026-03-05,SLACK,8.75\n2026-03-06,PAYMENT THANK YOU,-100.00\n',
    'spend-positive',
  ],
  [
    'a payment that is positive',
    'Date,Text,Amount EUR\n2026-03-05,SLACK,-8.75\n2026-03-06,PAYMENT THANK YOU,100.00\n',
    'spend-negative',
  ],
  [
    'types',
    'Date,Text,Type,Amount EUR\n2026-03-05,SLACK,Purchase,8.75\n2026-03-06,NOTION,Refund,-8.75\n',
    'spend-positive',
  ],
  [
    'a running balance',
    'Date,Text,Amount EUR,Balance\n2026-03-05,A,8.75,108.75\n2026-03-06,B,10.00,118.75\n',
    'spend-negative',
  ],
  [
    'a falling balance',
    'Date,Text,Amount EUR,Balance\n2026-03-05,A,8.75,91.25\n2026-03-06,B,10.00,81.25\n',
    'spend-positive',
  ],
  [
    'newest first',
    'Date,Text,Amount EUR,Balance\n2026-03-06,B,-10.00,81.25\n2026-03-05,A,-8.75,91.25\n',
    'spend-negative',
  ],
  [
    'most amounts negative',
    'Date,Text,Amount EUR\n2026-03-05,A,-8.75\n2026-03-06,B,-10.00\n2026-03-06,C,3.00\n',
    'spend-negative',
  ],
  [
    'purchases by card holder',
    'Date,Merchant,Amount EUR,Cardholder\n2026-03-05,A,8.75,Ana\n2026-03-06,B,10.00,Bob\n',
    'spend-positive',
  ],
  ['marks in the cells', 'Date,Text,Amount EUR\n2026-03-05,A,8.75 DR\n2026-03-06,B,10.00 CR\n', 'spend-positive'],
  ['two columns', 'Date,Text,Paid out EUR,Paid in EUR\n2026-03-05,A,8.75,\n2026-03-06,B,,10.00\n', 'split'],
  [
    'two columns, debits negative',
    'Date,Text,Debit EUR,Credit EUR\n2026-03-05,A,-8.75,\n2026-03-06,B,,10.00\n',
    'split-signed',
  ],
  ['a column that says it', 'Date,Text,Amount EUR,DR/CR\n2026-03-05,A,8.75,DR\n2026-03-06,B,10.00,CR\n', 'direction'],
  ['a letter in a status column', 'Date,Text,Amount EUR,Status\n2026-03-05,A,8.75,C\n2026-03-06,B,10.00,C\n', null],
  ['nothing', 'Date,Text,Amount EUR\n2026-03-05,A,8.75\n2026-03-06,B,10.00\n', null],
])('the sign is told by %s', async ([, text, sign]) => {
  const preview = await previewOf(inputFile(text))
  expect(preview.format?.sign).toBe(sign)
  expect(preview.questions.map(({ field }) => field)).toEqual(sign === null ? ['sign'] : [])
})

test('marks in the cells decide the way of each amount', async () => {
  const preview = await previewOf(inputFile('Date,Text,Amount EUR\n2026-03-05,A,8.75 DR\n2026-03-06,B,10.00 CR\n'))
  expect(preview.rows.map(({ amountMinor }) => amountMinor)).toEqual([875, -1000])
})

test('a statement whose balance does not follow is not made to close', async () => {
  const gap =
    'Date,Text,Amount EUR,Balance\n2026-03-05,A,-8.00,92.00\n2026-03-06,B,-2.00,90.00\n2026-03-07,C,-1.00,89.00\n2026-03-07,D,-1.00,88.00\n2026-03-08,E,-5.00,73.00\n2026-03-09,F,-3.00,70.00\n'
  const { totals } = await previewOf(inputFile(gap))
  expect(totals).toEqual({ EUR: { statementMinor: 3000, accountedMinor: 2000 } })
})
