import { DELIMITERS } from '#core/statement.ts'
import type { Delimiter } from '#core/statement.ts'
import type { TableRecord } from './framer.ts'
import { parseLines } from './records.ts'

/** How many lines of a file are enough to tell its delimiter. */
export const DELIMITER_LINES = 120

/** How well records fit the delimiter under which they were read: the higher, the better. */
export type Fit = (records: readonly TableRecord[]) => number

/** The delimiter that a first line `sep=;` states, as Excel writes and reads it; null when there is none. */
export function statedDelimiter(firstLine: string): Delimiter | null {
  const stated = /^"?sep=(.)"?$/i.exec(firstLine.trimEnd())?.[1] ?? (/^sep=\t/i.test(firstLine) ? '\t' : null)
  return DELIMITERS.find((delimiter) => delimiter === stated) ?? null
}

/** The delimiter that the first line states, else the one under which the lines fit best, the first of equals. */
export function detectDelimiter(lines: readonly string[], fit: Fit = regularity): Delimiter {
  const stated = statedDelimiter(lines[0] ?? '')
  if (stated !== null) return stated
  const sample = lines.slice(0, DELIMITER_LINES)
  const tried = DELIMITERS.map((delimiter) => ({ delimiter, fit: fit(parseLines(sample, delimiter)) }))
  return tried.reduce((best, next) => (next.fit > best.fit ? next : best)).delimiter
}

/** High when most records have the same number of cells, and many; 0 when that is one: a single column has no delimiter. */
function regularity(records: readonly TableRecord[]): number {
  const whole = records.filter(({ cells, broken }) => broken === null && cells.some((cell) => cell.trim() !== ''))
  const times = new Map<number, number>()
  for (const { cells } of whole) times.set(cells.length, (times.get(cells.length) ?? 0) + 1)
  const [width, rows] = [...times]
    .filter(([count]) => count > 1)
    .reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [1, 0])
  return (rows / Math.max(1, whole.length)) ** 2 * Math.log2(width)
}
