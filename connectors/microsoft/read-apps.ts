import { appClue, isNoApp, isSignInApp } from './app-clue.ts'
import { ssoAppOf } from './convert.ts'
import { SERVICE_PRINCIPALS } from './listings.ts'
import type { OwnTenant } from './owner.ts'
import { gapOf, rejectedRow, tellProgress } from './step.ts'
import type { Output, Reading } from './step.ts'
import { parseServicePrincipal } from './wire.ts'

/** Fills the registry of apps, and yields those that sign people in. */
export async function* readApps({ graph, context, apps }: Reading, own: OwnTenant): AsyncGenerator<Output, void> {
  let seen = 0
  for await (const listed of graph.list({ ...SERVICE_PRINCIPALS, clientId: graph.clientId })) {
    if (listed.kind === 'trouble') {
      yield gapOf(SERVICE_PRINCIPALS.subject, listed)
      return
    }
    for (const row of listed.rows) {
      const app = parseServicePrincipal(row)
      if (!app.ok) {
        yield rejectedRow(SERVICE_PRINCIPALS.subject, app)
        continue
      }
      if (isNoApp(app.value)) {
        apps.addNoApp(app.value.id)
        continue
      }
      const clue = appClue(app.value, own)
      if (!apps.add(app.value, clue)) continue
      seen += 1
      if (isSignInApp(app.value, clue)) yield ssoAppOf(app.value, clue)
    }
    tellProgress(context, 'apps', seen, null)
  }
  apps.markComplete()
}
