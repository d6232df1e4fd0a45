import { z } from 'zod'
import type { Risk } from '#core/scope.ts'
import { RISKS } from '#core/scope.ts'

const risk = z.enum(RISKS)
const described = { means: z.string().min(1), data: z.array(z.string().min(1)).min(1), writes: z.boolean() }

/** One scope as `google.json` and `okta.json` write it. */
export const scopeEntry = z.strictObject({ scope: z.string().min(1), risk, ...described })

/** One permission as `microsoft.json` writes it: the risk of each access that Microsoft offers it for. */
export const permissionEntry = z
  .strictObject({
    permission: z.string().min(1),
    delegated: risk.optional(),
    application: risk.optional(),
    ...described,
  })
  .refine((entry) => entry.delegated ?? entry.application, 'has no risk')
export type PermissionEntry = z.infer<typeof permissionEntry>

/** The next higher risk; `critical` has none. */
export function raised(value: Risk): Risk {
  return RISKS[RISKS.indexOf(value) + 1] ?? 'critical'
}

/** Entries by key. Throws when two entries have one key, naming it. */
export function byKey<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (found.has(key)) throw new Error(`rules/scopes: "${key}" is listed twice`)
    found.set(key, entry)
  }
  return found
}
