import type { InputFile } from '#core/file-reader.ts'
import { headerCandidates, listCells, widest } from '#src/table/header-candidates.ts'
import { openTable } from '#src/table/open-table.ts'
import type { TableRow } from '#src/table/open-table.ts'
import type { TableFormat } from '#src/table/records.ts'
import { looksLikeAppList, providerOf, recogniseHeaders } from './headers.ts'
import type { Columns, Provider } from './headers.ts'
import { positionsOf } from './wire.ts'

/** How a list is read. `headerLine` is 1-based; `columns` maps a field to its header. */
export type AppListFormat = TableFormat & {
  readonly headerLine: number
  readonly columns: Columns
  readonly provider: Provider | null
}

export type SniffedAppList = {
  /** Why this file is no app list, in a sentence; else null. */
  readonly refused: string | null
  readonly columns: Columns
  readonly unrecognised: readonly string[]
  readonly provider: Provider | null
  /** 0..1, how much the headers look like a list of apps. */
  readonly likelihood: number
  /** Null when refused. */
  readonly format: AppListFormat | null
}

const NEEDED =
  'an app list needs a column with the name of the app ("Application", "App name", "displayName") or its id'

/** Finds the header row and what its columns say. Refuses what is no table and what names no apps. */
export async function sniffAppList(input: InputFile): Promise<SniffedAppList> {
  const table = await openTable(input)
  if (table.refused !== null) return refusal(table.refused)
  const header = headerRow(table.head)
  if (header === null) {
    const likeliest = widest(headerCandidates(table.head))
    return refusal(likeliest === null ? 'the file is empty' : `the columns are ${listCells(likeliest)}; ${NEEDED}`)
  }
  const { columns, unrecognised } = recogniseHeaders(header.cells)
  const positions = positionsOf(columns, header.cells)
  const rows = table.head.filter((row) => row.line > header.line)
  const ids = rows.flatMap((row) =>
    [positions.get('appId'), positions.get('id')].map((at) => row.cells[at ?? -1] ?? ''),
  )
  const provider = providerOf(header.cells, ids)
  const likelihood = looksLikeAppList(header.cells)
  const format = { ...table.format, headerLine: header.line, columns, provider }
  return { refused: null, columns, unrecognised, provider, likelihood, format }
}

function refusal(refused: string): SniffedAppList {
  return { refused, columns: {}, unrecognised: [], provider: null, likelihood: 0, format: null }
}

/** Exports open with title lines; the header is the row that looks most like one, the first of equals. */
function headerRow(head: readonly TableRow[]): TableRow | null {
  const ranked = headerCandidates(head)
    .map((row) => ({ row, score: looksLikeAppList(row.cells) }))
    .filter(({ score }) => score > 0.1)
  return (
    ranked.reduce<(typeof ranked)[number] | null>((a, b) => (a === null || b.score > a.score ? b : a), null)?.row ??
    null
  )
}
