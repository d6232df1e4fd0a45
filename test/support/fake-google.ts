import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'

export type FakeUser = { readonly primaryEmail: string; readonly [field: string]: unknown }
type FakeToken = { readonly clientId: string; readonly [field: string]: unknown }
export type FakeRequest = {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly bearer: string | null
  readonly userAgent: string | null
}
export type FakeAnswer = {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly text?: string
  /** Breaks the connection: before an answer, or in the middle of the body. */
  readonly reset?: 'at-once' | 'in-mid-body'
  readonly delayMs?: number
}
type FakeFault = {
  readonly when: (request: FakeRequest) => boolean
  /** How often; always when left out. */
  readonly times?: number
  readonly answer: FakeAnswer
}

/** What the fake Workspace holds. Everything may be changed while it runs. */
export type FakeTenant = {
  users: FakeUser[]
  deleted: FakeUser[]
  /** By primary e-mail, lower case. */
  tokens: Record<string, FakeToken[]>
  /** By application, newest first. */
  activities: Record<string, unknown[]>
  /** Scopes given to the service account. */
  delegated: string[]
  admin: string
  /** Largest page, whatever is asked for. */
  pageSize: number
  tokenSeconds: number
  faults: FakeFault[]
}

export interface FakeGoogle extends AsyncDisposable {
  readonly tenant: FakeTenant
  readonly origin: string
  readonly requests: readonly FakeRequest[]
  readonly serviceAccount: {
    readonly clientEmail: string
    readonly privateKey: string
    readonly tokenUri: string
    readonly clientId: string
  }
  /** Makes all access tokens given so far worthless. */
  expireTokens(): void
}

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })
const CLIENT_EMAIL = 'daylight@acme-tools.iam.gserviceaccount.example'
const SCOPE = 'https://www.googleapis.com/auth/'
export const ALL_SCOPES = [
  `${SCOPE}admin.directory.user.readonly`,
  `${SCOPE}admin.directory.user.security`,
  `${SCOPE}admin.reports.audit.readonly`,
]

/**
 * A Google Workspace on loopback: token endpoint (assertions are verified, delegation is enforced), users.list,
 * tokens.list and the activity logs, paged and cut to `fields=` as Google does.
 */
