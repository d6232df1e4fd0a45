import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { ProblemError } from './problem.ts'

export type GuardSettings = { readonly host: string; readonly baseUrl: string | null }

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Answers only under the names it is known by, and changes nothing for a page of another origin. A name that a stranger
 * points at this machine (DNS rebinding) is refused; a numeric address cannot be pointed elsewhere.
 */
export function guard(settings: GuardSettings): MiddlewareHandler {
  const base = settings.baseUrl === null ? null : new URL(settings.baseUrl)
  const names = new Set(['localhost', settings.host.toLowerCase(), ...(base === null ? [] : [base.hostname])])
  return async function checkHostAndOrigin(c, next) {
    const host = hostName(c.req.header('host') ?? new URL(c.req.url).host)
    if (host === null || !(names.has(host) || isIP(host) !== 0)) {
      throw new ProblemError(
        403,
        "this name is not Daylight's; open it under localhost or set DAYLIGHT_BASE_URL to the address people use",
      )
    }
    if (
      !SAFE_METHODS.has(c.req.method) &&
      !sameOrigin(c.req.header('origin'), c.req.header('sec-fetch-site'), c.req.header('host') ?? host, base)
    ) {
      throw new ProblemError(403, 'a page of another origin may not change anything here')
    }
    await next()
  }
}

/** The name in a Host header, without port and brackets; null when it is malformed. */
function hostName(header: string): string | null {
  const url = `http://${header}`
  if (!URL.canParse(url)) return null
  return new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase()
}

/**
 * Scripts send neither header; browsers always send one of them with an unsafe request. Another port of this machine is
 * another origin. The scheme is not compared: behind a proxy with TLS it differs from what arrives here.
 */
function sameOrigin(
  origin: string | undefined,
  site: string | undefined,
  hostHeader: string,
  base: URL | null,
): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const { host, protocol } = new URL(origin)
  // Parsed with the origin's scheme, so that both leave the same port out.
  const here = `${protocol}//${hostHeader}`
  return host === base?.host || (URL.canParse(here) && new URL(here).host === host)
}
