export const SLACK = '606092904535-k1v5n0.apps.googleusercontent.com'
export const MIRO = '1062019541050-8mvc17.apps.googleusercontent.com'
export const DRIVE = 'https://www.googleapis.com/auth/drive.file'

/** What a connector tells of an app that says only its identifiers and its name. */
export function clue(identifiers: readonly object[], name: string | null): object {
  const nothing = { publisher: null, publisherVerified: false, domains: [], ownerTenant: null, owner: null }
  return { identifiers, name, ...nothing }
}

/** The grant that follows from a token of a client. */
export function grant(email: string, client: string, name: string | null, scopes: readonly string[]): object {
  const identifiers = [
    { kind: 'google-client', value: client },
    { kind: 'google-project', value: client.split('-')[0] },
  ]
  const key = `google:token:${email}:${client}`
  const base = { kind: 'grant', key, source: 'google', person: email, access: 'delegated', tenantWide: false }
  return { ...base, app: clue(identifiers, name), scopes }
}
