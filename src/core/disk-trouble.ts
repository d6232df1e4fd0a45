import { StoreError } from './store.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Whether something failed because nothing more can be written: no space, or a disk that is only read. Null where not. */
export function diskTrouble(error: unknown): 'full' | 'read-only' | null {
  if (error instanceof StoreError) return error.code === 'full' || error.code === 'read-only' ? error.code : null
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return null
  if (FULL.has(error.code)) return 'full'
  return error.code === 'EROFS' ? 'read-only' : null
}
