import type { App, AppEvidence } from '#core/app.ts'
import type { Capability } from '#core/catalogue.ts'
import type { Finding } from '#core/finding.ts'
import type { InventoryEntry } from '#core/inventory.ts'
import type { ScopeTable } from '#core/scope.ts'
import type { Stored } from '#core/store.ts'
import { readEvidence } from '#jobs/read-evidence.ts'
import type { Backend, Workspace } from '#src/api/backend.ts'
import type { AppJudging } from '../judgements/app-panel.ts'
import { readAppJudging } from '../judgements/read.ts'

export type AppDetail = {
  readonly judging: AppJudging
  readonly app: App
  readonly evidence: AppEvidence
  readonly entry: Stored<InventoryEntry> | null
  /** About this app, open ones first. */
  readonly findings: readonly Finding[]
  readonly capabilities: readonly Capability[]
  readonly scopes: ScopeTable
  readonly currency: string | null
}

/** All that is known of one app; null when there is no such app. */
export async function readApp(id: string, { store }: Workspace, backend: Backend): Promise<AppDetail | null> {
  const app = (await store.get('apps', id))?.value
  if (app === undefined) return null
  const [evidence, findings, entry] = await Promise.all([
    readEvidence(store, id),
    store.list('findings'),
    app.inventoryEntry === null ? null : store.get('inventory', app.inventoryEntry),
  ])
  const known = evidence ?? { app: id, people: [], identities: [], grants: [], charges: [] }
  const judging = await readAppJudging(id, known, store, backend)
  if (judging === null) return null
  const { catalogue, scopes } = backend.knowledge
  return {
    app,
    evidence: known,
    judging,
    entry,
    findings: findings
      .map(({ value }) => value)
      .filter((finding) => finding.app === id)
      .toSorted((a, b) => Number(b.status === 'open') - Number(a.status === 'open') || (a.since < b.since ? 1 : -1)),
    capabilities: catalogue.capabilities.filter((capability) => app.capabilities.includes(capability.id)),
    scopes,
    currency: backend.currency,
  }
}
