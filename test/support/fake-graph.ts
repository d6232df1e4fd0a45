import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KeyObject } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { jwtVerify, UnsecuredJWT } from 'jose'
import type { ProtectedHeaderParameters } from 'jose'

type Row = Readonly<Record<string, unknown>>

/** What the fake tenant holds, in Graph's own shapes. Rows may be broken on purpose. */
export type FakeTenant = {
  readonly users?: readonly unknown[]
  readonly servicePrincipals?: readonly unknown[]
  readonly oauth2PermissionGrants?: readonly unknown[]
  /** The gallery; a cloud without one answers 404. */
  readonly applicationTemplates?: readonly unknown[]
  /** By object id of the service principal; others answer an empty list. */
  readonly appRoleAssignedTo?: Readonly<Record<string, readonly unknown[]>>
}

export type FakeRequest = {
  /** `token`, `users`, `servicePrincipals/<id>/appRoleAssignedTo`, … */
  readonly resource: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  /** How often this resource was asked for, this time included. */
  readonly count: number
}

/** How the fake departs from a good answer. `status` takes Graph's error shape unless there is a `body`. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code?: string
      readonly headers?: Record<string, string>
      readonly body?: string
    }
  /** Status 200 with these bytes. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string }
  /** A good page with another next link. */
  | { readonly kind: 'next'; readonly link: string }
  /** An empty page that goes on at the given offset. */
  | { readonly kind: 'empty'; readonly offset: number }
  /** The connection breaks in mid-body. */
  | { readonly kind: 'reset' }
  /** No answer at all. */
  | { readonly kind: 'hang' }

export type FakeGraphOptions = {
  readonly tenantId: string
  readonly clientId: string
  readonly secret?: string
  /** Accepts client assertions that this key verifies. */
  readonly publicKey?: KeyObject
  readonly tenant?: FakeTenant
  readonly pageSize?: number
  /** Path below which Graph is served: `/gateway/graph`. */
  readonly path?: string
  /** Origin and path that next links name, where it is not the fake's own address. */
  readonly linkBase?: string
  /** Properties that Graph refuses to select. */
  readonly unknownProperties?: readonly string[]
  /** Application permissions inside the token. */
  readonly roles?: readonly string[]
  readonly tokenSeconds?: number
  /** How long each answer takes. */
  readonly delayMs?: number
  readonly fault?: (request: FakeRequest) => Fault | null
}

export interface FakeGraph extends AsyncDisposable {
  readonly authority: string
  readonly graphRoot: string
  readonly requests: readonly FakeRequest[]
  readonly tokenForms: readonly URLSearchParams[]
  readonly assertions: readonly ProtectedHeaderParameters[]
  /** The largest number of Graph requests that were open at once. */
  readonly mostAtOnce: () => number
}