export async function startFakeGoogle(start: Partial<FakeTenant> = {}): Promise<FakeGoogle> {
  const tenant: FakeTenant = {
    users: [],
    deleted: [],
    tokens: {},
    activities: {},
    delegated: [...ALL_SCOPES],
    admin: 'admin@acme.example',
    pageSize: 500,
    tokenSeconds: 3600,
    faults: [],
    ...start,
  }
  const requests: FakeRequest[] = []
  const granted = new Map<string, string>()
  const used = new Map<FakeFault, number>()
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the fake has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const tokenUri = `${origin}/oauth/token`

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    const request = requestOf(incoming, origin)
    requests.push(request)
    const fault = tenant.faults.find((one) => one.when(request) && (used.get(one) ?? 0) < (one.times ?? Infinity))
    if (fault !== undefined) used.set(fault, (used.get(fault) ?? 0) + 1)
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    await send(outgoing, fault?.answer ?? (await answer(request, form)))
  }

  async function answer(request: FakeRequest, form: URLSearchParams): Promise<FakeAnswer> {
    if (request.path === '/oauth/token' && request.method === 'POST') return grant(form)
    const scope = request.bearer === null ? undefined : granted.get(request.bearer)
    if (scope === undefined) return apiError(401, 'authError', 'Invalid Credentials')
    const [, area] = /^\/(?:base\/)?admin\/(directory|reports)\/v1\//.exec(request.path) ?? []
    const tokensOf = /\/users\/([^/]+)\/tokens$/.exec(request.path)?.[1]
    if (tokensOf !== undefined)
      return needing(scope, 'admin.directory.user.security', () => listTokens(request, tokensOf))
    if (area === 'directory' && request.path.endsWith('/users')) {
      return needing(scope, 'admin.directory.user.readonly', () => listUsers(request))
    }
    const application = /\/activity\/users\/all\/applications\/([a-z]+)$/.exec(request.path)?.[1]
    if (area === 'reports' && application !== undefined) {
      return needing(scope, 'admin.reports.audit.readonly', () => listActivities(request, application))
    }
    return apiError(404, 'notFound', 'Not Found')
  }

  async function grant(form: URLSearchParams): Promise<FakeAnswer> {
    try {
      const { payload } = await jwtVerify(form.get('assertion') ?? '', createPublicKey(KEYS.privateKey), {
        issuer: CLIENT_EMAIL,
        audience: tokenUri,
      })
      if (payload.sub !== tenant.admin) return oauthError('invalid_grant', 'Invalid email or User ID')
      const scope = String(payload['scope'])
      if (!scope.split(' ').every((one) => tenant.delegated.includes(one))) {
        return oauthError(
          'unauthorized_client',
          'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
        )
      }
      const value = `fake-${granted.size + 1}`
      granted.set(value, scope)
      return { body: { access_token: value, expires_in: tenant.tokenSeconds, token_type: 'Bearer' } }
    } catch {
      return oauthError('invalid_grant', 'Invalid JWT Signature.')
    }
  }

  function listUsers({ query }: FakeRequest): FakeAnswer {
    const all = query['showDeleted'] === 'true' ? tenant.deleted : tenant.users
    const { page, next } = paged(all, query)
    const users = page.map((user) => selected(user, query['fields'], 'users'))
    return { body: { kind: 'admin#directory#users', ...(users.length > 0 && { users }), ...next } }
  }

  function listTokens({ query }: FakeRequest, email: string): FakeAnswer {
    const user = tenant.users.find(({ primaryEmail }) => primaryEmail.toLowerCase() === email.toLowerCase())
    if (user === undefined) return apiError(404, 'notFound', 'Resource Not Found: userKey')
    if (user['suspended'] === true) return apiError(401, 'authError', 'Login Required')
    const tokens = tenant.tokens[email.toLowerCase()] ?? []
    const items = tokens.map((token) => selected(token, query['fields'], 'items'))
    return { body: { kind: 'admin#directory#tokenList', ...(items.length > 0 && { items }) } }
  }

  function listActivities({ query }: FakeRequest, application: string): FakeAnswer {
    const all = (tenant.activities[application] ?? []).filter((activity) => isAsked(activity, query))
    const { page, next } = paged(all, query)
    return { body: { kind: 'admin#reports#activities', ...(page.length > 0 && { items: page }), ...next } }
  }

  function paged<T>(all: readonly T[], query: FakeRequest['query']): { page: readonly T[]; next: object } {
    const size = Math.min(Number(query['maxResults'] ?? 100), tenant.pageSize)
    const from = Number(query['pageToken'] ?? 0)
    return {
      page: all.slice(from, from + size),
      next: from + size < all.length ? { nextPageToken: String(from + size) } : {},
    }
  }

  return {
    tenant,
    origin,
    requests,
    serviceAccount: {
      clientEmail: CLIENT_EMAIL,
      privateKey: KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      tokenUri,
      clientId: '100000000000000000001',
    },
    expireTokens: () => granted.clear(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function oauthError(error: string, description: string): FakeAnswer {
  return {
    status: error === 'unauthorized_client' ? 401 : 400,
    body: { error, error_description: description },
  }
}

/** Google's error object, as the Admin SDK sends it. */
export function apiError(code: number, reason: string, message: string): FakeAnswer {
  return { status: code, body: { error: { code, message, errors: [{ message, domain: 'global', reason }] } } }
}

/** A record of the `token` log. */
export function tokenActivity(
  name: 'authorize' | 'revoke' | 'activity',
  time: string,
  person: string,
  client: { readonly id: string; readonly name: string },
  scopes: readonly string[] = [],
): unknown {
  return {
    kind: 'admin#reports#activity',
    id: {
      time,
      uniqueQualifier: `-${time.length}${person.length}${client.id.length}`,
      applicationName: 'token',
      customerId: 'C0123',
    },
    actor: { email: person, profileId: '1' },
    ipAddress: '192.0.2.7',
    events: [
      {
        type: 'auth',
        name,
        parameters: [
          { name: 'client_id', value: client.id },
          { name: 'app_name', value: client.name },
          { name: 'client_type', value: 'WEB' },
          {
            name: 'scope_data',
            multiMessageValue: scopes.map((scope) => ({
              parameter: [
                { name: 'scope_name', value: scope },
                { name: 'product_bucket', multiValue: ['OTHER'] },
              ],
            })),
          },
          { name: 'scope', multiValue: scopes },
        ],
      },
    ],
  }
}

/** A record of the `saml` log. */
export function samlActivity(
  name: 'login_success' | 'login_failure',
  time: string,
  person: string,
  app: string,
): unknown {
  return {
    kind: 'admin#reports#activity',
    id: { time, uniqueQualifier: `${time.length}`, applicationName: 'saml', customerId: 'C0123' },
    actor: { email: person, profileId: '1' },
    events: [
      {
        type: 'login',
        name,
        parameters: [
          { name: 'application_name', value: app },
          { name: 'initiated_by', value: 'sp' },
        ],
      },
    ],
  }
}

function needing(scope: string, needed: string, list: () => FakeAnswer): FakeAnswer {
  if (scope.split(' ').includes(`${SCOPE}${needed}`)) return list()
  return apiError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.')
}

// Partial responses: only the fields that `list(…)` names.
function selected(item: object, fields: string | undefined, list: string): object {
  const names = fields === undefined ? null : new RegExp(`${list}\\(([^)]*)\\)`).exec(fields)?.[1]?.split(',')
  if (names === null || names === undefined) return item
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)))
}

function isAsked(activity: unknown, query: FakeRequest['query']): boolean {
  const text = JSON.stringify(activity)
  const time = /"time":"([^"]+)"/.exec(text)?.[1] ?? ''
  const { eventName, startTime } = query
  return (
    (eventName === undefined || text.includes(`"name":"${eventName}"`)) &&
    (startTime === undefined || time >= startTime)
  )
}

function requestOf(incoming: IncomingMessage, origin: string): FakeRequest {
  const url = new URL(incoming.url ?? '/', origin)
  return {
    method: incoming.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    bearer: incoming.headers.authorization?.replace(/^Bearer /, '') ?? null,
    userAgent: incoming.headers['user-agent'] ?? null,
  }
}

async function send(outgoing: ServerResponse, answer: FakeAnswer): Promise<void> {
  const { status = 200, headers = {}, body, text = JSON.stringify(body), reset, delayMs = 0 } = answer
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (reset === 'at-once') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers })
  if (reset === 'in-mid-body') {
    outgoing.write(text.slice(0, text.length / 2), () => outgoing.destroy())
    return
  }
  outgoing.end(text)
}
