import type { Context } from 'hono'
import type { Column } from '#src/export/column.ts'
import { toCsv } from '#src/export/csv.ts'
import { toXlsx } from '#src/export/xlsx.ts'
import { page } from './paging.ts'

export type ListRequest = {
  readonly limit: number
  readonly after?: string | undefined
  readonly format: 'json' | 'csv' | 'xlsx'
}

export type ListAnswer<Line, Row> = {
  readonly lines: readonly Line[]
  readonly idOf: (line: Line) => string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** File and sheet name. */
  readonly name: string
}

/** A file of the whole filtered list, when csv or xlsx is asked for; else null, and the page is answered as JSON. */
export async function exportList<Line, Row>(
  c: Context,
  list: ListAnswer<Line, Row>,
  format: ListRequest['format'],
): Promise<Response | null> {
  switch (format) {
    case 'json':
      return null
    case 'csv':
      // The mark lets Excel read the file as UTF-8; parsers skip it.
      return file(c, `${list.name}.csv`, 'text/csv; charset=utf-8', toCsv(list.columns, list.rows, { bom: true }))
    case 'xlsx': {
      const bytes = await toXlsx(list.columns, list.rows, list.name)
      return file(
        c,
        `${list.name}.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        Uint8Array.from(bytes),
      )
    }
    default:
      return format satisfies never
  }
}

function file(c: Context, name: string, type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return c.body(body, 200, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
}

/** The page of lines that was asked for, its `Link` set. */
export function pageOf<Line>(
  c: Context,
  list: Pick<ListAnswer<Line, never>, 'lines' | 'idOf'>,
  { limit, after }: ListRequest,
): Line[] {
  return [...page(c, list.lines, list.idOf, limit, after)]
}
