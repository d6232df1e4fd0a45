import type { InputFile } from '#core/file-reader.ts'
import { nameWords } from '#core/name.ts'
import { openTable, readTable } from '#src/table/open-table.ts'
import { NO_ENTRIES } from './entry.ts'
import type { StatedLine, Written } from './entry.ts'
import type { OwnProblem } from './problem.ts'
import type { ReadFile } from './read-list.ts'

const TEXT = new Set(['text', 'descriptor', 'description', 'charge'])
const PRODUCT = new Set(['product', 'tool', 'app', 'software'])
// A beginning of fewer letters would claim charges that nobody had in mind.
const SHORTEST = 3

/** Reads `descriptors.csv`: a header with `text` and `product`, then a charge text and what it is a line. */
export async function readDescriptors(file: InputFile, path: string): Promise<ReadFile> {
  const refused = (problem: string): ReadFile => ({
    entries: NO_ENTRIES,
    problems: [{ where: path, problem, with: [] }],
  })
  const table = await openTable(file)
  if (table.refused !== null) return refused(`${table.refused}; write the line "text,product", or remove the file`)
  const headers = (table.head[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const [text, product] = [TEXT, PRODUCT].map((names) => headers.findIndex((header) => names.has(header)))
  if (text === undefined || product === undefined || text === -1 || product === -1)
    return refused('the first line must name the columns text and product')
  const written: Written<StatedLine>[] = []
  const problems: OwnProblem[] = []
  let isHeader = true
  for await (const row of readTable(file, table.format)) {
    if (isHeader) {
      isHeader = false
      continue
    }
    const where = `${path}, line ${row.line}`
    const read = 'broken' in row ? row.broken : lineOf(row.cells[text] ?? '', row.cells[product] ?? '')
    if (typeof read === 'string') problems.push({ where, problem: read, with: [] })
    else written.push({ where, value: { ...read, from: `${file.name}, line ${row.line}` } })
  }
  return { entries: { ...NO_ENTRIES, descriptors: written }, problems }
}

function lineOf(text: string, product: string): Pick<StatedLine, 'text' | 'product'> | string {
  const [said, named] = [text.trim(), product.trim()]
  if (said === '') return 'has no text'
  if (named === '') return 'names no product; write its id or name, or NONE for what is no software'
  if (nameWords(said).join('').length < SHORTEST) return `"${said}" is too short to tell one merchant from another`
  return { text: said, product: named }
}
