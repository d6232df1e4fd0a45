import { z } from 'zod'

const apiError = z.object({
  error: z.object({
    code: z.number().optional(),
    message: z.string().optional(),
    status: z.string().optional(),
    errors: z.array(z.object({ reason: z.string().optional() })).optional(),
    details: z.array(z.object({ reason: z.string().optional() })).optional(),
  }),
})

/** What an error answer says; all of it may be missing. */
export function parseApiError(body: string): { readonly reasons: readonly string[]; readonly message: string | null } {
  const parsed = apiError.safeParse(parseJson(body))
  if (!parsed.success) return { reasons: [], message: null }
  const { message, status, errors = [], details = [] } = parsed.data.error
  const reasons = [...errors, ...details].flatMap(({ reason }) => reason ?? [])
  return { reasons: status === undefined ? reasons : [...reasons, status], message: message ? short(message) : null }
}

/** The status inside an error object that came with a success status; null where the body holds no error. */
export function embeddedErrorStatus(body: unknown): number | null {
  const parsed = apiError.safeParse(body)
  return parsed.success ? (parsed.data.error.code ?? 500) : null
}

const tokenError = z.object({ error: z.string(), error_description: z.string().optional() })

/** An OAuth error answer (RFC 6749, 5.2), or null when the body is none. */
export function parseTokenError(body: string): { readonly error: string; readonly description: string } | null {
  const parsed = tokenError.safeParse(parseJson(body))
  if (!parsed.success) return null
  return { error: short(parsed.data.error), description: short(parsed.data.error_description ?? '') }
}

/** The JSON value of a text; undefined, which no JSON text means, where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

// Provider texts end up in messages: one line, and no longer than a reader reads.
function short(message: string): string {
  const line = message.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
