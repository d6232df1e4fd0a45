import { expect, test } from 'vitest'
import { statementReader } from '#connectors/statement/index.ts'
import { awkwardStatement, NO_SETTINGS } from '#test/support/statement-file.ts'

test('a charge carries who, where and how it was charged abroad', async () => {
  const file = awkwardStatement('expense-report.csv')
  const { format } = await statementReader.sniff(file, NO_SETTINGS)
  if (format === null) throw new Error('the file was refused')
  const [first] = await Array.fromAsync(statementReader.read(file, format, { importId: 'i', settings: NO_SETTINGS }))
  expect(first).toMatchObject({
    kind: 'charge',
    source: 'statement',
    chargeKind: 'purchase',
    amount: { minor: 7200, currency: 'USD' },
    original: { minor: 6620, currency: 'EUR' },
    person: 'Lopez, Ana',
    date: '2026-03-15',
  })
})
