import { describe, expect, test } from 'vitest'
import { awkwardStatement, previewOf } from '#test/support/statement-file.ts'

describe('the ledger closes', () => {
  test.for([
    ['ch-negative-debits.csv', 'CHF', 7200],
    ['total-line.csv', 'EUR', 8000],
    ['es-saldo.csv', 'EUR', -8500],
    ['fee-on-top.csv', 'EUR', -34260],
    ['nl-plus-signs.csv', 'EUR', 6200],
  ] as const)('%s: what is accounted for is what the statement says', async ([file, currency, minor]) => {
    const { totals } = await previewOf(awkwardStatement(file))
    expect(totals).toEqual({ [currency]: { statementMinor: minor, accountedMinor: minor } })
  })
})
