// The SDK adds its handling of pages only for hosts that it knows, so it is left to address this one.
const SDK_ORIGIN = 'https://graph.microsoft.com'

/** The configured root without trailing slashes, and without a version, which the SDK adds. */
export function normaliseRoot(root: string): string {
  const { origin, pathname } = new URL(root)
  return origin + pathname.replace(/\/+$/, '').replace(/\/(?:v1\.0|beta)$/, '')
}

/** The SDK's address below the configured root. */
export function toRoot(sdkUrl: string, root: string): string {
  const { pathname, search } = new URL(sdkUrl)
  return root + pathname + search
}

/** An address below the configured root as the SDK's own, for it to follow. */
export function toSdk(url: string, root: string): string {
  const { pathname, search } = new URL(url)
  const base = new URL(root).pathname.replace(/\/+$/, '')
  return SDK_ORIGIN + (pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname) + search
}

/**
 * Where a next link leads, or null when that is not the configured root's origin. Relative links are below the page
 * that holds them. Links to Graph's public host, as a gateway passes them on, are read from the configured root.
 */
export function followable(link: string, page: string, root: string): string | null {
  if (!URL.canParse(link, page)) return null
  const url = new URL(link, page)
  if (url.username !== '' || url.password !== '') return null
  if (url.origin === new URL(root).origin) return url.href
  return url.origin === SDK_ORIGIN ? toRoot(url.href, root) : null
}
