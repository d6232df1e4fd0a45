import type { MicrosoftSettings } from './settings.ts'

const GLOBAL_GRAPH = 'https://graph.microsoft.com'

// https://learn.microsoft.com/graph/deployments
const GRAPH_ORIGINS = new Set([
  GLOBAL_GRAPH,
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
])
const GRAPH_OF_AUTHORITY: ReadonlyMap<string, string> = new Map([
  ['login.microsoftonline.us', 'https://graph.microsoft.us'],
  ['login.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ['login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'],
])

/**
 * The scope to ask a token for. A root that is a Graph of some cloud is its own audience; behind a gateway or a test
 * server Entra knows nothing of the root's host, and the authority tells the cloud.
 */
export function graphScope({ authority, graphRoot }: Pick<MicrosoftSettings, 'authority' | 'graphRoot'>): string {
  const { origin } = new URL(graphRoot)
  if (GRAPH_ORIGINS.has(origin)) return `${origin}/.default`
  return `${GRAPH_OF_AUTHORITY.get(new URL(authority).hostname) ?? GLOBAL_GRAPH}/.default`
}

/** Where tokens of the tenant are issued; also the audience of a client assertion. */
export function tokenEndpoint({ authority, tenantId }: Pick<MicrosoftSettings, 'authority' | 'tenantId'>): string {
  return `${authority.replace(/\/+$/, '')}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`
}
