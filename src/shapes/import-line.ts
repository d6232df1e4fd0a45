import { z } from 'zod'
import type { ImportRecord } from '#core/store.ts'

const count = z.int().min(0)

export const importLine = z
  .object({
    status: z.enum(['imported', 'already-imported']),
    import: z.string(),
    file: z.string(),
    as: z.enum(['statement', 'app-list']),
    account: z.string().nullable(),
    importedAt: z.iso.datetime(),
    rows: count,
    added: count,
    seen: count,
    rejected: z.array(z.object({ subject: z.string(), reason: z.string() })),
  })
  .meta({ id: 'Import', description: 'One imported file: every row is added, seen before, or rejected with a reason' })
export type ImportLine = z.infer<typeof importLine>

export function toImportLine(status: ImportLine['status'], record: ImportRecord): ImportLine {
  const { id, file, as, account, importedAt, rows, added, seen, rejected } = record
  const lines = rejected.map(({ subject, reason }) => ({ subject, reason }))
  return { status, import: id, file, as, account, importedAt, rows, added, seen, rejected: lines }
}
