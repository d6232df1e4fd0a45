import type { Connector, ReadContext } from '#core/connector.ts'
import { createProviderFetch, rootProblem } from '#provider/fetch.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { createAppRegistry } from './apps.ts'
import { createGraphClient } from './client.ts'
import { createDirectory } from './directory.ts'
import { normaliseRoot } from './links.ts'
import { probeCertificate, probePermissions } from './permissions.ts'
import { readApps } from './read-apps.ts'
import { galleryGap, readTemplates } from './read-templates.ts'
import { readAssignments } from './read-assignments.ts'
import { readGrants } from './read-grants.ts'
import { readPeople } from './read-people.ts'
import type { OwnTenant } from './owner.ts'
import type { MicrosoftSettings } from './settings.ts'
import { gapOf } from './step.ts'
import type { Output } from './step.ts'
import { createTokenSource } from './token.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'
import { readClaims } from './wire.ts'

export { certificateProblem } from './certificate.ts'
export type { MicrosoftSettings } from './settings.ts'

/**
 * Reads one Entra tenant through Microsoft Graph: people, apps, consents, assignments. `options.fetch` is the network,
 * or a replay of it. Throws when a root is neither https nor loopback, which the settings check tells people first.
 */
export function createMicrosoftConnector(
  settings: MicrosoftSettings,
  options: { readonly fetch?: ProviderFetch } = {},
): Connector {
  for (const root of [settings.authority, settings.graphRoot]) {
    const problem = rootProblem(root)
    if (problem !== null) throw new Error(`microsoft: ${root} ${problem}`)
  }
  return {
    source: 'microsoft',
    async *read(context): AsyncGenerator<Output, void> {
      const session = await signIn(settings, options, context)
      if ('trouble' in session) {
        yield gapOf('everything (sign-in)', session.trouble)
        return
      }
      const { graph, own } = session
      const reading = { graph, context, directory: createDirectory(), apps: createAppRegistry() }
      // People and apps first: consents and assignments name both by object id.
      yield* readPeople(reading)
      yield* readApps(reading, { ...own, domains: reading.directory.ownDomains() })
      yield* readGrants(reading)
      yield* readAssignments(reading)
    },
    async *readGallery(context) {
      const session = await signIn(settings, options, context)
      if ('trouble' in session) yield galleryGap(session.trouble)
      else yield* readTemplates(session.graph, context)
    },
    async probe(context) {
      const certificate = probeCertificate(settings, context.now())
      const session = await signIn(settings, options, context)
      if (!('trouble' in session)) return [...certificate, ...(await probePermissions(session.graph, session.roles))]
      const { code, reason } = session.trouble
      return [...certificate, { name: 'sign-in', state: code === 'denied' ? 'missing' : 'unknown', detail: reason }]
    },
  }
}

type Session = {
  readonly graph: ReturnType<typeof createGraphClient>
  readonly own: Omit<OwnTenant, 'domains'>
  readonly roles: readonly string[]
}

async function signIn(
  settings: MicrosoftSettings,
  options: { readonly fetch?: ProviderFetch },
  { meter, signal, now }: ReadContext,
): Promise<Session | { readonly trouble: Trouble }> {
  signal.throwIfAborted()
  const fetch = createProviderFetch({
    source: 'microsoft',
    origins: [settings.authority, settings.graphRoot],
    meter,
    signal,
    ...options,
  })
  const tokens = createTokenSource({ settings, fetch, now })
  try {
    const { tenant, roles } = readClaims(await tokens.get())
    const wire = { root: normaliseRoot(settings.graphRoot), tokens, fetch, meter, signal }
    return { graph: createGraphClient(wire, settings.clientId), own: ownTenant(settings, tenant), roles }
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble === null) throw thrown
    return { trouble }
  }
}

/** The token names the tenant by id, also where the settings name it by one of its domains. */
function ownTenant({ tenantId }: MicrosoftSettings, fromToken: string | null): Session['own'] {
  const ids = [tenantId.toLowerCase(), fromToken].filter((id) => id !== null)
  return { ids: new Set(ids), known: fromToken !== null || !tenantId.includes('.') }
}
