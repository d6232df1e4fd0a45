import type { AppEvidence, AppFacts } from '#core/app.ts'
import { shortlist } from '#core/shortlist/shortlist.ts'
import type { ShortlistGroup } from '#core/shortlist/shortlist.ts'
import type { StoreReader } from '#core/store.ts'
import type { Knowledge } from './knowledge.ts'

/**
 * The consolidation shortlist of what is stored, the largest possible saving first; empty where nothing was ever stored
 * (`store` is null) or detected. `currency` null takes the one that most charges are in.
 */
export async function buildShortlist(
  store: StoreReader | null,
  { catalogue }: Pick<Knowledge, 'catalogue'>,
  currency: string | null,
): Promise<readonly ShortlistGroup[]> {
  if (store === null) return []
  const [company, apps, inventory, sources] = await Promise.all([
    store.get('company', 'company'),
    store.list('apps'),
    store.list('inventory'),
    store.list('sources'),
  ])
  if (company === null) return []
  const evidence = new Map<string, AppEvidence>()
  for await (const one of store.read('evidence', company.value.evidenceSegment)) evidence.set(one.app, one)
  const facts = apps.flatMap(({ value: app }): AppFacts[] => {
    const found = evidence.get(app.id)
    return found === undefined ? [] : [{ app, evidence: found }]
  })
  return shortlist({
    apps: facts,
    inventory: inventory.map(({ value }) => value),
    capabilities: catalogue.capabilities,
    sources: sources.map(({ value }) => ({ ...value, rejected: value.rejected.length })),
    currency,
  })
}
