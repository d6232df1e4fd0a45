import { ConnectorError } from '#core/connector.ts'
import type { Gap } from '#core/coverage.ts'

/** Why a listing ended before its end. */
export type Trouble = Pick<Gap, 'code' | 'reason'>

/** Graph's answer to a request, when it is none of the data asked for. */
export class GraphRefusal extends Error {
  readonly code: Gap['code']
  readonly status: number

  constructor(code: Gap['code'], status: number, message: string) {
    super(message)
    this.name = 'GraphRefusal'
    this.code = code
    this.status = status
  }
}

export type Refused = {
  readonly status: number
  /** Graph's own code: `Authorization_RequestDenied`. */
  readonly code: string | null
  readonly message: string | null
  readonly retryAfter: string | null
}

/** What is being read, and what it takes: for the sentences. */
export type Asked = {
  readonly subject: string
  /** Null where the listing needs none. */
  readonly permission: string | null
  readonly clientId: string
  /** Reading a part of one object: a 404 says that the object has gone, not that the address is wrong. */
  readonly ofOneObject: boolean
}

/** Sorts a refusal by `(status, Graph code)`. */
export function classify(refused: Refused, asked: Asked): GraphRefusal {
  const { status, code, retryAfter } = refused
  const { subject, permission, clientId } = asked
  const said = [status, code].filter((part) => part !== null).join(' ')
  const refuse = (kind: Gap['code'], text: string) => new GraphRefusal(kind, status, `microsoft: ${text} (${said})`)
  if (code === 'Authentication_RequestFromNonPremiumTenantOrB2CTenant') {
    return refuse('unsupported', `the licence of this tenant does not include reading ${subject}`)
  }
  // Graph forgets page tokens in mid-listing: https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2254
  if (code === 'Directory_ExpiredPageToken')
    return refuse('unavailable', `the listing of ${subject} expired half way; the next scan reads it again`)
  if (status === 401)
    return refuse(
      'denied',
      `Graph did not accept the access token for ${subject}; check that MICROSOFT_GRAPH_ROOT and MICROSOFT_AUTHORITY are of one cloud`,
    )
  if (status === 403) {
    if (permission === null)
      return refuse('denied', `not allowed to read ${subject}, which takes no permission; the next scan tries again`)
    return refuse(
      'denied',
      `not allowed to read ${subject}; grant the application permission ${permission} to ${clientId} with admin consent, see connectors/microsoft/README.md`,
    )
  }
  if (status === 404 && asked.ofOneObject) return refuse('gone', `${subject} is not there any more`)
  if (status === 404)
    return refuse('unsupported', `Graph has no ${subject} at this address; check MICROSOFT_GRAPH_ROOT`)
  if (status === 429) {
    const wait =
      retryAfter === null
        ? ''
        : ` and asks to wait ${/^\d+$/.test(retryAfter) ? `${retryAfter} s` : `until ${retryAfter}`}`
    return refuse('throttled', `Graph throttled the reading of ${subject}${wait}; the next scan tries again`)
  }
  if (status === 408 || status >= 500)
    return refuse('unavailable', `Graph could not answer for ${subject}; the next scan tries again`)
  return refuse(
    'malformed',
    `Graph did not understand the request for ${subject}${refused.message === null ? '' : `: ${refused.message.slice(0, 200)}`}`,
  )
}

/** The trouble in something thrown on the way to Graph; null for what is our own bug. */
export function troubleOf(thrown: unknown): Trouble | null {
  if (thrown instanceof GraphRefusal || thrown instanceof ConnectorError)
    return { code: thrown.code, reason: thrown.message }
  return null
}
