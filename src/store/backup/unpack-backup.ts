import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupContent, BackupReport } from '#core/backup.ts'
import { BackupRefused } from '#core/backup.ts'
import { StoreError } from '#core/store.ts'
import { diskFiles } from '../lowdb/files.ts'
import { VERSION } from '../lowdb/migrations.ts'
import { writeAll } from '../lowdb/replace-file.ts'
import { isSegmentFile } from '../lowdb/segment-name.ts'
import { damaged, systemCode } from '../lowdb/trouble.ts'
import { isHandMade } from './hand-made.ts'
import { decodeManifest, MANIFEST } from './manifest.ts'
import { bytesOf, tarEntries } from './read-tar.ts'
import type { TarEntry } from './read-tar.ts'

const REMEDY = 'nothing was restored; use another backup'
/** More than a manifest of a million parts. */
const LARGEST_MANIFEST = 256 * 1024 * 1024

/**
 * Unpacks a backup into an empty folder, durable, and compares each part with what the backup says of it. Throws
 * `StoreError`: `damaged` with the place in the file, `newer`; and `BackupRefused` where there is no such file.
 */
export async function unpackBackup(path: string, into: string): Promise<BackupReport> {
  const file = await opened(path)
  try {
    const hashes = new Map<string, { readonly entry: TarEntry; readonly sha256: string }>()
    let content: BackupContent | null = null
    for await (const entry of tarEntries(file, path)) {
      if (content !== null) throw damaged(`${path}, at byte ${entry.offset},`, 'goes on behind its end', REMEDY)
      if (!mayHold(entry.name))
        throw damaged(`${path}, at byte ${entry.offset},`, `holds ${entry.name}, which no backup does`, REMEDY)
      if (entry.name === MANIFEST) content = await manifestOf(file, entry, path)
      else if (hashes.has(entry.name))
        throw damaged(`${path}, at byte ${entry.offset},`, `holds ${entry.name} twice`, REMEDY)
      else hashes.set(entry.name, { entry, sha256: await unpack(file, entry, into) })
    }
    if (content === null) throw damaged(path, `has no ${MANIFEST}, so its end is missing`, REMEDY)
    for (const part of content.parts) {
      const found = hashes.get(part.path)
      if (found === undefined) throw damaged(path, `does not hold ${part.path}`, REMEDY)
      if (found.sha256 === part.sha256 && found.entry.size === part.bytes) continue
      throw damaged(`${path}, at byte ${found.entry.offset},`, `holds another ${part.path} than was backed up`, REMEDY)
    }
    const unlisted = [...hashes.keys()].find((name) => !content?.parts.some((part) => part.path === name))
    if (unlisted !== undefined) throw damaged(path, `holds ${unlisted}, which was never backed up`, REMEDY)
    return { ...content, file: path, bytes: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** Locks, other backups and the like are no part of a backup, and must not be put over those that are there. */
function mayHold(name: string): boolean {
  const [top = '', second = '', ...deeper] = name.split('/')
  if (top === 'segments') return deeper.length === 0 && isSegmentFile(second)
  const isFile = second === '' && deeper.length === 0
  return isHandMade(top) || (isFile && (top === 'daylight.json' || /^journal-\d{8}\.ndjson$/.test(top)))
}

async function opened(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r')
    if ((await file.stat()).isFile()) return file
    await file.close()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
  throw new BackupRefused(`${path} is no backup file; daylight backup create writes one`)
}

async function manifestOf(file: FileHandle, entry: TarEntry, path: string): Promise<BackupContent> {
  const chunks = entry.size > LARGEST_MANIFEST ? [] : await Array.fromAsync(bytesOf(file, entry))
  const content = decodeManifest(Buffer.concat(chunks))
  if (content === null) throw damaged(`${path}, at byte ${entry.offset},`, 'does not say what it holds', REMEDY)
  if ('parts' in content && content.store <= VERSION) return content
  throw new StoreError(
    'newer',
    `${path} was written by a newer Daylight than this one, which cannot restore it; install that again`,
  )
}

async function unpack(file: FileHandle, entry: TarEntry, into: string): Promise<string> {
  const path = join(into, entry.name)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const to = await diskFiles.create(path)
  try {
    for await (const chunk of bytesOf(file, entry)) {
      hash.update(chunk)
      await writeAll(to, chunk)
    }
    await to.sync()
  } finally {
    await to.close()
  }
  return hash.digest('hex')
}
