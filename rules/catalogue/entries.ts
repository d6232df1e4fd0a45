import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { entryLines } from './entry-lines.ts'
import { problemWords } from './problem-words.ts'

const named = z.object({ id: z.string() })
const extending = z.object({ extends: z.string() })

/** An entry of a file with the physical line on which it begins (1-based), and how messages call it. */
export type ReadEntry<T> = { readonly line: number; readonly name: string; readonly entry: T }

/** Why an entry, or where `line` is null the whole file, cannot be taken. */
export type EntryProblem = { readonly line: number | null; readonly name: string | null; readonly problem: string }

/**
 * The entries of one catalogue file, a JSON array; a byte order mark is left out. `schemaOf` chooses the form that a value
 * must have. Every entry that does not fit becomes a problem.
 */
export function parseEntries<T>(
  text: string,
  schemaOf: (value: unknown) => z.ZodType<T>,
): { readonly entries: readonly ReadEntry<T>[]; readonly problems: readonly EntryProblem[] } {
  const plain = text.replace(/^\ufeff/u, '')
  const list = parseList(plain)
  if (typeof list === 'string') return { entries: [], problems: [{ line: null, name: null, problem: list }] }
  const lines = entryLines(plain)
  const entries: ReadEntry<T>[] = []
  const problems: EntryProblem[] = []
  for (const [index, value] of list.entries()) {
    const line = lines[index] ?? 1
    const name = entryName(value, index)
    const schema = schemaOf(value)
    const result = schema.safeParse(value)
    if (result.success) entries.push({ line, name, entry: result.data })
    else problems.push({ line, name, problem: problemWords(result.error, fieldsOf(schema)) })
  }
  return { entries, problems }
}

/**
 * The validated entries of one catalogue file, a JSON array. Throws at the first entry that does not fit, naming the
 * file, the entry and the problem: a program with half a catalogue would call known tools unknown.
 */
export function readEntries<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  const { entries, problems } = parseEntries(readFileSync(path, 'utf8'), () => schema)
  const [first] = problems
  if (first === undefined) return entries.map(({ entry }) => entry)
  throw new Error(`${basename(path)}: ${first.name === null ? '' : `${first.name}: `}${first.problem}`)
}

// Comments are what people most often try in such files.
const COMMENT = /^\s*(?:\/\/|\/\*|#)/mu

function parseList(text: string): readonly unknown[] | string {
  if (text.trim() === '') return 'is empty; write [] for a list without entries, or remove the file'
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    // V8 quotes the text with its line ends.
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\s+/gu, ' ')
    const hint = COMMENT.test(text) ? '; JSON knows no comments' : ''
    return `is not readable JSON: ${why}${hint}`
  }
  return Array.isArray(value) ? value : 'must be a JSON array of entries, one object a line'
}

function entryName(value: unknown, index: number): string {
  const result = named.safeParse(value)
  if (result.success) return `entry "${result.data.id}"`
  const extension = extending.safeParse(value)
  return extension.success ? `extension of "${extension.data.extends}"` : `entry number ${index + 1}`
}

function fieldsOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}
