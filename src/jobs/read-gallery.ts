import type { Connector, ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GalleryEntry } from '#core/gallery.ts'
import type { GalleryState, Store } from '#core/store.ts'

export type GalleryRead = {
  /** Undefined while the gallery was never read whole. */
  readonly state: GalleryState | undefined
  readonly gaps: readonly Gap[]
  readonly rejected: readonly Rejected[]
}

// Galleries grow by some apps a day, and their listing costs a provider more than all else that is read of a small tenant.
const AGAIN_AFTER_MS = 7 * 86_400_000

/**
 * Reads the gallery of a source into a segment where it was read long ago or never. What was read last stays when
 * trouble comes, and the next scan asks again. Commits nothing.
 */
export async function readGallery(
  connector: Connector,
  previous: GalleryState | undefined,
  context: ReadContext & { readonly store: Store },
): Promise<GalleryRead> {
  const now = context.now()
  if (connector.readGallery === undefined || isFresh(previous, now)) return { state: previous, gaps: [], rejected: [] }
  const entries: GalleryEntry[] = []
  const gaps: Gap[] = []
  const rejected: Rejected[] = []
  for await (const item of connector.readGallery(context)) {
    if (item.kind === 'gap') gaps.push(item)
    else if (item.kind === 'rejected') rejected.push(item)
    else entries.push(item)
  }
  const troubles = gaps.filter((gap) => gap.code !== 'unsupported')
  if (troubles.length > 0) return { state: previous, gaps: troubles, rejected }
  // A cloud without a gallery is no trouble; that one which was there is empty now is hardly true.
  const none: GalleryState = { segment: previous?.segment ?? null, readAt: now.toISOString() }
  if (entries.length === 0) return { state: none, gaps: [], rejected }
  const segment = await context.store.write(
    'gallery',
    entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  return { state: { segment: segment.id, readAt: now.toISOString() }, gaps: [], rejected }
}

function isFresh(previous: GalleryState | undefined, now: Date): boolean {
  if (previous === undefined) return false
  const age = now.getTime() - Date.parse(previous.readAt)
  // One from the future was written under a wrong clock.
  return age >= 0 && age < AGAIN_AFTER_MS
}
