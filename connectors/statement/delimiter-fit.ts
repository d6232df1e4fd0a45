import type { TableRecord } from '#src/table/framer.ts'
import { writtenAmount } from './amounts.ts'
import { writtenDate } from './dates.ts'
import { readHeaderWord } from './header-words.ts'
import { toStatementRecord } from './records.ts'

/** High when the records fall into columns of dates, amounts and known header words. */
export function statementFit(tableRecords: readonly TableRecord[]): number {
  const records = tableRecords.map(toStatementRecord).filter((record) => record.broken === null)
  if (records.length === 0) return 0
  const widths = new Map<number, number>()
  let typed = 0
  let words = 0
  for (const { cells } of records) {
    const width = Math.min(cells.length, 500)
    widths.set(width, (widths.get(width) ?? 0) + 1)
    const looked = cells.slice(0, 100)
    if (looked.length < 2) continue
    typed += looked.some((cell) => writtenDate(cell) !== null) ? 1 : 0
    typed += looked.some((cell) => writtenAmount(cell) !== null) ? 1 : 0
    words = Math.max(words, looked.filter((cell) => readHeaderWord(cell).meanings.size > 0).length)
  }
  const [width = 1, rows = 0] = [...widths].toSorted(([a, m], [b, n]) => n - m || b - a)[0] ?? []
  if (width < 2 && words < 2) return typed / records.length / 100
  return typed / records.length + rows / records.length + words + Math.min(width, 20) / 20
}
