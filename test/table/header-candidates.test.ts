import { expect, test } from 'vitest'
import { headerCandidates, listCells, widest } from '#src/table/header-candidates.ts'

function candidates(...rows: string[]): number[] {
  return headerCandidates(rows.map((row, at) => ({ line: at + 1, cells: row.split(',') }))).map(({ line }) => line)
}

test('title lines and the first wide row may be the header, the data may not', () => {
  expect(
    candidates('Report,,,', 'Date,2026-01-02,,', 'App,Status,Users,Type', 'Slack,ACTIVE,3,Software', 'Zoom,,,'),
  ).toEqual([1, 2, 3])
})

test('in a narrow table the first rows may be', () => {
  expect(candidates('Apps of acme.example', 'Application', 'Slack')).toEqual([1, 2, 3])
  expect(candidates('A', 'B', 'C', 'D', 'E', 'F')).toEqual([1, 2, 3, 4, 5])
})

test('a table without rows has none', () => {
  expect(candidates()).toEqual([])
})

test('the widest row is named by its cells', () => {
  const rows = ['Report', 'App, ,Users', 'a,b'].map((row, at) => ({ line: at + 1, cells: row.split(',') }))
  expect(widest(rows)?.line).toBe(2)
  expect(widest([])).toBeNull()
  expect(listCells({ line: 1, cells: [' App ', '', 'x'.repeat(50)] })).toBe(`“App”, “${'x'.repeat(40)}”`)
})
