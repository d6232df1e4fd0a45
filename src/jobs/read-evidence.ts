import type { AppEvidence } from '#core/app.ts'
import type { StoreReader } from '#core/store.ts'

/** All evidence of one app from the last detection; null before the first one, or when it found no such app. */
export async function readEvidence(store: StoreReader, app: string): Promise<AppEvidence | null> {
  const company = await store.get('company', 'company')
  if (company === null) return null
  for await (const evidence of store.read('evidence', company.value.evidenceSegment)) {
    if (evidence.app === app) return evidence
  }
  return null
}
