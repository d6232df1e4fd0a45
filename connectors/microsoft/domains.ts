import { parse } from 'tldts'
import { isTelling, registrableDomain } from '#core/domain.ts'

// Where Microsoft's own plumbing receives the tokens of other people's apps: sign-in, portals, bots, low-code hosts.
const PLUMBING = new Set(
  `azure-apim.net azure.com azure.us azurewebsites.us b2clogin.com botframework.com chinacloudapi.cn ciamlogin.com live.com
   microsoft.com microsoft.us microsoftonline-p.com microsoftonline.cn microsoftonline.com microsoftonline.us msappproxy.net
   office.com office365.com onmicrosoft.com powerapps.com powerappsportals.com powerautomate.com sharepoint.com
   visualstudio.com windows.net windowsazure.com`.split(/\s+/),
)

/**
 * The registrable domains that say who made an app, sorted: `https://app.slack.com/auth` -> `slack.com`. Left out:
 * sign-in hosts, hosting where anybody runs apps, loopback, app schemes. `microsoft` keeps Microsoft's own.
 */
export function domainsOf(urls: readonly (string | null)[], { microsoft }: { readonly microsoft: boolean }): string[] {
  const domains = urls.flatMap((url) => {
    const host = hostOf(url)
    if (host === null || parse(host, { allowPrivateDomains: true }).isPrivate === true) return []
    const domain = registrableDomain(host)
    if (domain === null || (PLUMBING.has(domain) && !microsoft)) return []
    return isTelling(domain) ? [domain] : []
  })
  return [...new Set(domains)].toSorted()
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/^\*\./, '') : null
}
