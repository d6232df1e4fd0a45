import type { InputFile } from '#core/file-reader.ts'
import { squeeze } from '#core/name.ts'
import { unguardFormula } from '#src/export/formula-guard.ts'
import { openTable, readTable } from '#src/table/open-table.ts'
import { tooWide } from '#src/table/too-wide.ts'
import { JUDGEMENT_COLUMNS, NO_SOFTWARE } from './columns.ts'
import type { JudgementColumn } from './columns.ts'
import type { FileEntries, FileEntry, FileProblem } from './entry.ts'

const NEEDED = 'its first line must name the columns decision and app, and kind and value for what is judged'
const IDS: readonly JudgementColumn[] = JUDGEMENT_COLUMNS.map(({ id }) => id)

/** Entries of CSV with a header of `JUDGEMENT_COLUMNS`, in any order; other columns are a mistake and told. */
export async function readCsvEntries(file: InputFile): Promise<FileEntries> {
  const table = await openTable(file)
  if (table.refused !== null) return { refused: table.refused }
  const [header] = table.head
  const columns = (header?.cells ?? []).map((cell) => IDS.find((id) => id === squeeze(cell)) ?? null)
  if (header === undefined || !columns.includes('decision') || !columns.includes('app')) return { refused: NEEDED }
  const strange = header.cells.filter((cell, at) => columns[at] === null && cell.trim() !== '')
  if (strange.length > 0)
    return { refused: `nobody knows its column ${strange.join(', ')}; the columns are ${IDS.join(', ')}` }
  const entries: FileEntry[] = []
  const problems: FileProblem[] = []
  for await (const row of readTable(file, table.format)) {
    if (row.line <= header.line) continue
    const place = `line ${row.line}`
    const broken = 'broken' in row ? row.broken : tooWide(row, columns.length)
    if (broken !== null) problems.push({ place, reason: broken })
    else if ('cells' in row) {
      const cells = new Map(columns.map((column, at) => [column, cellOf(row.cells[at] ?? '', column)]))
      entries.push({ place, value: entryOf((column) => cells.get(column) ?? '') })
    }
  }
  return { refused: null, entries, problems }
}

// What was judged is text as somebody printed it; everything else is a word of ours.
function cellOf(cell: string, column: JudgementColumn | null): string {
  const text = unguardFormula(cell.trim())
  return column === 'decision' || column === 'kind' ? text.toLowerCase() : text
}

/** The cells as the JSON shape of a judgement; what is empty is left out, so that the shape says what is missing. */
function entryOf(cell: (column: JudgementColumn) => string): unknown {
  const [kind, value, app] = [cell('kind'), cell('value'), cell('app')]
  const isNone = cell('decision') === 'confirm' && app.toLowerCase() === NO_SOFTWARE
  return {
    decision: cell('decision'),
    ...(kind === '' && value === '' ? {} : { identifier: { kind, value } }),
    ...(app === '' ? {} : { app: isNone ? null : app }),
    ...stated({ into: cell('into'), name: cell('name'), by: cell('by'), at: cell('at'), reason: cell('reason') }),
    ...stated({ id: cell('id') }),
  }
}

function stated(cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''))
}
