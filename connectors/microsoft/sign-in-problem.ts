import type { MicrosoftSettings } from './settings.ts'

type Cause = (settings: MicrosoftSettings) => string

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const CAUSES: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  [
    '7000215',
    ({ clientId }) =>
      `the client secret of application ${clientId} is wrong; copy its value (not its id) from Certificates & secrets into MICROSOFT_CLIENT_SECRET`,
  ],
  [
    '7000222',
    ({ clientId }) =>
      `the client secret of application ${clientId} has expired; make a new one under Certificates & secrets and set MICROSOFT_CLIENT_SECRET`,
  ],
  ['7000216', ({ clientId }) => `application ${clientId} needs a secret or a certificate; set MICROSOFT_CLIENT_SECRET`],
  [
    '700016',
    ({ clientId, tenantId }) =>
      `tenant ${tenantId} has no application ${clientId}; check MICROSOFT_CLIENT_ID and MICROSOFT_TENANT_ID`,
  ],
  [
    '7000112',
    ({ clientId }) => `application ${clientId} is disabled in the tenant; enable it under Enterprise applications`,
  ],
  [
    '700027',
    ({ clientId }) =>
      `the certificate of MICROSOFT_CLIENT_CERTIFICATE_FILE is not registered for application ${clientId}; upload it under Certificates & secrets`,
  ],
  ['700024', () => 'the client assertion is outside its time range; set the clock of this machine'],
  [
    '90002',
    ({ tenantId, authority }) =>
      `there is no tenant ${tenantId} at ${authority}; check MICROSOFT_TENANT_ID, and MICROSOFT_AUTHORITY for a national cloud`,
  ],
  [
    '900023',
    ({ tenantId }) => `${tenantId} is neither a tenant id nor a domain of a tenant; check MICROSOFT_TENANT_ID`,
  ],
  [
    '500011',
    ({ tenantId, graphRoot }) =>
      `tenant ${tenantId} does not know ${graphRoot}; MICROSOFT_GRAPH_ROOT and MICROSOFT_AUTHORITY must be of one cloud`,
  ],
  [
    '53003',
    ({ clientId }) =>
      `a Conditional Access policy blocks application ${clientId}; except it from that policy for workload identities`,
  ],
])

/** One sentence for IT out of the token endpoint's refusal: who, what, what to do. Never holds a secret. */
export function signInProblem(settings: MicrosoftSettings, description: string): string {
  const code = /AADSTS(\d+)/.exec(description)?.[1] ?? null
  const cause = code === null ? undefined : CAUSES.get(code)
  if (code !== null && cause !== undefined) return `microsoft: sign-in was refused: ${cause(settings)} (AADSTS${code})`
  const said = description
    .split(/\r?\n|Trace ID:/)[0]
    ?.trim()
    .slice(0, 300)
  return `microsoft: sign-in of application ${settings.clientId} was refused${said ? `: ${said}` : ''}; see connectors/microsoft/README.md`
}
