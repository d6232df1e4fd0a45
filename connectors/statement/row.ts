import type { ColumnRole, StatementFormat } from '#core/statement.ts'
import { toMinor, writtenAmount } from './amounts.ts'
import { dateIn, writtenDate } from './dates.ts'
import { readHeaderWord } from './header-words.ts'
import { RowKeys } from './key.ts'
import { kindOf } from './kind.ts'
import { ignored, noCharge } from './no-charge.ts'
import { accountTail, maskCards } from './mask.ts'
import type { StatementRecord } from './records.ts'
import { readOriginal, readRowAmount } from './row-amount.ts'
import type { AmountReader } from './row-amount.ts'
import type { StatementLine, StatementRow } from './statement-line.ts'
import { minorDigits } from '#core/currency.ts'

export type RowContext = {
  readonly format: StatementFormat
  readonly header: readonly string[] | null
  readonly roles: ReadonlyMap<ColumnRole, number>
  /** The account that a person named for the file. */
  readonly account: string | null
}

const MAX_TEXT = 500
const TEXTS = ['descriptor', 'descriptor2', 'descriptor3', 'descriptor4'] as const satisfies readonly ColumnRole[]
const MCC_IN_TEXT = /\b(?:CKCD|MCC)[ :]{0,2}(\d{4})\b/

/** Turns records into lines. One instance a file: it numbers equal rows. */
export class RowReader {
  readonly #context: RowContext
  readonly #amounts: AmountReader
  readonly #keys = new RowKeys()
  readonly #width: number

  constructor(context: RowContext) {
    const { format, header, roles } = context
    this.#context = context
    this.#amounts = { format, roles, secondCurrency: readHeaderWord(format.columns.amount2 ?? '').currency }
    this.#width = header?.length ?? Infinity
  }

  read(record: StatementRecord): StatementLine {
    const { line, cells } = record
    if (record.broken !== null) return rejected(line, record.broken)
    if (cells.every((cell) => cell === '')) return ignored(record, 'an empty record')
    const { header, format } = this.#context
    if (header !== null && cells[0] === header[0] && header.every((text, index) => text === (cells[index] ?? ''))) {
      return ignored(record, 'the header again')
    }
    const dateText = this.#cell(cells, 'date') || this.#cell(cells, 'transactionDate')
    const descriptor = this.#descriptor(cells)
    const amount = readRowAmount(cells, this.#amounts)
    const beside = noCharge(record, { dateText, descriptor, amount })
    if (beside !== null) return beside
    if (dateText === '') return rejected(line, 'no date')
    const extra = cells.slice(this.#width).find((cell) => cell !== '')
    if (extra !== undefined) {
      return rejected(
        line,
        `${cells.length} fields where the header has ${this.#width}; a text with a delimiter in it is not quoted`,
      )
    }
    const written = writtenDate(dateText)
    const date =
      written === null || (format.dateOrder === null && written.kind !== 'fixed')
        ? null
        : dateIn(written, format.dateOrder ?? 'YMD')
    if (written === null || (date === null && format.dateOrder !== null)) {
      return rejected(
        line,
        `"${dateText.slice(0, 40)}" is no date${format.dateOrder === null || format.dateOrder === 'YMD' ? '' : ` in the order ${format.dateOrder}`}`,
      )
    }
    if (!amount.ok) return rejected(line, amount.reason)
    return this.#row(record, date, descriptor, amount)
  }

  #row(
    record: StatementRecord,
    date: string | null,
    descriptor: string,
    { spent, currency }: { spent: number | null; currency: string | null },
  ): StatementRow {
    const { cells, line } = record
    const { format } = this.#context
    const account = accountTail(this.#cell(cells, 'account'))
    const reference =
      this.#text(cells, 'reference')
        ?.replace(/^reference:\s*/i, '')
        .replace(/^'|'$/g, '') ?? null
    const complete = date !== null && spent !== null && currency !== null
    return {
      kind: 'row',
      line,
      date,
      descriptor,
      amountMinor: spent,
      currency,
      chargeKind: kindOf({
        status: this.#cell(cells, 'status'),
        type: this.#cell(cells, 'type'),
        category: this.#cell(cells, 'category'),
        text: descriptor,
        spent,
        nature: format.nature,
      }),
      person: this.#text(cells, 'person'),
      original:
        spent === null || currency === null ? null : readOriginal(cells, this.#amounts, { minor: spent, currency }),
      account,
      department: this.#text(cells, 'department'),
      costCentre: this.#text(cells, 'costCentre'),
      mcc: this.#mcc(cells, descriptor),
      reference,
      balanceMinor: this.#balance(cells, currency),
      key: complete
        ? this.#keys.next({
            account: this.#context.account ?? account ?? '',
            date,
            minor: spent,
            currency,
            descriptor,
            reference,
          })
        : null,
    }
  }

  #cell(cells: readonly string[], role: ColumnRole): string {
    const index = this.#context.roles.get(role)
    return index === undefined ? '' : (cells[index] ?? '')
  }

  #text(cells: readonly string[], role: ColumnRole): string | null {
    const text = this.#cell(cells, role)
    return text === '' ? null : clean(text)
  }

  /** Distinct texts in column order; a text that another one holds is left out. */
  #descriptor(cells: readonly string[]): string {
    let texts: readonly string[] = []
    for (const role of TEXTS) {
      const text = clean(this.#cell(cells, role))
      const lower = text.toLowerCase()
      if (text === '' || texts.some((other) => other.toLowerCase().includes(lower))) continue
      texts = [...texts.filter((other) => !lower.includes(other.toLowerCase())), text]
    }
    return texts.join(' ').slice(0, MAX_TEXT)
  }

  #mcc(cells: readonly string[], descriptor: string): string | null {
    const digits = /^\d{3,4}$/.exec(this.#cell(cells, 'mcc'))?.[0] ?? MCC_IN_TEXT.exec(descriptor)?.[1] ?? null
    return digits === null ? null : digits.padStart(4, '0')
  }

  #balance(cells: readonly string[], currency: string | null): number | null {
    const { decimal } = this.#context.format
    const written = writtenAmount(this.#cell(cells, 'balance'))
    if (written === null || decimal === null || currency === null) return null
    const minor = toMinor(written.body, decimal, minorDigits(currency))
    if (!minor.ok) return null
    return written.negative || written.mark === 'debit' ? -minor.minor : minor.minor
  }
}

function clean(text: string): string {
  const oneLine = text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text
  // Some banks put a spreadsheet's mark of text before every cell.
  return maskCards(oneLine.startsWith("'") ? oneLine.replace(/^'\s*|'$/g, '') : oneLine)
}

function rejected(line: number, reason: string): StatementLine {
  return { kind: 'rejected', line, reason: maskCards(reason) }
}
