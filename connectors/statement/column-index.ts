import { COLUMN_ROLES } from '#core/statement.ts'
import type { ColumnRole, StatementFormat } from '#core/statement.ts'

/** How a format calls a column: by its header where that is unmistakable, else by its place. */
export function columnName(header: readonly string[] | null, index: number): string {
  const text = header?.[index] ?? ''
  const unmistakable = text !== '' && header?.indexOf(text) === index && header.lastIndexOf(text) === index
  return unmistakable ? text : `column ${index + 1}`
}

/** Finds the columns of a format in a header. `missing` are the names that are not there. */
export function resolveColumns(
  columns: StatementFormat['columns'],
  header: readonly string[] | null,
): { readonly roles: ReadonlyMap<ColumnRole, number>; readonly missing: readonly string[] } {
  const roles = new Map<ColumnRole, number>()
  const missing: string[] = []
  for (const role of COLUMN_ROLES) {
    const name = columns[role]
    if (name === undefined) continue
    const place = /^column ([1-9]\d{0,3})$/.exec(name)
    const index = header?.indexOf(name.trim()) ?? -1
    if (index >= 0) roles.set(role, index)
    else if (place !== null) roles.set(role, Number(place[1]) - 1)
    else missing.push(name)
  }
  return { roles, missing }
}
