import type { Gap } from '#core/coverage.ts'
import { delegatedGrantKey, delegatedGrantOf } from './convert.ts'
import { PERMISSION_GRANTS } from './listings.ts'
import { createRecent } from './recent.ts'
import { STAND_IN_KEYS } from './person.ts'
import { gapOf, rejected, rejectedRow, tellProgress } from './step.ts'
import type { Output, Reading } from './step.ts'
import { parsePermissionGrant } from './wire.ts'
import type { WirePermissionGrant } from './wire.ts'

const { subject } = PERMISSION_GRANTS
const CONSENT_KEYS = 'consent:'

/** Yields the delegated consents of people and of the whole tenant. */
export async function* readGrants(reading: Reading): AsyncGenerator<Output, void> {
  const { graph, context, apps } = reading
  const listing = { ...PERMISSION_GRANTS, clientId: graph.clientId }
  if (apps.all().length === 0 && !apps.isComplete()) {
    // Asked all the same, so that one scan names every permission that is missing.
    const trouble = await graph.knock(listing)
    yield trouble === null ? unattributed() : gapOf(subject, trouble)
    return
  }
  const isRepeated = createRecent()
  const unknownClients = new Set<string>()
  let grants = 0
  for await (const listed of graph.list(listing)) {
    if (listed.kind === 'trouble') {
      yield gapOf(subject, listed, [CONSENT_KEYS, STAND_IN_KEYS])
      break
    }
    for (const row of listed.rows) {
      const grant = parsePermissionGrant(row)
      if (!grant.ok) {
        yield rejectedRow(subject, grant, [CONSENT_KEYS])
        continue
      }
      if (isRepeated(delegatedGrantKey(grant.value))) continue
      grants += 1
      if (apps.find(grant.value.clientId) === null && !apps.isComplete()) unknownClients.add(grant.value.clientId)
      else yield* consent(grant.value, reading)
    }
    tellProgress(context, 'grants', grants, null)
  }
  if (unknownClients.size > 0) yield unattributed(unknownClients.size)
}

function* consent(grant: WirePermissionGrant, { apps, directory }: Reading): Generator<Output, void> {
  const client = apps.find(grant.clientId)
  if (client === 'no-app') return
  if (client === null) {
    yield rejected(
      `${subject} ${grant.id ?? '(without id)'}`,
      `its client ${grant.clientId} is none of the service principals`,
      [delegatedGrantKey(grant)],
    )
    return
  }
  if (grant.consentType === 'AllPrincipals') {
    yield delegatedGrantOf(grant, client.clue, null)
    return
  }
  const { email, introduce } = directory.holder(grant.principalId, null)
  if (introduce !== null) yield introduce
  yield delegatedGrantOf(grant, client.clue, email)
}

/** `clients` were named by consents and not by the listing of apps, which ended early. */
function unattributed(clients?: number): Gap {
  const whose = clients === undefined ? 'consents were' : `consents to ${clients} apps were`
  return gapOf(clients === undefined ? subject : `${subject} of ${clients} apps`, {
    code: 'unavailable',
    reason: `microsoft: ${whose} left out, because the service principals they belong to could not be read`,
  })
}
