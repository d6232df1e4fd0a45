import type { UnrecognisedCharge } from '#core/charge.ts'
import type { StoreReader } from '#core/store.ts'
import { fromCompany } from './from-company.ts'
import { findInParts } from './parts.ts'

/** The charges of one merchant text that nobody could attribute, by id; null where the last detection has none such. */
export function readUnrecognised(store: StoreReader, id: string): Promise<UnrecognisedCharge | null> {
  return fromCompany(store, ({ unrecognisedParts }) =>
    findInParts(store, 'unrecognised', unrecognisedParts, id, (charge) => charge.id),
  )
}
