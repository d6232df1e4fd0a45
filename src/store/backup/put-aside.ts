import { copyFile, link, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskFiles } from '../lowdb/files.ts'
import { journalGenerations, journalPath } from '../lowdb/journal-name.ts'
import { isSegmentFile } from '../lowdb/segment-name.ts'
import { systemCode } from '../lowdb/trouble.ts'
import { handMadeFiles } from './hand-made.ts'

/** The files of a data folder that a restore would take the place of, damaged ones too. */
export async function filesInPlace(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  const journals = (await journalGenerations(folder)).map((each) => journalPath(folder, each).slice(folder.length + 1))
  const segments = names.includes('segments') ? await readdir(join(folder, 'segments')) : []
  return [
    ...names.filter((name) => name === 'daylight.json'),
    ...journals,
    ...segments.filter(isSegmentFile).map((name) => `segments/${name}`),
    ...(await handMadeFiles(folder)),
  ]
}

/**
 * Puts files of a data folder aside under another name too, which is a data folder of its own then. The bytes are the
 * same ones where the disk knows links: everything in a data folder is replaced, and nothing written over.
 */
export async function putAside(folder: string, files: readonly string[], aside: string): Promise<void> {
  const folders = new Set<string>([dirname(aside)])
  for (const name of files) {
    const to = join(aside, name)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await linkOrCopy(join(folder, name), to)
    folders.add(dirname(to))
  }
  for (const each of folders) await diskFiles.syncFolder(each)
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error
    await copyFile(from, to)
  }
}
