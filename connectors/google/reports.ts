import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GrantObservation, SignInObservation } from '#core/observation.ts'
import { readLog } from './audit-log.ts'
import type { GoogleClient } from './client.ts'
import { SAML_LOGIN, samlLogins, tokenEvents } from './events.ts'
import { gapOf, tokenKeys } from './gap.ts'
import { LatestUse } from './latest-use.ts'
import { RebuiltGrants } from './rebuilt-grants.ts'
import { SCOPES } from './settings.ts'
import type { GoogleSettings } from './settings.ts'

type Item = SignInObservation | GrantObservation | Rejected | Gap

/**
 * Consents, revocations and the latest API use of each person and client, out of the `token` log; in audit-only mode
 * also the grants that follow from them. Each event name is asked for by itself, so that consents, which are few, do
 * not wait behind API calls, which are many.
 */
export async function* readTokenEvents(
  settings: GoogleSettings,
  client: GoogleClient,
  context: ReadContext,
): AsyncGenerator<Item, void> {
  const step = 'token events'
  const grants = new RebuiltGrants()
  const uses = new LatestUse()
  const seen = new Set<string>()
  const onPage = recordCounter(context, step)
  for (const eventName of ['authorize', 'revoke', 'activity'] as const) {
    const keyPrefixes = eventKeys(settings)
    const convert = tokenEvents(eventName)
    const log = { step, application: 'token', eventName, keyPrefixes, convert, onPage } as const
    let refused = false
    for await (const item of readLog(client, context.now(), log)) {
      if (item.kind === 'failed') {
        // A refusal would only repeat for the next event name.
        refused = item.code === 'denied' || item.reach !== 'call'
        yield gapOf(settings, SCOPES.reports, refused ? step : `${step} (${eventName})`, item, keyPrefixes)
        continue
      }
      if (item.kind === 'rejected') {
        yield item
        continue
      }
      if (seen.has(item.key)) continue
      if (settings.mode === 'audit-only') grants.add(item)
      if (item.event === 'api-use') uses.add(item)
      else {
        seen.add(item.key)
        yield item
      }
    }
    if (refused) break
  }
  yield* grants.all()
  yield* uses.all()
}

/** The consents are rebuilt from the events where nothing else is read. */
function eventKeys({ mode }: GoogleSettings): string[] {
  const events = ['google:event:', 'google:api-use:']
  return mode === 'audit-only' ? [...events, tokenKeys()] : events
}

/** The latest SAML login of each person to each app. */
export async function* readSamlLogins(
  settings: GoogleSettings,
  client: GoogleClient,
  context: ReadContext,
): AsyncGenerator<Item, void> {
  const step = 'saml logins'
  const uses = new LatestUse()
  const log = {
    step,
    application: 'saml',
    eventName: SAML_LOGIN,
    keyPrefixes: ['google:sign-in:'],
    convert: samlLogins,
    onPage: recordCounter(context, step),
  } as const
  for await (const item of readLog(client, context.now(), log)) {
    if (item.kind === 'failed') yield gapOf(settings, SCOPES.reports, step, item, ['google:sign-in:'])
    else if (item.kind === 'rejected') yield item
    else uses.add(item)
  }
  yield* uses.all()
}

function recordCounter(context: ReadContext, step: string): (records: number) => void {
  let done = 0
  return (records) => {
    done += records
    context.progress({ step, done, total: null, waitingSeconds: null })
  }
}
