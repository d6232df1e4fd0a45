import type { StoreReader } from '#core/store.ts'

/** Keys of all observations of some segments. Memory grows with them: about 100 bytes a row. */
export async function storedKeys(store: Pick<StoreReader, 'read'>, segments: readonly string[]): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const segment of segments) {
    for await (const { key } of store.read('observations', segment)) keys.add(key)
  }
  return keys
}
