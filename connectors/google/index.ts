import type { Connector, ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { Observation } from '#core/observation.ts'
import type { ProviderFetch } from '#provider/fetch.ts'
import { createGoogleClient } from './client.ts'
import { tokenKeys } from './gap.ts'
import { readPeople } from './people.ts'
import { probeGoogle } from './probe.ts'
import { readSamlLogins, readTokenEvents } from './reports.ts'
import type { GoogleSettings } from './settings.ts'
import { readTokens } from './tokens.ts'

export { parseServiceAccount } from './service-account.ts'
export type { GoogleSettings } from './settings.ts'

/**
 * Reads a Google Workspace: people, the tokens they gave to apps, consents and sign-ins. `fetch` replaces the network,
 * as a replay does. In `full` mode nothing but people is tried when they cannot be listed; in `audit-only` mode the
 * logs are read all the same, for they name people themselves.
 */
export function createGoogleConnector(
  settings: GoogleSettings,
  options: { readonly fetch?: ProviderFetch } = {},
): Connector {
  async function* read(context: ReadContext): AsyncGenerator<Observation | Rejected | Gap, void> {
    const client = await createGoogleClient(settings, context, options.fetch)
    const { accounts, failure } = yield* readPeople(settings, client, context)
    if (failure?.reach === 'source') return
    if (settings.mode === 'full') {
      if (failure !== null && accounts.length === 0) return
      yield* readTokens(settings, client, context, accounts)
    }
    yield* readTokenEvents(settings, client, context)
    yield* readSamlLogins(settings, client, context)
  }

  return {
    source: 'google',
    ...(settings.mode === 'audit-only' && { forgets: [tokenKeys()] }),
    read,
    probe: async (context) =>
      probeGoogle(settings, await createGoogleClient(settings, context, options.fetch), context),
  }
}
