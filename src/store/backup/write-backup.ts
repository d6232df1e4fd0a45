import { createHash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BackupContent, BackupPart, BackupReport } from '#core/backup.ts'
import type { Files, NewFile } from '../lowdb/files.ts'
import { placeFile, writeAll } from '../lowdb/replace-file.ts'
import { segmentPath } from '../lowdb/segment-name.ts'
import type { BackupSource } from './backup-source.ts'
import { countRecords } from './count-records.ts'
import { handMadeFiles } from './hand-made.ts'
import { encodeManifest, MANIFEST } from './manifest.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import { BLOCK, encodeTarHeader, padding } from './tar-header.ts'

const CHUNK_BYTES = 64 * 1024

export type WriteBackup = {
  readonly folder: string
  readonly files: Files
  readonly source: BackupSource
  readonly path: string
  readonly now: Date
}

/**
 * Writes a backup to a path, whole and durable or not at all. What it says of each part is what it read. Each segment is
 * read to its end first: throws `StoreError('damaged')` where one is missing or is not what was written.
 */
export async function writeBackup({ folder, files, source, path, now }: WriteBackup): Promise<BackupReport> {
  const seconds = Math.floor(now.getTime() / 1000)
  const { store, documents } = source
  const parts: BackupPart[] = []
  const content: BackupContent = { daylight: PROGRAM_VERSION, store, createdAt: now.toISOString(), documents, parts }
  await placeFile(files, dirname(path), async (file) => {
    for (const [name, bytes] of source.files) parts.push(await addBytes(file, name, bytes, seconds))
    for (const name of await handMadeFiles(folder)) {
      parts.push(await addBytes(file, name, await readFile(join(folder, name)), seconds))
    }
    for (const id of source.segments) {
      const records = await countRecords(folder, id)
      const from = segmentPath(folder, id)
      parts.push({
        ...(await addFile(file, `segments/${from.slice(dirname(from).length + 1)}`, from, seconds)),
        records,
      })
    }
    await addBytes(file, MANIFEST, encodeManifest(content), seconds)
    await writeAll(file, Buffer.alloc(2 * BLOCK))
    return path
  })
  return { ...content, file: path, bytes: (await stat(path)).size }
}

async function addBytes(file: NewFile, path: string, bytes: Uint8Array, seconds: number): Promise<BackupPart> {
  await writeAll(file, Buffer.concat([encodeTarHeader(path, bytes.length, seconds), bytes, padding(bytes.length)]))
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function addFile(file: NewFile, path: string, from: string, seconds: number): Promise<BackupPart> {
  const source = await open(from, 'r')
  try {
    const { size } = await source.stat()
    await writeAll(file, encodeTarHeader(path, size, seconds))
    const hash = createHash('sha256')
    for (let at = 0; at < size;) {
      const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, size - at))
      const { bytesRead } = await source.read(chunk, 0, chunk.length, at)
      if (bytesRead === 0) throw new Error(`${from} became shorter while it was copied`)
      at += bytesRead
      const bytes = chunk.subarray(0, bytesRead)
      hash.update(bytes)
      await writeAll(file, bytes)
    }
    await writeAll(file, padding(size))
    return { path, bytes: size, sha256: hash.digest('hex') }
  } finally {
    await source.close()
  }
}
