import { z } from 'zod'
import { REQUEST_STATES } from '#core/request.ts'
import type { ToolRequest } from '#core/request.ts'

const DATA_TYPES = ['none', 'internal', 'customer', 'personal'] as const

export const requestLine = z
  .object({
    id: z.string(),
    tool: z.string(),
    app: z.string().nullable(),
    purpose: z.string(),
    seats: z.int().min(1).nullable(),
    neededBy: z.iso.date().nullable(),
    dataType: z.enum(DATA_TYPES).nullable(),
    askedBy: z.string(),
    askedAt: z.iso.datetime(),
    state: z.enum(REQUEST_STATES),
    joinedBy: z.array(z.string()),
    answer: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'ToolRequest', description: 'Somebody asks for a tool, and what became of it' })
export type RequestLine = z.infer<typeof requestLine>

const text = z.string().trim().min(1)

export const newRequest = z
  .strictObject({
    tool: text.max(200),
    purpose: text.max(2000).meta({ description: 'what for' }),
    seats: z.int().min(1).max(1_000_000).nullable().default(null),
    neededBy: z.iso.date().nullable().default(null),
    dataType: z.enum(DATA_TYPES).nullable().default(null).meta({ description: 'the most sensitive data it will hold' }),
    askedBy: text.max(200).meta({ description: 'name or e-mail of who asks' }),
  })
  .meta({ id: 'NewToolRequest' })

export const requestDecision = z
  .strictObject({
    state: z.enum(['approved', 'declined', 'withdrawn']),
    reason: text.max(2000),
    by: text.max(200).default('IT'),
  })
  .meta({ id: 'ToolRequestDecision' })

export function toRequestLine(request: ToolRequest): RequestLine {
  return { ...request, joinedBy: [...request.joinedBy] }
}
