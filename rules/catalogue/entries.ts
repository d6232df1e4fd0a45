import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'

const named = z.object({ id: z.string() })

/**
 * The validated entries of one catalogue file, a JSON array. Throws at the first entry that does not fit, naming the
 * file, the entry and the problem: a program with half a catalogue would call known tools unknown.
 */
export function readEntries<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  return parseList(path).map((value, index) => {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    throw new Error(`${basename(path)}: ${entryName(value, index)}: ${problems(result.error)}`)
  })
}

function parseList(path: string): readonly unknown[] {
  const file = basename(path)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`${file}: is not readable JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
  if (!Array.isArray(value)) throw new Error(`${file}: must be a JSON array of entries, one object a line`)
  return value
}

function entryName(value: unknown, index: number): string {
  const result = named.safeParse(value)
  return result.success ? `entry "${result.data.id}"` : `entry number ${index + 1}`
}

function problems(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')} ${issue.message}`))
    .join('; ')
}
