import type { GalleryEntry } from '#core/gallery.ts'
import { domainsOf } from './domains.ts'
import { NON_GALLERY_TEMPLATE } from './owner.ts'
import type { WireTemplate } from './wire.ts'

const MICROSOFT = /^microsoft(?: corporation| corp\.?)?$/i
const LONGEST_NAME = 256
// Where thousands of apps have a page: the address of such a page says nothing of who made the app.
const SHARED_SITES = new Set(
  `apple.com bing.com bit.ly facebook.com github.com google.com instagram.com linkedin.com medium.com twitter.com wikipedia.org
   wordpress.org x.com youtube.com`.split(/\s+/),
)

/** A template as Daylight uses it; null for Microsoft's own, and for the one that "Create your own application" stands on. */
export function galleryEntryOf({ id, displayName, homePageUrl, publisher }: WireTemplate): GalleryEntry | null {
  const key = id.toLowerCase()
  if (key === NON_GALLERY_TEMPLATE || MICROSOFT.test(publisher ?? '')) return null
  const [domain = null] = domainsOf([withScheme(homePageUrl)], { microsoft: false })
  return {
    kind: 'gallery-entry',
    id: key,
    name: displayName.slice(0, LONGEST_NAME),
    publisher,
    domain: domain === null || SHARED_SITES.has(domain) ? null : domain,
  }
}

// Publishers filled in the form by hand: `www.acme.example` is meant as an address.
function withScheme(url: string | null): string | null {
  return url === null || /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`
}
