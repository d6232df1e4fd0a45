import { z } from 'zod'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
})
const operation = z.object({ summary: z.string().optional(), parameters: z.array(parameter).optional() })
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

export type Operation = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly parameters: readonly z.infer<typeof parameter>[]
}

/** The operations of an OpenAPI document in its order. Throws when it is none: it is our own. */
export function readOperations(json: unknown): readonly Operation[] {
  return Object.entries(document.parse(json).paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      if (item[method] === undefined) return []
      const { summary = '', parameters = [] } = operation.parse(item[method])
      return [{ method: method.toUpperCase(), path, summary, parameters }]
    }),
  )
}
