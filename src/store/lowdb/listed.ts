import { setImmediate } from 'node:timers/promises'
import type { Collection, Stored, Documents } from '#core/store.ts'
import type { Held } from './state.ts'

// How long documents are read from text at a stretch; a server answers others in between.
const STRETCH_MS = 10

/** The documents of a collection as values. The first listing of many reads them all from their text. */
export async function listed<C extends Collection>(
  documents: ReadonlyMap<string, Held<C>>,
): Promise<readonly Stored<Documents[C]>[]> {
  const values: Stored<Documents[C]>[] = []
  let begin = performance.now()
  for (const held of documents.values()) {
    values.push(held.stored())
    if (performance.now() - begin < STRETCH_MS) continue
    await setImmediate()
    begin = performance.now()
  }
  return values
}
