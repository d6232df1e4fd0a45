import { StoreError } from '#core/store.ts'
import type { Store } from '#core/store.ts'

/** Whether a scan of this store is going on, in whatever process: nobody else can have the turn then. */
export async function someoneScans(store: Store): Promise<boolean> {
  try {
    await store.exclusively('scan', async () => undefined, { wait: false })
    return false
  } catch (error) {
    if (error instanceof StoreError && error.code === 'busy') return true
    throw error
  }
}
