import { decodeJwt } from 'jose'
import { z } from 'zod'

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)
// Graph's own limit; a longer name is a broken or hostile one, and its beginning tells enough.
const NAME_LENGTH = 256
const name = text.transform((value) => value?.slice(0, NAME_LENGTH) ?? null)
const texts = z
  .array(z.unknown())
  .nullish()
  .transform((values) => (values ?? []).filter((value) => typeof value === 'string'))
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? null)
const id = z.string().trim().min(1)

const user = z.object({
  id,
  userPrincipalName: text,
  mail: text,
  otherMails: texts,
  proxyAddresses: texts,
  displayName: name,
  accountEnabled: flag,
  department: text,
  employeeOrgData: z.object({ costCenter: text }).nullish(),
})

const appRole = z.object({ id, value: text, allowedMemberTypes: texts })

const servicePrincipal = z.object({
  id,
  appId: id,
  displayName: name,
  appOwnerOrganizationId: text,
  applicationTemplateId: text,
  servicePrincipalType: text,
  verifiedPublisher: z.object({ displayName: name, verifiedPublisherId: text }).nullish(),
  publisherName: name,
  homepage: text,
  loginUrl: text,
  replyUrls: texts,
  servicePrincipalNames: texts,
  preferredSingleSignOnMode: text,
  accountEnabled: flag,
  tags: texts,
  // Absent is not empty: without the list nobody knows whether the app exposes permissions.
  appRoles: z
    .array(appRole)
    .nullish()
    .transform((value) => value ?? null),
})

const grantBase = { id: text, clientId: id, resourceId: text, scope: text }
const permissionGrant = z.discriminatedUnion('consentType', [
  z.object({ ...grantBase, consentType: z.literal('AllPrincipals') }),
  z.object({ ...grantBase, consentType: z.literal('Principal'), principalId: id }),
])

const assignment = z.object({
  id: text,
  appRoleId: text,
  principalId: id,
  principalDisplayName: name,
  principalType: z.enum(['User', 'Group', 'ServicePrincipal']),
})

const template = z.object({ id, displayName: z.string().trim().min(1), homePageUrl: text, publisher: name })

export type WireUser = z.infer<typeof user>
export type WireServicePrincipal = z.infer<typeof servicePrincipal>
export type WirePermissionGrant = z.infer<typeof permissionGrant>
export type WireAssignment = z.infer<typeof assignment>
export type WireTemplate = z.infer<typeof template>

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** `id` as far as the record has one. */
  | { readonly ok: false; readonly id: string | null; readonly reason: string }

export const parseUser = parserOf(user)
export const parseServicePrincipal = parserOf(servicePrincipal)
export const parsePermissionGrant = parserOf(permissionGrant)
export const parseAssignment = parserOf(assignment)
export const parseTemplate = parserOf(template)

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() })

/** A page of a listing; null for anything else, which must not pass for an empty page. */
export function parsePage(body: unknown): { readonly value: unknown[]; readonly next: string | null } | null {
  const parsed = page.safeParse(body)
  if (!parsed.success) return null
  return { value: parsed.data.value, next: parsed.data['@odata.nextLink'] || null }
}

const graphError = z.object({ error: z.object({ code: text, message: text }) })

/** Graph's own words for a refusal, as far as the body holds them. */
export function parseGraphError(body: unknown): { readonly code: string | null; readonly message: string | null } {
  return graphError.safeParse(body).data?.error ?? { code: null, message: null }
}

// Entra has sent the lifetime as a string, too. Without it, an hour: a 401 renews the token earlier.
const token = z.object({ access_token: id, expires_in: z.coerce.number().positive().catch(3600) })

export function parseToken(body: unknown): { readonly accessToken: string; readonly expiresInSeconds: number } | null {
  const parsed = token.safeParse(body)
  return parsed.success ? { accessToken: parsed.data.access_token, expiresInSeconds: parsed.data.expires_in } : null
}

const tokenRefusal = z.object({ error: text, error_description: text })

/** The description of a refusal by the token endpoint, else its code, else an empty string. */
export function parseTokenRefusal(body: unknown): string {
  const { data } = tokenRefusal.safeParse(body)
  return data?.error_description ?? data?.error ?? ''
}

const claims = z.object({ tid: text, roles: texts })

/** What an access token says of itself. Tokens are opaque to clients, so either part may be missing. */
export function readClaims(accessToken: string): { readonly tenant: string | null; readonly roles: readonly string[] } {
  try {
    const { tid, roles } = claims.parse(decodeJwt(accessToken))
    return { tenant: tid?.toLowerCase() ?? null, roles }
  } catch {
    return { tenant: null, roles: [] }
  }
}

function parserOf<T>(schema: z.ZodType<T>): (record: unknown) => Parsed<T> {
  const named = z.object({ id: text })
  return (record) => {
    const parsed = schema.safeParse(record)
    if (parsed.success) return { ok: true, value: parsed.data }
    const reason = parsed.error.issues
      .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
      .join('; ')
    return { ok: false, id: named.safeParse(record).data?.id ?? null, reason }
  }
}
