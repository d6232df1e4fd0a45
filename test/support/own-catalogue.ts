import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadOwnCatalogue } from '#src/own-catalogue/load.ts'
import type { OwnCatalogue } from '#src/own-catalogue/load.ts'
import { smallCatalogue } from './catalogue.ts'

const CAPABILITIES = [
  { id: 'testing', name: 'Testing', category: 'test', words: ['test things'], overlaps: true },
  { id: 'chat', name: 'Chat', category: 'test', words: ['chat'], overlaps: true },
]

/** A product entry as a file writes it; its category and capability are those of the small catalogue. */
export function ownEntry(id: string, parts: object = {}): object {
  return { id, name: `Own ${id}`, vendor: 'Acme', category: 'test', capabilities: ['testing'], ...parts }
}

/** What a data folder with these files in `catalogue` makes of the small catalogue; anything but text is written as JSON. */
export async function loadOwnFiles(files: Readonly<Record<string, unknown>>): Promise<OwnCatalogue> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-own-'))
  try {
    await mkdir(join(folder, 'catalogue'))
    for (const [name, content] of Object.entries(files)) {
      const isWritten = typeof content === 'string' || content instanceof Uint8Array
      await writeFile(join(folder, 'catalogue', name), isWritten ? content : JSON.stringify(content))
    }
    const loaded = await loadOwnCatalogue(folder, { ...smallCatalogue(), capabilities: CAPABILITIES })
    return { ...loaded, problems: loaded.problems.map((problem) => problem.replaceAll(`${folder}/`, '')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
