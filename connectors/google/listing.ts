import { z } from 'zod'
import { activity, parse, token, user } from './wire.ts'
import type { Parsed } from './wire.ts'

/** `fields=` of the listings: what the schemas read, and nothing else. */
export const FIELDS = {
  users: `kind,nextPageToken,users(${Object.keys(user.shape).join(',')})`,
  tokens: `kind,items(${Object.keys(token.shape).join(',')})`,
  activities: `kind,nextPageToken,items(${Object.keys(activity.shape).join(',')})`,
} as const

export type Page = { readonly items: readonly unknown[]; readonly nextPageToken: string | null }

const listing = z.looseObject({ kind: z.string().nullish(), nextPageToken: z.string().nullish() })
const list = z.array(z.unknown()).optional()

/** A page of a listing. An object without the list is an empty page only if nothing in it is foreign to a listing. */
export function parsePage(body: unknown, name: 'users' | 'items'): Parsed<Page> {
  const parsed = parse(listing, body)
  if (!parsed.ok) return parsed
  const { kind, nextPageToken, [name]: value, ...others } = parsed.value
  const items = parse(list, value)
  if (!items.ok) return { ok: false, reason: `${name}: ${items.reason}` }
  const foreign = Object.keys(others)
  if (items.value === undefined && !kind && !nextPageToken && foreign.length > 0) {
    return { ok: false, reason: `an object with ${foreign.slice(0, 3).join(', ')} instead of ${name}` }
  }
  return { ok: true, value: { items: items.value ?? [], nextPageToken: nextPageToken || null } }
}
