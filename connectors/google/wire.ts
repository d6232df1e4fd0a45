import { z } from 'zod'

// The shapes of Google's answers, as far as they are read: https://developers.google.com/workspace/admin/directory/reference/rest
// and https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities. Unknown fields are ignored.

const text = z.string().nullish()
const flag = z.boolean().nullish()
const texts = z.array(z.string()).nullish()

export const user = z.object({
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

export const token = z.object({
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
export const activity = z.object({
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

/** Parses at the edge: the value, or the first thing wrong with it as `path: problem`. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = schema.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: reasonOf(parsed.error) }
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'not readable'
  return issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`
}
