import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Label } from '#core/evaluation/label.ts'
import { TEXT_KINDS } from '#core/evaluation/labelled-case.ts'
import type { LabelledCase } from '#core/evaluation/labelled-case.ts'
import { identityOf } from './identify.ts'

/** What a file of labelled cases holds. `refused`: why it is none at all; then there are no cases. */
export type LabelledCases = {
  readonly refused: string | null
  readonly cases: readonly LabelledCase[]
  readonly rejected: readonly { readonly line: number; readonly reason: string }[]
}

type Row = { readonly line: number; readonly cells: readonly string[] }

const KINDS = new Set<string>(TEXT_KINDS)
const DELIMITERS = [',', ';', '\t'] as const

/**
 * Reads labelled cases from CSV: columns `text` and `label`, optional `kind` (default `any`), `mcc`, `category`,
 * `identifier`, `publisher`, `domain`, `amount`, `currency`; others are ignored, and so are blank lines.
 */
export function readLabelledCases(csv: string, readLabel: (text: string) => Label): LabelledCases {
  const rows = rowsOf(csv)
  if (typeof rows === 'string') return refuse(rows)
  const [header, ...records] = rows
  const columns = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  if (!columns.includes('text') || !columns.includes('label')) {
    return refuse('the first line must name the columns text and label (and may name kind, mcc, category)')
  }
  const cases: LabelledCase[] = []
  const rejected: { line: number; reason: string }[] = []
  for (const { line, cells } of records) {
    const found = caseOf((column) => cells[columns.indexOf(column)] ?? '', readLabel)
    if (typeof found === 'string') rejected.push({ line, reason: found })
    else cases.push(found)
  }
  return { refused: null, cases, rejected }
}

function caseOf(cell: (column: string) => string, readLabel: (text: string) => Label): LabelledCase | string {
  const value = (column: string): string => cell(column).trim()
  const text = cell('text')
  const asked = value('kind').toLowerCase() || 'any'
  const kind = TEXT_KINDS.find((known) => known === asked)
  if (kind === undefined) return `the kind "${asked}" is none of ${[...KINDS].join(', ')}`
  if (value('label') === '') return 'the label is empty; write a product, a family, NONE or UNRESOLVABLE'
  const row = {
    text,
    kind,
    identifier: value('identifier'),
    publisher: value('publisher'),
    domain: value('domain'),
    mcc: value('mcc'),
    amount: value('amount'),
    currency: value('currency').toUpperCase(),
  }
  return { text, kind, identity: identityOf(row, kind), label: readLabel(value('label')), category: value('category') }
}

/** The records with the line each ends in, or why there are none. */
function rowsOf(csv: string): readonly Row[] | string {
  const [first = ''] = csv.split(/\r?\n/, 1)
  const delimiter = DELIMITERS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const rows: Row[] = []
  try {
    parse(csv, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record(cells: string[], { lines }) {
        rows.push({ line: lines, cells })
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof CsvError) return `the CSV cannot be read: ${error.message}`
    throw error
  }
}

function refuse(reason: string): LabelledCases {
  return { refused: reason, cases: [], rejected: [] }
}
