import { inOrder } from '#provider/in-order.ts'
import type { RegisteredApp } from './apps.ts'
import type { GraphClient, Listed } from './client.ts'
import { applicationGrantOf, assignmentKey, assignmentKeys, assignmentOf } from './convert.ts'
import { assignedTo } from './listings.ts'
import { STAND_IN_KEYS } from './person.ts'
import { createRecent } from './recent.ts'
import { gapOf, rejected, rejectedRow, tellProgress } from './step.ts'
import type { Output, Reading } from './step.ts'
import { parseAssignment } from './wire.ts'
import type { WireAssignment } from './wire.ts'

const CONCURRENCY = 4

/**
 * Yields who may use each app, and which application permissions apps hold.
 *
 * Permissions are read from the side of the app that exposes them (Microsoft Graph, Exchange, …): that is one listing
 * for each of them with its role names at hand, where asking each client would be a listing for every app of the tenant,
 * at an endpoint that this connector needs for nothing else.
 */
export async function* readAssignments(reading: Reading): AsyncGenerator<Output, void> {
  const { graph, context, apps } = reading
  const asked = apps.all().filter((app) => app.clue.owner !== 'platform' || app.isResource)
  const unlistedClients = new Set<string>()
  let done = 0
  tellProgress(context, 'assignments', done, asked.length)
  for await (const { app, begun } of inOrder(asked, CONCURRENCY, (each) => beginListing(graph, each))) {
    const { subject } = assignedTo(app.id, app.name)
    const isRepeated = createRecent()
    for await (const listed of begun) {
      if (listed.kind === 'trouble') {
        yield gapOf(subject, listed, [assignmentKeys(app.id), STAND_IN_KEYS])
        continue
      }
      for (const row of listed.rows) {
        const assignment = parseAssignment(row)
        if (!assignment.ok) yield rejectedRow(subject, assignment, [assignmentKeys(app.id)])
        else if (!isRepeated(assignmentKey(assignment.value, app.id))) {
          yield* assigned(assignment.value, app, reading, unlistedClients)
        }
      }
    }
    done += 1
    tellProgress(context, 'assignments', done, asked.length)
  }
  if (unlistedClients.size === 0) return
  yield gapOf(`application permissions of ${unlistedClients.size} apps`, {
    code: 'unavailable',
    reason: `microsoft: application permissions of ${unlistedClients.size} apps were left out, because the listing of service principals ended before them`,
  })
}

type Begun = { readonly app: RegisteredApp; readonly begun: AsyncGenerator<Listed, void> }

/** A listing with its first page at hand; the rest is fetched when its turn comes, so that few rows wait. */
async function beginListing(graph: GraphClient, app: RegisteredApp): Promise<Begun> {
  const listing = graph.list({ ...assignedTo(app.id, app.name), clientId: graph.clientId })
  const first = await listing.next()
  async function* begun(): AsyncGenerator<Listed, void> {
    if (first.done === true) return
    yield first.value
    yield* listing
  }
  return { app, begun: begun() }
}

function* assigned(
  row: WireAssignment,
  app: RegisteredApp,
  { apps, directory }: Reading,
  unlistedClients: Set<string>,
): Generator<Output, void> {
  if (row.principalType === 'ServicePrincipal') {
    const client = apps.find(row.principalId)
    if (client === 'no-app') return
    if (client !== null) yield applicationGrantOf(row, app, client.clue)
    else if (!apps.isComplete()) unlistedClients.add(row.principalId)
    else {
      const { subject } = assignedTo(app.id, app.name)
      yield rejected(
        `${subject} ${row.id ?? '(without id)'}`,
        `its client ${row.principalId} is none of the service principals`,
        [assignmentKey(row, app.id)],
      )
    }
    return
  }
  // Roles that Microsoft's own services give to people are administration, not use of an app.
  if (app.clue.owner === 'platform') return
  if (row.principalType === 'Group') {
    yield assignmentOf(row, app.id, app.clue, { person: null, group: row.principalDisplayName ?? row.principalId })
    return
  }
  const { email, introduce } = directory.holder(row.principalId, row.principalDisplayName)
  if (introduce !== null) yield introduce
  yield assignmentOf(row, app.id, app.clue, { person: email, group: null })
}
