import { open, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TornEnd } from './replay.ts'

const SUFFIX = '.torn'
// Each killed writer may leave one: those of long ago help nobody.
const MOST_KEPT = 5

/**
 * Puts what follows the last whole commit of a journal aside, beside it as `.torn`, and tells. A process that was killed
 * in the middle of a write leaves such an end; nobody was told that its commit succeeded.
 */
export async function keepTorn(ends: readonly TornEnd[], tell: (sentence: string) => void): Promise<void> {
  for (const { path, offset, bytes } of ends) {
    const kept = `${path}${SUFFIX}`
    await writeFile(kept, (await readFile(path)).subarray(offset), { mode: 0o600 })
    await cut(path, offset)
    await forgetOldest(dirname(path))
    tell(
      `${path} ended in the middle of a write: ${bytes} bytes of a commit that was never confirmed were cut at byte ${offset} and kept in ${kept}; nothing needs to be done`,
    )
  }
}

async function cut(path: string, offset: number): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.truncate(offset)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function forgetOldest(folder: string): Promise<void> {
  const kept = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).toSorted((a, b) => (a < b ? -1 : 1))
  for (const name of kept.slice(0, -MOST_KEPT)) await rm(join(folder, name))
}
