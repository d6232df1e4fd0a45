import type { InputFile } from '#core/file-reader.ts'
import type { StatementFormat } from '#core/statement.ts'
import { besideLine } from './beside.ts'
import { resolveColumns } from './column-index.ts'
import { ignored } from './no-charge.ts'
import { readRecords } from './records.ts'
import type { StatementRecord } from './records.ts'
import { RowReader } from './row.ts'
import type { StatementLine } from './statement-line.ts'

/**
 * Streams every record of a file as a row, an ignored line or a rejected one, in file order; the header alone is none
 * of them. Memory does not grow with the file, but for a few bytes a row that number equal ones. `account` is what a
 * person called the account of the file.
 */
export async function* readStatement(
  file: InputFile,
  format: StatementFormat,
  account: string | null,
): AsyncGenerator<readonly StatementLine[]> {
  let reader = format.headerLine === null ? readerFor(format, null, account) : null
  for await (const records of readRecords(file, format.encoding, format.delimiter)) {
    const lines: StatementLine[] = []
    for (const record of records) {
      if (reader !== null) lines.push(reader.read(record))
      else if (record.line === format.headerLine) reader = readerFor(format, record.cells, account)
      else lines.push(aboveHeader(record))
    }
    if (lines.length > 0) yield lines
  }
}

function readerFor(format: StatementFormat, header: readonly string[] | null, account: string | null): RowReader {
  return new RowReader({ format, header, roles: resolveColumns(format.columns, header).roles, account })
}

function aboveHeader(record: StatementRecord): StatementLine {
  const { line, cells, broken } = record
  if (broken !== null) return { kind: 'rejected', line, reason: broken }
  const says = besideLine(cells)
  return ignored(record, says === null ? 'a line above the header' : 'a balance or total above the header', says)
}
