import { z } from 'zod'
import type { FileEntries, FileEntry, FileProblem } from './entry.ts'

const listed = z.union([
  z.array(z.unknown()),
  z.looseObject({ items: z.array(z.unknown()) }).transform(({ items }) => items),
])

/** Entries of JSON: a list, an answer of the API (`{"items":[…]}`), or JSON Lines, one object a line. */
export function readJsonEntries(text: string): FileEntries {
  const whole = parse(text)
  if (whole !== null) {
    const list = listed.safeParse(whole.value)
    if (list.success) {
      const entries = list.data.map((value, index) => ({ place: `entry ${index + 1}`, value }))
      return { refused: null, entries, problems: [] }
    }
  }
  const entries: FileEntry[] = []
  const problems: FileProblem[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const place = `line ${index + 1}`
    const parsed = parse(line)
    if (parsed === null) problems.push({ place, reason: 'this is no JSON; write one object a line, or one list' })
    else entries.push({ place, value: parsed.value })
  }
  // An object over several lines is one entry, which no line of it is.
  if (whole !== null && problems.length > 0) {
    return { refused: null, entries: [{ place: 'entry 1', value: whole.value }], problems: [] }
  }
  return { refused: null, entries, problems }
}

function parse(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
