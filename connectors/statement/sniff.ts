import type { FileSettings, InputFile, Question, Sniffed } from '#core/file-reader.ts'
import type { StatementFormat } from '#core/statement.ts'
import { DELIMITER_LINES, detectDelimiter } from '#src/table/delimiter.ts'
import { sniffEncoding } from '#src/table/encoding.ts'
import { firstLines } from '#src/table/lines.ts'
import { columnName } from './column-index.ts'
import { statementFit } from './delimiter-fit.ts'
import { isKnownHeader } from './header-words.ts'
import { maskCards } from './mask.ts'
import { isSettled, sniffMeaning } from './meaning.ts'
import type { Meaning } from './meaning.ts'
import { readRecords } from './records.ts'
import type { StatementRecord } from './records.ts'
import { refuseBytes, refuseHeader, refuseMissing } from './refuse.ts'
import { sniffLayout } from './sniff-layout.ts'
import { parseMapping } from './wire.ts'

const MOST_COLUMNS = 1000
// Rows looked at together. Most files are smaller; of larger ones the next rows are read while a question is open.
const WINDOW = 4000

/** Tells how a file is to be read, what it leaves open, or why it is no statement. Answers in a mapping go first. */
export async function sniffStatement(file: InputFile, settings: FileSettings): Promise<Sniffed<StatementFormat>> {
  const mapping = parseMapping(settings.mapping)
  if (!mapping.ok) return refuse(mapping.reason)
  const answers = mapping.mapping
  const bytes = await sniffEncoding(file, isKnownHeader)
  const noText = refuseBytes(bytes)
  if (noText !== null) return refuse(`this file is ${noText}`)
  const encoding = answers.encoding ?? bytes.encoding
  const delimiter =
    answers.delimiter ?? detectDelimiter(await firstLines(file, encoding, DELIMITER_LINES), statementFit)
  const windows = inWindows(readRecords(file, encoding, delimiter))
  const records = (await windows.next()).value ?? []
  if (records.every((record) => record.cells.length < 2))
    return refuse('this file has no columns: every line is one text')
  const layout = sniffLayout(records, answers)
  const { table, roles } = layout
  if (table.width > MOST_COLUMNS) return refuse(`this file has ${table.width} columns, more than any statement`)
  const other = answers.columns === undefined && table.header !== null ? refuseHeader(table.header) : null
  if (other !== null) return refuse(`this file is ${other}`)
  if (layout.missing.length > 0)
    return refuse(`the mapping names columns that the file does not have: ${layout.missing.join(', ')}`)
  const needed = layout.questions.length > 0 ? [] : missingParts(roles)
  if (needed.length > 0) return refuse(`this file is ${refuseMissing(needed, table)}`)
  const above = records.slice(0, table.header === null ? table.first : table.first - 1)
  let rows = records.slice(table.first).filter(isWhole)
  let meaning = sniffMeaning({ layout, above, rows, settings, answers })
  while (!isSettled(meaning)) {
    const next = await windows.next()
    if (next.done === true) break
    rows = next.value.filter(isWhole)
    meaning = settle(meaning, sniffMeaning({ layout, above, rows, settings, answers }))
  }
  await windows.return(undefined)
  const format: StatementFormat = {
    delimiter,
    encoding,
    dateOrder: meaning.dateOrder.value,
    headerLine: table.headerLine,
    sign: meaning.sign.value,
    columns: Object.fromEntries([...meaning.roles].map(([role, index]) => [role, columnName(table.header, index)])),
    decimal: meaning.decimal.value,
    currency: meaning.currency.value,
    nature: meaning.nature,
  }
  const questions = [...layout.questions, ...openQuestions(meaning, rows.length > 0)]
  return {
    refused: null,
    likelihood: table.header === null ? 0.7 : 0.9,
    format,
    questions: questions.map(masked),
    label: null,
  }
}

function refuse(reason: string): Sniffed<StatementFormat> {
  return { refused: maskCards(reason), likelihood: 0, format: null, questions: [] }
}

/** A header without rows asks nothing. */
function openQuestions(meaning: Meaning, hasRows: boolean): readonly Question[] {
  if (!hasRows) return []
  const { decimal, dateOrder, currency, sign } = meaning
  return [dateOrder, sign, decimal, currency].flatMap(({ value, question }) =>
    value === null && question !== null ? [question] : [],
  )
}

/** What later rows decide fills what the first ones left open. */
function settle(known: Meaning, later: Meaning): Meaning {
  return {
    ...known,
    decimal: known.decimal.value === null ? later.decimal : known.decimal,
    dateOrder: known.dateOrder.value === null ? keepQuestion(known.dateOrder, later.dateOrder) : known.dateOrder,
    sign: known.sign.value === null ? keepQuestion(known.sign, later.sign) : known.sign,
  }
}

function keepQuestion<Open extends { readonly value: unknown }>(known: Open, later: Open): Open {
  return later.value === null ? known : later
}

function missingParts(roles: ReadonlyMap<string, number>): readonly string[] {
  const missing = roles.has('date') ? [] : ['dates']
  if (!roles.has('amount') && !roles.has('debit')) missing.push('amounts')
  if (!roles.has('descriptor')) missing.push('merchants or descriptions')
  return missing
}

function masked(question: Question): Question {
  return { ...question, options: question.options.map(maskCards), evidence: maskCards(question.evidence) }
}

function isWhole(record: StatementRecord): boolean {
  return record.broken === null && record.cells.some((cell) => cell !== '')
}

async function* inWindows(
  batches: AsyncIterable<readonly StatementRecord[]>,
): AsyncGenerator<readonly StatementRecord[], undefined> {
  let window: StatementRecord[] = []
  for await (const batch of batches) {
    window.push(...batch)
    if (window.length < WINDOW) continue
    yield window
    window = []
  }
  if (window.length > 0) yield window
  return undefined
}
