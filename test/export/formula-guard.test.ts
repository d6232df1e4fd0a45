import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardFormula, unguardFormula } from '#src/export/formula-guard.ts'

test.for([
  '=1+1',
  '+1+1',
  '-1-1',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '\tharmless',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '＝1+1',
  '＋1+A1',
  '－A1',
  '＠SUM(A1)',
  '﹢A1',
  '﹣A1',
  '﹦1',
  '﹫A1',
  '+A1',
  '-',
  '=',
  "'=1",
  "''=1",
])('%j is kept from being evaluated', (text) => {
  expect(guardFormula(text)).toBe(`'${text}`)
  expect(unguardFormula(`'${text}`)).toBe(text)
})

test.for(['', 'Slack', '-12.50', '+49 30 1234567', '+49 (0)30 1234', '-5 %', '1=1', "'tis", "'", 'a-b', '24" =x'])(
  '%j stays as it is',
  (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  },
)

test('for every text, what was guarded comes back', () => {
  const text = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\n', '\0', '1', 'a', '＝', '(', '.'),
  })
  fc.assert(
    fc.property(text, (value) => {
      expect(unguardFormula(guardFormula(value))).toBe(value)
      expect(guardFormula(value)).not.toMatch(/^[\s]*[=@＝]/)
    }),
    { numRuns: 2000 },
  )
})
