import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = /^journal-(\d{8})\.ndjson$/

/** The file of a journal. Generations count from 1; each begins where the one before ends. */
export function journalPath(folder: string, generation: number): string {
  return join(folder, `journal-${String(generation).padStart(8, '0')}.ndjson`)
}

/** The generations that lie in a folder, ascending. */
export async function journalGenerations(folder: string): Promise<readonly number[]> {
  return (await readdir(folder))
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
}
