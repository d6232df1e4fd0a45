import type { InputFile } from '#core/file-reader.ts'
import type { Delimiter } from '#core/statement.ts'
import { Framer } from './framer.ts'
import type { TableRecord } from './framer.ts'
import { readLines } from './lines.ts'

/** How a table is written. `encoding` is a label that `TextDecoder` knows. */
export type TableFormat = { readonly encoding: string; readonly delimiter: Delimiter }

/** Streams the records of a file in batches, in file order. Every line that is not blank ends in exactly one of them. */
export async function* readRecords(file: InputFile, format: TableFormat): AsyncGenerator<readonly TableRecord[]> {
  const framer = new Framer(format.delimiter)
  for await (const lines of readLines(file, format.encoding)) {
    const records = framer.add(lines)
    if (records.length > 0) yield records
  }
  const last = framer.end()
  if (last.length > 0) yield last
}

/** Records of lines that are in memory already. */
export function parseLines(lines: readonly string[], delimiter: Delimiter): readonly TableRecord[] {
  const framer = new Framer(delimiter)
  return [...framer.add(lines), ...framer.end()]
}
