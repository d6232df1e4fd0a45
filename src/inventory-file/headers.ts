import { isCurrency } from '#core/currency.ts'
import { squeeze } from '#core/name.ts'
import { claimColumns } from '#src/table/claim-columns.ts'
import { COLUMN_NAMES } from './columns.ts'
import type { FileColumn } from './columns.ts'

/** A column of the file. `column` is null where it is kept as a note. */
export type HeaderCell = {
  readonly header: string
  readonly column: FileColumn | null
  /** A currency that the header itself states: `Monthly cost (EUR)`. */
  readonly currency: string | null
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD' }
const COST_COLUMNS: readonly (FileColumn | null)[] = ['monthly_cost', 'annual_cost', 'quarterly_cost']

/** Recognises the columns, in any order, case and spacing. Each of ours is found once; a second one is kept as notes. */
export function recogniseHeaders(headers: readonly string[]): readonly HeaderCell[] {
  const plain = headers.map((header) => ({ header: header.trim(), ...withoutCurrency(header) }))
  const claimed = claimColumns(
    plain.map(({ keys }) => keys),
    COLUMN_NAMES,
  )
  return plain.map(({ header, currency }, at) => {
    const column = claimed.get(at) ?? null
    return { header, column, currency: COST_COLUMNS.includes(column) ? currency : null }
  })
}

/** The header as keys to look up, most literal first: as it is, without a currency, without what stands in brackets. */
function withoutCurrency(header: string): { keys: readonly string[]; currency: string | null } {
  const words = header.split(/[\s()[\],/]+/)
  const code = words.find((word) => /^[A-Z]{3}$/.test(word) && isCurrency(word)) ?? null
  const symbol = /[€£$]/.exec(header)?.[0]
  const currency = code ?? (symbol === undefined ? null : (SYMBOLS[symbol] ?? null))
  const rest = words.filter((word) => word !== code && !/^[€£$]$/.test(word)).join(' ')
  const unbracketed = header.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  return { keys: [squeeze(header), squeeze(rest), squeeze(rest.replace(/\bin$/i, '')), squeeze(unbracketed)], currency }
}
