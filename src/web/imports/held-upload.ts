import { createReadStream } from 'node:fs'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { InputFile } from '#core/file-reader.ts'

const settings = z.object({
  name: z.string(),
  as: z.enum(['statement', 'app-list']).nullable(),
  account: z.string().nullable(),
  /** Answers and corrections of the person who looks at it, as a mapping file has them. */
  mapping: z.record(z.string(), z.unknown()).nullable(),
})
export type HeldSettings = z.infer<typeof settings>

/** An uploaded file between its preview and its import. Nothing of it is in the store. */
export type HeldUpload = { readonly file: InputFile; readonly path: string; readonly settings: HeldSettings }

// Long enough for a question to a colleague; statements are not left lying about.
const KEPT_MS = 24 * 3600_000
const SETTINGS_ENDING = '.json'

/** Keeps what belongs to the upload `id`, whose bytes `receiveUpload` wrote to the same folder. */
export async function holdUpload(folder: string, id: string, held: HeldSettings): Promise<void> {
  await writeFile(join(folder, `${id}${SETTINGS_ENDING}`), JSON.stringify(held), { mode: 0o600 })
}

/** The upload of this id; null when there is none, or none any more. */
export async function readHeld(folder: string, id: string): Promise<HeldUpload | null> {
  // The id comes from an address: it must not lead anywhere else.
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id)) return null
  const path = join(folder, id)
  const text = await readFile(`${path}${SETTINGS_ENDING}`, 'utf8').catch(nullIfMissing)
  if (text === null) return null
  const held = settings.parse(JSON.parse(text))
  return { file: { name: held.name, open: () => createReadStream(path) }, path, settings: held }
}

export async function dropHeld(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true })
  await rm(join(folder, `${id}${SETTINGS_ENDING}`), { force: true })
}

/** Removes uploads that nobody imported within a day. */
export async function sweepHeld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(SETTINGS_ENDING)) continue
    const written = await stat(join(folder, name)).catch(nullIfMissing)
    if (written !== null && now - written.mtimeMs > KEPT_MS)
      await dropHeld(folder, name.slice(0, -SETTINGS_ENDING.length))
  }
}

function nullIfMissing(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
  throw cause
}
