import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../lowdb/trouble.ts'

// What Daylight itself keeps in a data folder, and what is no part of it: locks, unfinished files, copies.
const KEPT_BY_DAYLIGHT =
  /^(?:daylight\.json|journal-\d+\.ndjson.*|lock|lock\.json.*|daylight\.sock|segments|backups|sample|uploads|unpacking|restoring|before-restore-.*|.*\.tmp)$/

/** Whether a name at the top of a data folder is for people to use. */
export function isHandMade(name: string): boolean {
  return !KEPT_BY_DAYLIGHT.test(name)
}

/** The names in a data folder that people put there: `policy.json`, `catalogue`, notes; sorted. */
export async function handMadeNames(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter(isHandMade).toSorted()
}

/** Their files, as paths from the data folder with `/`, sorted; links are followed, sockets and the like left out. */
export async function handMadeFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = []
  for (const name of await handMadeNames(folder)) await collect(folder, name, files)
  return files.toSorted()
}

async function collect(folder: string, path: string, files: string[]): Promise<void> {
  const found = await unlessGone(stat(join(folder, path)))
  if (found?.isFile()) files.push(path)
  if (!found?.isDirectory()) return
  for (const name of (await unlessGone(readdir(join(folder, path)))) ?? [])
    await collect(folder, `${path}/${name}`, files)
}

async function unlessGone<T>(looking: Promise<T>): Promise<T | null> {
  try {
    return await looking
  } catch (error) {
    // A link to nowhere, a circle of links, or a file that was removed meanwhile.
    if (['ENOENT', 'ELOOP'].includes(systemCode(error) ?? '')) return null
    throw error
  }
}
