import type { Delimiter } from '#core/statement.ts'

/**
 * How the quotes of a text end. `open`: its last cell is quoted and may go on in the next line; `undoubled`: a quote
 * stands inside a quoted cell where two should stand; `entangled`: such a one, and behind it one that stays open.
 */
export type Quotes = 'closed' | 'open' | 'undoubled' | 'entangled'

const SPACES = / +/y
const SPACES_AND_TABS = /[ \t]+/y

/**
 * The cells of a record's text: what is between the quotes where a cell is quoted, blanks around them left out, else
 * all that is between the delimiters. A quote inside a cell that does not begin with one (24" display) is a letter, and
 * a cell with an undoubled quote is given with all its quotes.
 */
export function splitCells(text: string, delimiter: Delimiter): { readonly cells: string[]; readonly quotes: Quotes } {
  const cells: string[] = []
  let undoubled = false
  for (let at = 0; ;) {
    const quote = skipBlanks(text, at, delimiter)
    const quoted = text[quote] === '"'
    const close = quoted ? closingQuote(text, quote + 1) : -1
    if (quoted && close < 0) return { cells: [...cells, text.slice(at)], quotes: undoubled ? 'entangled' : 'open' }
    const behind = quoted ? skipBlanks(text, close + 1, delimiter) : quote
    const found = text.indexOf(delimiter, behind)
    const end = found < 0 ? text.length : found
    const proper = quoted && end === behind
    cells.push(proper ? text.slice(quote + 1, close).replaceAll('""', '"') : text.slice(at, end))
    undoubled ||= quoted && !proper
    if (found < 0) return { cells, quotes: undoubled ? 'undoubled' : 'closed' }
    at = end + 1
  }
}

/** How the quotes of a line end that begins inside a quoted cell. */
export function continueQuotes(line: string, delimiter: Delimiter): Quotes {
  const close = closingQuote(line, 0)
  if (close < 0) return 'open'
  const behind = skipBlanks(line, close + 1, delimiter)
  if (behind >= line.length) return 'closed'
  return line[behind] === delimiter ? splitCells(line.slice(behind + 1), delimiter).quotes : 'undoubled'
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function skipBlanks(text: string, from: number, delimiter: Delimiter): number {
  const blanks = delimiter === '\t' ? SPACES : SPACES_AND_TABS
  blanks.lastIndex = from
  return blanks.test(text) ? blanks.lastIndex : from
}
