import type { ReadContext } from '#core/connector.ts'
import type { Gap, Rejected } from '#core/coverage.ts'
import type { GalleryEntry } from '#core/gallery.ts'
import type { GraphClient } from './client.ts'
import { TEMPLATES } from './listings.ts'
import { gapOf, rejectedRow, tellProgress } from './step.ts'
import { galleryEntryOf } from './template.ts'
import type { Trouble } from './trouble.ts'
import { parseTemplate } from './wire.ts'

// No observation depends on the gallery: what is missed of it hides none.
const NO_KEYS: readonly string[] = []

/** Yields the apps of the gallery, each once. */
export async function* readTemplates(
  graph: GraphClient,
  context: ReadContext,
): AsyncGenerator<GalleryEntry | Rejected | Gap, void> {
  const seen = new Set<string>()
  for await (const listed of graph.list({ ...TEMPLATES, clientId: graph.clientId })) {
    if (listed.kind === 'trouble') {
      yield galleryGap(listed)
      return
    }
    for (const row of listed.rows) {
      const template = parseTemplate(row)
      if (!template.ok) {
        yield rejectedRow(TEMPLATES.subject, template, NO_KEYS)
        continue
      }
      const entry = galleryEntryOf(template.value)
      if (entry === null || seen.has(entry.id)) continue
      seen.add(entry.id)
      yield entry
    }
    tellProgress(context, 'gallery', seen.size, null)
  }
}

export function galleryGap(trouble: Trouble): Gap {
  return gapOf(TEMPLATES.subject, trouble, NO_KEYS)
}
