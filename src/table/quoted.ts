import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Delimiter } from '#core/statement.ts'
import { splitCells } from './cells.ts'
import { MAX_RECORD_LENGTH } from './lines.ts'

/**
 * The cells of records that hold quotes, a text each. csv-parse reads what is well-formed; where it refuses one (a blank
 * before a quote, 24" inside a cell), its cells are told apart by `splitCells`.
 */
export function quotedCells(texts: readonly string[], delimiter: Delimiter): readonly (readonly string[])[] {
  if (texts.length === 0) return []
  const together = parseText(texts.join('\n'), delimiter)
  if (together?.length === texts.length) return together
  return texts.map((text) => {
    const alone = parseText(text, delimiter)
    const [cells] = alone ?? []
    return alone?.length === 1 && cells !== undefined ? cells : splitCells(text, delimiter).cells
  })
}

function parseText(text: string, delimiter: Delimiter): readonly (readonly string[])[] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: MAX_RECORD_LENGTH,
    })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
