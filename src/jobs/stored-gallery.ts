import type { GalleryEntry } from '#core/gallery.ts'
import type { StoreReader } from '#core/store.ts'

/** The galleries that providers offered, as last read. */
export type StoredGallery = {
  /** The same for the same entries. */
  readonly key: string
  readonly entries: () => Promise<readonly GalleryEntry[]>
}

/** Finds the galleries of all sources without reading them: pages ask for every view, and entries change once a week. */
export async function findGallery(store: Pick<StoreReader, 'list' | 'read'>): Promise<StoredGallery> {
  const segments = (await store.list('sources')).flatMap(({ value }) => value.gallery?.segment ?? [])
  return {
    key: segments.join(' '),
    entries: async () => {
      const read = await Promise.all(segments.map((segment) => Array.fromAsync(store.read('gallery', segment))))
      return read.flat()
    },
  }
}
