import { expect, test } from 'vitest'
import { measure } from '#core/evaluation/measures.ts'
import type { Outcome } from '#core/evaluation/outcome.ts'
import { figureColumns, figureRows, verdictRows } from '#src/export/evaluation-columns.ts'
import { toTable } from '#src/export/table.ts'

const right: Outcome = {
  kind: 'descriptor',
  label: 'product',
  verdict: 'match',
  right: true,
  confidence: 1,
  shown: false,
}
const wrong: Outcome = { ...right, right: false }

test('a figure stands with its interval, one column a set, and a dash where nothing was counted', () => {
  const rows = figureRows([measure([right, right, right, wrong]), measure([])])
  expect(rows.find(({ figure }) => figure === 'precision of matches')?.values).toEqual(['75.0 % (30.1–95.4)', '–'])
  expect(rows.find(({ figure }) => figure === 'cases')?.values).toEqual(['4', '0'])
})

test('each verdict tells how often it was right, and how far its confidence was off', () => {
  const rows = verdictRows([measure([right])])
  expect(rows).toHaveLength(8)
  expect(rows.slice(0, 4)).toEqual([
    { figure: 'match: right', values: ['100.0 % (20.7–100.0)'] },
    { figure: 'match: calibration error', values: ['0.0 % (0.0–0.0)'] },
    { figure: 'ambiguous: right', values: ['–'] },
    { figure: 'ambiguous: calibration error', values: ['–'] },
  ])
})

test('the sets are columns by their names', () => {
  const table = toTable(figureColumns(['ours', 'theirs']), [{ figure: 'cases', values: ['4', '5'] }], {
    width: 80,
    colour: false,
  })
  expect(table).toBe('figure  ours  theirs\ncases   4     5\n')
})
