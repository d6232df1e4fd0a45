import { z } from 'zod'

// The shapes of Google's answers, as far as they are read: https://developers.google.com/workspace/admin/directory/reference/rest
// and https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities. Unknown fields are ignored.

const text = z.string().nullish()
const flag = z.boolean().nullish()
const texts = z.array(z.string()).nullish()

const user = z.object({
  primaryEmail: z.string().trim().min(1),
  name: z.object({ fullName: text }).nullish(),
  aliases: texts,
  nonEditableAliases: texts,
  emails: z.array(z.object({ address: text, type: text })).nullish(),
  suspended: flag,
  archived: flag,
  deletionTime: text,
  orgUnitPath: text,
  organizations: z.array(z.object({ department: text, costCenter: text, primary: flag })).nullish(),
})
export type User = z.infer<typeof user>

const token = z.object({
  clientId: z.string().trim().min(1),
  displayText: text,
  anonymous: flag,
  scopes: texts,
})
export type Token = z.infer<typeof token>

const nested = z.object({ name: text, value: text, multiValue: texts })
const parameter = nested.extend({
  multiMessageValue: z.array(z.object({ parameter: z.array(nested).nullish() })).nullish(),
})
const activity = z.object({
  id: z.object({
    time: z.iso.datetime({ offset: true }),
    uniqueQualifier: z.union([z.string(), z.number()]).transform(String),
    applicationName: text,
  }),
  actor: z.object({ email: text }).nullish(),
  events: z.array(z.object({ name: z.string(), parameters: z.array(parameter).nullish() })),
})
export type Activity = z.infer<typeof activity>
export type ActivityEvent = Activity['events'][number]

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

export const parseUser = (item: unknown): Parsed<User> => parse(user, item)
export const parseToken = (item: unknown): Parsed<Token> => parse(token, item)
export const parseActivity = (item: unknown): Parsed<Activity> => parse(activity, item)

const addressed = z.object({ primaryEmail: z.string().trim().min(1) })
const eventful = z.object({ events: z.array(z.object({ name: z.string() })) })

/** The address of an entry that otherwise cannot be read. */
export function readableEmail(item: unknown): string | null {
  const parsed = addressed.safeParse(item)
  return parsed.success ? parsed.data.primaryEmail : null
}

/** False only for a record that surely holds other events. */
export function mentionsEvent(item: unknown, name: string): boolean {
  const parsed = eventful.safeParse(item)
  return !parsed.success || parsed.data.events.some((event) => event.name === name)
}

/** `fields=` of the listings: what the schemas above read, and nothing else. */
export const FIELDS = {
  users: `kind,nextPageToken,users(${Object.keys(user.shape).join(',')})`,
  tokens: `kind,items(${Object.keys(token.shape).join(',')})`,
  activities: `kind,nextPageToken,items(${Object.keys(activity.shape).join(',')})`,
} as const

export type Page = { readonly items: readonly unknown[]; readonly nextPageToken: string | null }

const listing = z.looseObject({ kind: text, nextPageToken: text })
const list = z.array(z.unknown()).optional()

/** A page of a listing. An object without the list is an empty page only if nothing in it is foreign to a listing. */
export function parsePage(body: unknown, name: 'users' | 'items'): Parsed<Page> {
  const parsed = listing.safeParse(body)
  if (!parsed.success) return { ok: false, reason: reasonOf(parsed.error) }
  const { kind, nextPageToken, [name]: value, ...others } = parsed.data
  const items = list.safeParse(value)
  if (!items.success) return { ok: false, reason: `${name}: ${reasonOf(items.error)}` }
  const foreign = Object.keys(others)
  if (items.data === undefined && !kind && !nextPageToken && foreign.length > 0) {
    return { ok: false, reason: `an object with ${foreign.slice(0, 3).join(', ')} instead of ${name}` }
  }
  return { ok: true, value: { items: items.data ?? [], nextPageToken: nextPageToken || null } }
}

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

const tokenGrant = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
  scope: z.string().optional(),
})
export type TokenGrant = z.infer<typeof tokenGrant>
const tokenError = z.object({ error: z.string(), error_description: z.string().optional() })

export const parseTokenGrant = (body: string): Parsed<TokenGrant> => parse(tokenGrant, parseJson(body))

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

function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = schema.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: reasonOf(parsed.error) }
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'not readable'
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}

// Provider texts end up in messages: one line, and no longer than a reader reads.
function short(message: string): string {
  const line = message.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
