import type { Context } from 'hono'
import { z } from 'zod'
import { ProblemError } from '#src/api/problem.ts'

// Far beyond what anybody types; files have their own way in.
const LONGEST_FORM = 512 * 1024

/** The fields of a posted form, texts as they were sent; a field that came twice counts once, the last time. */
export async function readFields(c: Context): Promise<Readonly<Record<string, string>>> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > LONGEST_FORM) throw new ProblemError(413, 'the form is too large; shorten its texts')
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new ProblemError(415, 'forms are sent as application/x-www-form-urlencoded')
  const text = await c.req.text()
  if (text.length > LONGEST_FORM) throw new ProblemError(413, 'the form is too large; shorten its texts')
  return Object.fromEntries(new URLSearchParams(text))
}

/** A form parsed by its schema, whose messages are clauses that stand by themselves. 422 says the first of them. */
export async function readForm<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readFields(c))
  if (parsed.success) return parsed.data
  const what = [...new Set(parsed.error.issues.map(({ message }) => message))].slice(0, 5)
  throw new ProblemError(422, `${what.join('; ')}. Go back, and what you entered is still there`)
}

/** A text that has to be there. */
export function needed(what: string, longest = 2000): z.ZodType<string> {
  return z
    .string(`say ${what}`)
    .trim()
    .min(1, `say ${what}`)
    .max(longest, `${what} has to fit into ${longest} characters`)
}

/** A text that may be missing. */
export const optional = z
  .string()
  .trim()
  .max(2000, 'a text is longer than 2000 characters')
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text))

/** The version of what was on screen, from the hidden field; 0 for something new. */
export const seenVersion = z
  .string('the version is missing; load the page again')
  .regex(/^\d{1,15}$/, 'the version is no number; load the page again')
  .transform(Number)

/** The version out of fields that are looked at one by one. 422 when it is missing. */
export function versionIn(fields: Readonly<Record<string, string>>): number {
  const parsed = seenVersion.safeParse(fields['version'])
  if (!parsed.success) throw new ProblemError(422, 'the version is missing; load the page again')
  return parsed.data
}
