import { z } from 'zod'
import { COLLECTIONS, StoreError, WORKS } from '#core/store.ts'
import type { Prepared } from './next-state.ts'

// What a process that writes through another says to it, one JSON text a line. The changes of a commit come one by one
// before it, so that neither side ever handles a long line at once.

const callNumber = z.int().min(1)
const requestSchema = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('change'),
    call: callNumber,
    collection: z.enum(COLLECTIONS),
    id: z.string(),
    json: z.string().nullable(),
    ifVersion: z.int().min(0).nullable(),
  }),
  z.strictObject({ ask: z.literal('commit'), call: callNumber }),
  z.strictObject({ ask: z.literal('claim'), call: callNumber, segment: z.string() }),
  z.strictObject({ ask: z.literal('collect'), call: callNumber, referenced: z.array(z.string()) }),
  z.strictObject({ ask: z.literal('begin'), call: callNumber, work: z.enum(WORKS), wait: z.boolean() }),
  z.strictObject({ ask: z.literal('end'), call: callNumber, work: z.enum(WORKS) }),
])
export type Request = z.infer<typeof requestSchema>

const replySchema = z.strictObject({
  call: callNumber,
  error: z.strictObject({ code: z.string().nullable(), message: z.string() }).nullable(),
})
export type Reply = z.infer<typeof replySchema>

export function encode(message: Request | Reply): string {
  return `${JSON.stringify(message)}\n`
}

/** Throws `TypeError` for what is no request: another program, or another version of this one, is at the other end. */
export function decodeRequest(line: string): Request {
  return decode(requestSchema, line)
}

export function decodeReply(line: string): Reply {
  return decode(replySchema, line)
}

export function changeRequest(call: number, { collection, id, json, ifVersion }: Prepared): Request {
  return { ask: 'change', call, collection, id, json, ifVersion }
}

/** An error as told to the other side; what is no `StoreError` keeps its words only. */
export function toReply(call: number, error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error)
  return { call, error: { code: error instanceof StoreError ? error.code : null, message } }
}

const codes = z.enum(['locked', 'busy', 'conflict', 'full', 'read-only', 'damaged', 'newer'])

export function toError({ code, message }: NonNullable<Reply['error']>): Error {
  const known = codes.safeParse(code)
  return known.success ? new StoreError(known.data, message) : new Error(message)
}

function decode<T>(schema: z.ZodType<T>, line: string): T {
  const parsed = schema.safeParse(JSON.parse(line))
  if (parsed.success) return parsed.data
  throw new TypeError(`not what a Daylight of this version says: ${line.slice(0, 80)}`)
}