/** Entra's token endpoint and Graph v1.0 on a loopback port, over plain http. */
export async function startFakeGraph(options: FakeGraphOptions): Promise<FakeGraph> {
  const { tenantId, clientId, tenant = {}, pageSize = 100, path = '', fault = () => null } = options
  const requests: FakeRequest[] = []
  const tokenForms: URLSearchParams[] = []
  const assertions: ProtectedHeaderParameters[] = []
  const issued = new Set<string>()
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    open += 1
    most = Math.max(most, open)
    response.on('close', () => (open -= 1))
    void answer(request, response).catch((error: unknown) => {
      send(response, 500, { error: { code: 'fake', message: String(error) } })
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the fake has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const linkBase = options.linkBase ?? origin + path

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    const body = await text(request)
    if (options.delayMs !== undefined) await setTimeout(options.delayMs)
    const resource = resourceOf(url.pathname)
    const count = requests.filter((earlier) => earlier.resource === resource).length + 1
    const asked: FakeRequest = { resource, query: url.searchParams, headers: request.headers, count }
    requests.push(asked)
    if (resource === 'token') tokenForms.push(new URLSearchParams(body))
    const departure = fault(asked)
    if (departure?.kind === 'hang') return
    if (departure?.kind === 'status') {
      const { status, code = 'fault', headers = {} } = departure
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(departure.body ?? JSON.stringify({ error: { code, message: `fault ${status}` } }))
      return
    }
    if (departure?.kind === 'body') {
      response.writeHead(200, { 'content-type': departure.contentType ?? 'application/json' })
      response.end(departure.body)
      return
    }
    if (departure?.kind === 'reset') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"value":[')
      await setTimeout(20)
      response.destroy()
      return
    }
    if (resource === 'token') return issue(new URLSearchParams(body), response)
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!issued.has(bearer))
      return send(response, 401, { error: { code: 'InvalidAuthenticationToken', message: 'no' } })
    const unknown = options.unknownProperties?.find((name) =>
      url.searchParams.get('$select')?.split(',').includes(name),
    )
    if (unknown !== undefined) {
      return send(response, 400, { error: { code: 'Request_BadRequest', message: `no property named '${unknown}'` } })
    }
    const rows = rowsOf(resource)
    if (rows === null) return send(response, 404, { error: { code: 'Request_ResourceNotFound', message: resource } })
    send(response, 200, pageOf(rows, resource, url.searchParams, departure))
  }

  function resourceOf(pathname: string): string {
    if (pathname === `/${tenantId}/oauth2/v2.0/token`) return 'token'
    const prefix = `${path}/v1.0/`
    return pathname.startsWith(prefix) ? pathname.slice(prefix.length) : `unknown ${pathname}`
  }

  function rowsOf(resource: string): readonly unknown[] | null {
    const assigned = /^servicePrincipals\/([^/]+)\/appRoleAssignedTo$/.exec(resource)?.[1]
    if (assigned !== undefined) return tenant.appRoleAssignedTo?.[assigned] ?? []
    if (resource === 'users') return tenant.users ?? []
    if (resource === 'servicePrincipals') return tenant.servicePrincipals ?? []
    if (resource === 'applicationTemplates') return tenant.applicationTemplates ?? null
    return resource === 'oauth2PermissionGrants' ? (tenant.oauth2PermissionGrants ?? []) : null
  }

  function pageOf(rows: readonly unknown[], resource: string, query: URLSearchParams, departure: Fault | null): object {
    const offset = Number(query.get('$skiptoken') ?? 0)
    const size = Math.min(Number(query.get('$top') ?? 100), pageSize)
    const select = query.get('$select')
    const linkTo = (start: number) => {
      const link = new URL(`${linkBase}/v1.0/${resource}`)
      if (select !== null) link.searchParams.set('$select', select)
      link.searchParams.set('$top', String(size))
      link.searchParams.set('$skiptoken', String(start))
      return link.href
    }
    if (departure?.kind === 'empty') return { value: [], '@odata.nextLink': linkTo(departure.offset) }
    const value = rows.slice(offset, offset + size).map((row) => selected(row, select))
    const next =
      departure?.kind === 'next' ? departure.link : offset + size < rows.length ? linkTo(offset + size) : null
    return { '@odata.context': `${linkBase}/v1.0/$metadata`, value, ...(next !== null && { '@odata.nextLink': next }) }
  }

  async function issue(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const refuse = (code: number, said: string) =>
      send(response, code === 700016 ? 400 : 401, {
        error: 'invalid_client',
        error_description: `AADSTS${code}: ${said} Trace ID: 1`,
        error_codes: [code],
      })
    if (form.get('client_id') !== clientId) return refuse(700016, 'Application was not found in the directory.')
    const assertion = form.get('client_assertion')
    if (assertion !== null && options.publicKey !== undefined) {
      try {
        const audience = `${origin}/${tenantId}/oauth2/v2.0/token`
        const verified = await jwtVerify(assertion, options.publicKey, {
          audience,
          issuer: clientId,
          subject: clientId,
        })
        assertions.push(verified.protectedHeader)
      } catch (error) {
        return refuse(700027, `The certificate is not registered. ${String(error)}`)
      }
    } else if (options.secret === undefined || form.get('client_secret') !== options.secret) {
      return refuse(7000215, 'Invalid client secret provided.')
    }
    const token = new UnsecuredJWT({ tid: tenantId, roles: [...(options.roles ?? [])], nonce: issued.size }).encode()
    issued.add(token)
    send(response, 200, { token_type: 'Bearer', expires_in: options.tokenSeconds ?? 3599, access_token: token })
  }

  return {
    authority: origin,
    graphRoot: origin + path,
    requests,
    tokenForms,
    assertions,
    mostAtOnce: () => most,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As Graph does: nothing but the id and what was asked for. */
function selected(row: unknown, select: string | null): unknown {
  if (select === null || !isRow(row)) return row
  const names = new Set(['id', ...select.split(',')])
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)))
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json;odata.metadata=minimal' })
  response.end(JSON.stringify(body))
}
