import { open, readdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Storage } from '#core/storage.ts'
import { journalGenerations, journalPath } from './lowdb/journal-name.ts'
import { UNFINISHED } from './lowdb/replace-file.ts'
import { footerSchema, isSegmentFile, segmentsFolder } from './lowdb/segment-name.ts'
import { snapshotPath } from './lowdb/snapshot-file.ts'
import { systemCode, writeTrouble } from './lowdb/trouble.ts'

/** Measures a data folder; null where there is no store in it. Writes a small file and removes it, to see if that works. */
export async function measureStorage(dataFolder: string): Promise<Storage | null> {
  const folder = resolve(dataFolder)
  if ((await sizeOf(snapshotPath(folder))) === null) return null
  let documentBytes = (await sizeOf(snapshotPath(folder))) ?? 0
  for (const each of await journalGenerations(folder)) documentBytes += (await sizeOf(journalPath(folder, each))) ?? 0
  let [segments, segmentBytes, records] = [0, 0, 0]
  for (const name of (await readdir(segmentsFolder(folder))).filter(isSegmentFile)) {
    const path = join(segmentsFolder(folder), name)
    segments += 1
    segmentBytes += (await sizeOf(path)) ?? 0
    records += await recordsOf(path)
  }
  const { bavail, bsize } = await statfs(folder)
  const unwritable = await writeProblem(folder)
  return { folder, documentBytes, segments, segmentBytes, records, freeBytes: bavail * bsize, unwritable }
}

// More than a disk can hide in what it has reserved already.
const PROBE = Buffer.alloc(16 * 1024)

/** Why nothing can be written to a folder now; null where it can. Asks the disk, as only it knows of quotas. */
async function writeProblem(folder: string): Promise<string | null> {
  const path = join(folder, `probe-${randomUUID()}${UNFINISHED}`)
  try {
    await writeFile(path, PROBE, { mode: 0o600, flag: 'wx' })
    return null
  } catch (error) {
    const trouble = writeTrouble(error, folder)
    return trouble instanceof Error ? trouble.message : String(trouble)
  } finally {
    await rm(path, { force: true })
  }
}

const FOOTER_BYTES = 512
const GZIP = Buffer.from([0x1f, 0x8b, 0x08])

/** The count in the footer of a segment, which is a compressed member of its own; 0 where it is damaged or gone. */
async function recordsOf(path: string): Promise<number> {
  const tail = await lastBytes(path)
  for (let at = tail.lastIndexOf(GZIP); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(GZIP, at - 1)) {
    const footer = footerSchema.safeParse(parse(tail.subarray(at)))
    if (footer.success) return footer.data.records
  }
  return 0
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes).toString('utf8'))
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      systemCode(error)?.startsWith('Z_') ||
      systemCode(error) === 'ERR_BUFFER_TOO_LARGE'
    )
      return null
    throw error
  }
}

async function lastBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      const bytes = Buffer.alloc(Math.min(FOOTER_BYTES, size))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, size - bytes.length)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
