import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '#core/store.ts'
import { openWriter } from '#src/store/open.ts'

/** A real store in a folder of its own, which goes with it. */
export async function openStoreFolder(): Promise<AsyncDisposable & { readonly store: Store }> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-store-'))
  const store = await openWriter(folder)
  return {
    store,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
