import type { AppEvidence } from '#core/app.ts'
import type { StoreReader } from '#core/store.ts'
import { fromCompany } from './from-company.ts'
import { findInParts } from './parts.ts'

/** All evidence of one app from the last detection; null before the first one, or when it found no such app. */
export function readEvidence(store: StoreReader, app: string): Promise<AppEvidence | null> {
  return fromCompany(store, ({ evidenceParts }) =>
    findInParts(store, 'evidence', evidenceParts, app, (evidence) => evidence.app),
  )
}
