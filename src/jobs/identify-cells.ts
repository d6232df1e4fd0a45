/**
 * The cells of a record; `open` where its last quote is not closed, `strange` where more than a delimiter stands behind a
 * closing quote.
 */
export type Cells = { readonly cells: readonly string[]; readonly open: boolean; readonly strange: boolean }

/** Splits one CSV record (RFC 4180). A quote inside an unquoted cell is a letter, and so is text behind a closing quote. */
export function cells(record: string, delimiter: string): Cells {
  const found: string[] = []
  let cell = ''
  let quoted = false
  let begun = false
  let closed = false
  let strange = false
  for (let at = 0; at < record.length; at += 1) {
    const letter = record.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (record[at + 1] === '"') {
        cell += '"'
        at += 1
      } else {
        quoted = false
        closed = true
      }
      continue
    }
    if (letter === '"' && !begun) {
      quoted = true
      begun = true
    } else if (letter === delimiter) {
      found.push(cell)
      cell = ''
      begun = false
      closed = false
    } else {
      cell += letter
      begun = true
      if (closed) strange = true
    }
  }
  return { cells: [...found, cell], open: quoted, strange }
}
