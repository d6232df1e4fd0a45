import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import type { Column } from '#src/export/column.ts'
import { toCsv } from '#src/export/csv.ts'
import { toXlsx } from '#src/export/xlsx.ts'
import { page } from './paging.ts'

const CSV = 'text/csv'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a list answers with, for its description: a page of lines, or a file of all. */
export function listContent<T extends z.ZodType>(
  line: T,
): { 'application/json': { schema: z.ZodObject<{ items: z.ZodArray<T> }> } } {
  const whole = { schema: z.string() }
  const content = { 'application/json': { schema: z.object({ items: z.array(line) }) }, [CSV]: whole, [XLSX]: whole }
  return content
}

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
      return file(c, `${list.name}.csv`, `${CSV}; charset=utf-8`, toCsv(list.columns, list.rows, { bom: true }))
    case 'xlsx': {
      const bytes = await toXlsx(list.columns, list.rows, list.name)
      return file(c, `${list.name}.xlsx`, XLSX, Uint8Array.from(bytes))
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
