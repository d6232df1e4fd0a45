import { writtenAmount } from './amounts.ts'
import { writtenDate } from './dates.ts'
import { readHeaderWord } from './header-words.ts'
import type { HeaderWord } from './header-words.ts'
import type { Meaning } from './vocabulary.ts'
import type { StatementRecord } from './records.ts'

/** Where the rows of a file begin, and how their columns are called. */
export type Table = {
  /** Null when the file has no header. */
  readonly header: readonly string[] | null
  readonly headerLine: number | null
  readonly words: readonly HeaderWord[]
  /** Index of the first record that may be a row. */
  readonly first: number
  readonly width: number
}

const LOOK_AT = 80
const DATES: readonly Meaning[] = ['postDate', 'transactionDate', 'valueDate']
const MONEY: readonly Meaning[] = ['amount', 'debit', 'credit']

/** Finds the header by its words; where they are of an unknown language, as the line of texts right above the first row. */
export function findTable(records: readonly StatementRecord[]): Table {
  const head = records.slice(0, LOOK_AT)
  const scored = head.map((record, index) => ({ index, score: headerScore(record) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { index: -1, score: 0 })
  if (best.score > 0) return tableBelow(head, best.index)
  const firstRow = head.findIndex((record) => isRow(record.cells))
  if (firstRow > 0 && looksLikeNames(head[firstRow - 1], head[firstRow])) return tableBelow(head, firstRow - 1)
  const first = Math.max(0, firstRow)
  return { header: null, headerLine: null, words: [], first, width: commonWidth(records.slice(first)) }
}

function tableBelow(head: readonly StatementRecord[], index: number): Table {
  const record = head[index]
  const header = record?.cells ?? []
  return {
    header,
    headerLine: record?.line ?? null,
    words: header.map(readHeaderWord),
    first: index + 1,
    width: header.length,
  }
}

/** Zero for what is no header: it needs a date, money, and cells that are neither. */
function headerScore(record: StatementRecord): number {
  if (record.broken !== null || record.cells.length < 2 || record.cells.length > 1000) return 0
  if (record.cells.some((cell) => writtenDate(cell) !== null || /\d[.,]\d\d$/.test(cell) || cell.length > 80)) return 0
  const words = record.cells.map(readHeaderWord)
  const has = (wanted: readonly Meaning[]): boolean =>
    words.some((word) => wanted.some((meaning) => word.meanings.has(meaning)))
  if (!has(MONEY) || !has(DATES)) return 0
  return words.filter((word) => word.meanings.size > 0).length
}

/** A row has a date and an amount, each alone in its cell. */
export function isRow(cells: readonly string[]): boolean {
  const dates = cells.filter((cell) => isDate(cell)).length
  return dates > 0 && cells.some((cell) => writtenAmount(cell) !== null && !isDate(cell) && /\d/.test(cell))
}

function isDate(cell: string): boolean {
  const date = writtenDate(cell)
  return date !== null && date.kind !== 'serial'
}

function looksLikeNames(above: StatementRecord | undefined, row: StatementRecord | undefined): boolean {
  if (above === undefined || row === undefined || above.broken !== null) return false
  const filled = above.cells.filter((cell) => cell !== '')
  const enough =
    filled.length >= 2 && filled.length >= 0.6 * row.cells.length && above.cells.length <= row.cells.length + 1
  return (
    enough && filled.every((cell) => cell.length <= 60 && writtenAmount(cell) === null && writtenDate(cell) === null)
  )
}

function commonWidth(records: readonly StatementRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  const best = [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0]
  return best?.[0] ?? 0
}
