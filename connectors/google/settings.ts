import type { ServiceAccount } from './service-account.ts'

export type GoogleSettings = {
  readonly serviceAccount: ServiceAccount
  /** E-mail of the administrator in whose name the service account reads. */
  readonly adminSubject: string
  /** `my_customer`, or a customer id such as `C03az79cb`. */
  readonly customer: string
  /** Root of the Admin SDK; a path before `/admin/…` is kept, a missing trailing slash is fine. */
  readonly apiRoot: string
  /** `audit-only` rebuilds grants from the token log and needs no scope that could change anything. */
  readonly mode: 'full' | 'audit-only'
}

/** Least scopes, one access token each: a scope that was not delegated then costs only its own step. */
export const SCOPES = {
  people: 'https://www.googleapis.com/auth/admin.directory.user.readonly',
  tokens: 'https://www.googleapis.com/auth/admin.directory.user.security',
  reports: 'https://www.googleapis.com/auth/admin.reports.audit.readonly',
} as const

export type Scope = (typeof SCOPES)[keyof typeof SCOPES]
