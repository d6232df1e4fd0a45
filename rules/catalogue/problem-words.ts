import type { z } from 'zod'
import { closest } from '#core/nearest.ts'

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list in square brackets',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object in braces',
  string: 'a text in quotes',
}

/** What does not fit, in one clause; `fields` are the fields that such an entry may have. */
export function problemWords(error: z.ZodError, fields: readonly string[]): string {
  const unknown = error.issues.some(({ code }) => code === 'unrecognized_keys')
  // What is said of the entry as a whole follows from the field that was not understood.
  const told = error.issues.filter(({ code, path }) => !unknown || code !== 'custom' || path.length > 0)
  return told.map((issue) => issueWords(issue, fields)).join('; ')
}

function issueWords(issue: z.core.$ZodIssue, fields: readonly string[]): string {
  const where = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = where === '' ? fields : []
    return issue.keys.map((key) => unknownField(where === '' ? key : `${where}.${key}`, known)).join('; ')
  }
  if (issue.code === 'invalid_type') {
    const isMissing = issue.message.endsWith('received undefined')
    const problem = isMissing ? 'is missing' : `must be ${KINDS[issue.expected] ?? issue.expected}`
    return where === '' ? problem : `${where} ${problem}`
  }
  if (issue.code === 'invalid_value') return `${where} must be one of ${issue.values.map(String).join(', ')}`
  return where === '' ? issue.message : `${where} ${issue.message}`
}

function unknownField(field: string, known: readonly string[]): string {
  const meant = closest(field, known) ?? known.find((each) => each.startsWith(field) || field.startsWith(each)) ?? null
  if (meant !== null) return `there is no field "${field}"; did you mean "${meant}"?`
  return `there is no field "${field}"${known.length === 0 ? '' : `; there are ${known.join(', ')}`}`
}
