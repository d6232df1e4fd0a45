import { z } from 'zod'
import type { FileReader, Question } from '#core/file-reader.ts'
import type { StatementFormat } from '#core/statement.ts'
import { appListPreview } from '#shapes/app-list-preview.ts'
import type { AppListPreview } from '#shapes/app-list-preview.ts'
import { importPreview } from '#shapes/import-preview.ts'
import type { ImportPreview } from '#shapes/import-preview.ts'
import { splitRows } from './split-rows.ts'

const ROWS_SHOWN = 50

type Noted = ImportPreview['rejected'][number]
export type StatementRow = ImportPreview['rows'][number]
export type AppListRow = AppListPreview['rows'][number]

type Shown = {
  readonly refused: string | null
  readonly questions: readonly Question[]
  readonly ignored: readonly Noted[]
  readonly rejected: readonly Noted[]
  readonly count: number
  readonly seen: number
}

/** What importing a file would read, fit to be shown: the first rows, and all that is odd. */
export type Preview = Shown &
  (
    | {
        readonly kind: 'statement'
        readonly format: StatementFormat | null
        readonly rows: readonly StatementRow[]
        readonly kinds: Readonly<Record<string, number>>
        readonly totals: ImportPreview['totals']
      }
    | { readonly kind: 'app-list'; readonly format: AppListPreview['format']; readonly rows: readonly AppListRow[] }
  )

const counted = z.object({ seen: z.boolean(), kind: z.string().optional() })

/** Reads the JSON object of a preview in pieces. Throws when it is of no known shape: it is our own. */
export async function readPreview(source: FileReader['source'], chunks: AsyncIterable<string>): Promise<Preview> {
  const first: unknown[] = []
  const kinds: Record<string, number> = {}
  let count = 0
  let seen = 0
  const rest = await splitRows(chunks, (json) => {
    const row: unknown = JSON.parse(json)
    const { kind, seen: known } = counted.parse(row)
    count += 1
    if (known) seen += 1
    if (kind !== undefined) kinds[kind] = (kinds[kind] ?? 0) + 1
    if (first.length < ROWS_SHOWN) first.push(row)
  })
  const whole: unknown = JSON.parse(rest)
  if (source === 'app-list') {
    const { refused, questions, ignored, rejected, format } = appListPreview.parse(whole)
    const rows = z.array(appListPreview.shape.rows.element).parse(first)
    return { kind: source, refused, questions, ignored, rejected, format, rows, count, seen }
  }
  const { refused, questions, ignored, rejected, format, totals } = importPreview.parse(whole)
  const rows = z.array(importPreview.shape.rows.element).parse(first)
  return { kind: source, refused, questions, ignored, rejected, format, rows, kinds, totals, count, seen }
}
