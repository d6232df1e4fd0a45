import type { Money } from '#core/money.ts'
import { unguardFormula } from '#src/export/formula-guard.ts'
import type { TableRow } from '#src/table/open-table.ts'
import { cleanText, domainOf, optionalText, splitList } from './cell.ts'
import type { FileColumn } from './columns.ts'
import { currencyCode, parseCost, perMonth } from './cost.ts'
import { parseDay } from './day.ts'
import type { DateOrder } from './day.ts'
import { entryId } from './entry.ts'
import type { InventoryDraft } from './entry.ts'
import type { HeaderCell } from './headers.ts'
import { parseIdentifiers } from './identifier-cell.ts'
import { parseNotice, parseSeats } from './number-cell.ts'
import { parseStatus } from './status.ts'

export type RowContext = {
  readonly headers: readonly HeaderCell[]
  readonly currency: string | null
  /** What the column's other dates prove. */
  readonly order: (column: FileColumn) => DateOrder | null
}

/** `draft` is null where tool or status is not understood. Each problem is a sentence about the row. */
export type DraftRow = { readonly draft: InventoryDraft | null; readonly problems: readonly string[] }

type Parsed<T> = { readonly value: T } | { readonly reason: string }

const UNTIL_CONDITION = /^until (\d{4}-\d{2}-\d{2})$/

/** Reads one row. What is not understood is a problem, and its text is kept in the notes. */
export function readRow(row: TableRow, context: RowContext): DraftRow {
  const cells = new RowCells(row, context.headers)
  const tool = cells.text('tool')
  if (tool === '') return failed('has no tool')
  const id = entryId(tool)
  if (id === '') return failed(`has the tool “${tool}”, which has no letter or digit`)
  const stated = cells.text('status')
  const status = parseStatus(stated, context.order('status'))
  if (status === null) {
    const words = 'approved, restricted, trial, under-review, rejected or retired'
    return failed(
      stated === '' ? `${tool} has no status` : `${tool} has the status “${stated}”, which is none of ${words}`,
    )
  }
  if (status.problem !== null) cells.problem('status', status.problem)
  if (status.note !== null) cells.keep('status', status.note)
  const [first = '', ...others] = splitList(cells.text('conditions'))
  // The file has no column for the end of a trial; it travels as the first condition.
  const written = UNTIL_CONDITION.exec(first)?.[1]
  const conditions = written === undefined ? [first, ...others].filter((condition) => condition !== '') : others
  const draft = {
    id,
    tool,
    status: status.status,
    domain: cells.read('domain', (text) => orReason(domainOf(text), `“${text}” is no domain`)),
    vendor: optionalText(cells.text('vendor')),
    owner: optionalText(cells.text('owner')),
    capabilities: splitList(optionalText(cells.text('capabilities')) ?? ''),
    renewal: readDay(cells, 'renewal', context),
    noticeDays: readNotice(cells),
    monthlyCost: readCost(cells, context),
    seats: cells.read('seats', parseSeats),
    identifiers: readIdentifiers(cells),
    conditions: status.condition === null ? conditions : [status.condition, ...conditions],
    until: status.until ?? written ?? readDay(cells, 'until', context),
  }
  return { draft: { ...draft, notes: cells.notes() }, problems: cells.problems }
}

function failed(problem: string): DraftRow {
  return { draft: null, problems: [problem] }
}

function orReason<T>(value: T | null, reason: string): Parsed<T> {
  return value === null ? { reason } : { value }
}

function readDay(cells: RowCells, column: 'renewal' | 'until', context: RowContext): string | null {
  return cells.read(column, (text) => {
    const day = parseDay(text, context.order(column))
    return 'reason' in day ? day : { value: day.date }
  })
}

function readNotice(cells: RowCells): number | null {
  return cells.read('notice_days', (text) => {
    const notice = parseNotice(text)
    if (!('reason' in notice) && notice.exact === false) cells.keep('notice_days', text)
    return notice
  })
}

function readIdentifiers(cells: RowCells): InventoryDraft['identifiers'] {
  const { identifiers, unread } = parseIdentifiers(optionalText(cells.text('identifiers')) ?? '')
  for (const item of unread) cells.problem('identifiers', `“${item}” is no identifier; write it as kind:value`)
  if (unread.length > 0) cells.keep('identifiers', unread.join('; '))
  return identifiers
}

function readCost(cells: RowCells, context: RowContext): Money | null {
  const row = cells.read('currency', (text) => orReason(currencyCode(text), `“${text}” is no currency`))
  const read = (column: 'monthly_cost' | 'annual_cost' | 'quarterly_cost'): Money | null =>
    cells.read(column, (text) => {
      const cost = parseCost(text, { row, header: cells.header(column)?.currency ?? null, settings: context.currency })
      return 'reason' in cost ? cost : { value: cost.money }
    })
  const costs = { monthly: read('monthly_cost'), annual: read('annual_cost'), quarterly: read('quarterly_cost') }
  const whole = costs.annual ?? costs.quarterly
  const column = costs.annual === null ? 'quarterly_cost' : 'annual_cost'
  if (whole === null) return costs.monthly
  const part = perMonth(whole, column === 'annual_cost' ? 12 : 3)
  // Where the month is not exactly that part, the amount as stated is kept beside it.
  if (costs.monthly !== null || !part.exact) cells.keep(column, cells.text(column))
  return costs.monthly ?? part.money
}

/** The cells of one row by column, with what is said and kept about them. */
class RowCells {
  readonly problems: string[] = []
  readonly #kept: string[] = []
  readonly #headers: readonly HeaderCell[]
  readonly #row: TableRow

  constructor(row: TableRow, headers: readonly HeaderCell[]) {
    this.#row = row
    this.#headers = headers
  }

  header(column: FileColumn): HeaderCell | null {
    return this.#headers.find((header) => header.column === column) ?? null
  }

  text(column: FileColumn): string {
    const at = this.#headers.findIndex((header) => header.column === column)
    return this.#at(at)
  }

  /** The parsed cell; null when it is blank or, with a problem said, not understood. */
  read<T>(column: FileColumn, parse: (text: string) => Parsed<T>): T | null {
    const text = optionalText(this.text(column))
    if (text === null) return null
    const parsed = parse(text)
    if ('value' in parsed) return parsed.value
    this.problem(column, parsed.reason)
    this.keep(column, text)
    return null
  }

  problem(column: FileColumn, reason: string): void {
    this.problems.push(`${this.text('tool')}: ${this.header(column)?.header ?? column}: ${reason}`)
  }

  keep(column: FileColumn, text: string): void {
    this.#kept.push(`${this.header(column)?.header ?? column}: ${text}`)
  }

  /** The notes column, what was kept, and the columns that are none of ours, a line each. */
  notes(): string {
    const others = this.#headers.flatMap(({ header, column }, at) => {
      const text = column === null ? this.#at(at) : ''
      return text === '' ? [] : [`${header === '' ? `Column ${at + 1}` : header}: ${text}`]
    })
    return [this.text('notes'), ...this.#kept, ...others].filter((note) => note !== '').join('\n')
  }

  #at(at: number): string {
    return unguardFormula(cleanText(this.#row.cells[at] ?? ''))
  }
}
