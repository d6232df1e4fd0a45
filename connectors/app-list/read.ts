import type { Rejected } from '#core/coverage.ts'
import type { InputFile } from '#core/file-reader.ts'
import type { Observation } from '#core/observation.ts'
import { readTable } from '#src/table/open-table.ts'
import { convertRow } from './convert.ts'
import type { Listed } from './convert.ts'
import { DistinctApps } from './distinct.ts'
import type { AppListFormat, SniffedAppList } from './sniff.ts'
import { parseRow, positionsOf } from './wire.ts'

/** A row of the list as read; `line` is its first physical line, 1-based. */
export type ReadRow = { readonly line: number } & (Listed | { readonly reason: string })

/** Streams what each row below the header says, or why it was rejected. */
export async function* readRows(input: InputFile, format: AppListFormat): AsyncIterable<ReadRow> {
  let header: readonly string[] | null = null
  let positions = positionsOf({}, [])
  for await (const row of readTable(input, format)) {
    if (row.line < format.headerLine) continue
    if ('broken' in row) yield { line: row.line, reason: row.broken }
    else if (header === null) {
      header = row.cells
      positions = positionsOf(format.columns, header)
    } else if (row.cells.join('\n') !== header.join('\n')) {
      const parsed = parseRow(row, positions, header.length)
      yield { line: row.line, ...('reason' in parsed ? parsed : convertRow(parsed, format.columns, format.provider)) }
    }
  }
}

/**
 * Yields an `sso-app` observation per distinct app, then the assignments of people and groups where rows name them,
 * and a `Rejected` per row that could not be read. Apps are joined over all rows before the first is given, so memory
 * grows with the number of apps, not of rows. Throws when `sniffed` was refused.
 */
export async function* readAppList(
  input: InputFile,
  sniffed: Pick<SniffedAppList, 'format'>,
): AsyncIterable<Observation | Rejected> {
  const { format } = sniffed
  if (format === null) throw new Error(`${input.name} was refused as an app list and cannot be read as one`)
  const apps = new DistinctApps()
  let assignments = false
  for await (const row of readRows(input, format)) {
    if ('reason' in row) yield rejected(row.line, row.reason)
    else {
      apps.add(row.app)
      assignments ||= row.people.length > 0 || row.groups.length > 0
      if (row.problem !== null) yield rejected(row.line, row.problem)
    }
  }
  yield* apps.observations()
  if (!assignments) return
  const seen = new Set<string>()
  for await (const row of readRows(input, format)) {
    if ('reason' in row) continue
    const subjects = [...row.people.map((person) => ({ person })), ...row.groups.map((group) => ({ group }))]
    for (const subject of subjects) {
      const assignment = apps.assignment(row.app.key, subject)
      if (!seen.has(assignment.key)) yield assignment
      seen.add(assignment.key)
    }
  }
}

function rejected(line: number, reason: string): Rejected {
  return { kind: 'rejected', source: 'app-list', subject: `line ${line}`, reason }
}
