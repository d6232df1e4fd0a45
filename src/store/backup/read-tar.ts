import type { FileHandle } from 'node:fs/promises'
import { damaged } from '../lowdb/trouble.ts'
import { BLOCK, decodePaxPath, decodeTarHeader } from './tar-header.ts'

export type TarEntry = { readonly name: string; readonly size: number; readonly offset: number }

const CHUNK_BYTES = 64 * 1024
/** Longer than any path. */
const LARGEST_PAX = 64 * 1024
const REMEDY = 'the copy is not whole; take another backup'

/** The files of an archive in order. Throws `StoreError('damaged')` with the offset for what is cut off or is none. */
export async function* tarEntries(file: FileHandle, path: string): AsyncGenerator<TarEntry> {
  const { size: length } = await file.stat()
  let offset = 0
  let named: string | null = null
  for (;;) {
    const block = await bytesAt(file, offset, BLOCK)
    if (block.length === BLOCK && block.every((byte) => byte === 0)) return
    const header = decodeTarHeader(block)
    if (header === null) {
      const what = block.length < BLOCK ? 'ends before the backup does' : 'is no backup of Daylight, or was changed'
      throw damaged(`${path}, at byte ${offset},`, what, REMEDY)
    }
    const at = offset + BLOCK
    if (at + header.size > length) throw damaged(`${path}, at byte ${at},`, 'ends before the backup does', REMEDY)
    if (header.kind === 'pax') {
      named = header.size > LARGEST_PAX ? null : decodePaxPath(await bytesAt(file, at, header.size))
      if (named === null) throw damaged(`${path}, at byte ${at},`, 'holds a name that cannot be read', REMEDY)
    } else {
      yield { name: checkedName(named ?? header.name, path, offset), size: header.size, offset: at }
      named = null
    }
    offset = at + Math.ceil(header.size / BLOCK) * BLOCK
  }
}

export async function* bytesOf(file: FileHandle, { offset, size }: TarEntry): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < size;) {
    const chunk = await bytesAt(file, offset + done, Math.min(CHUNK_BYTES, size - done))
    if (chunk.length === 0) return
    done += chunk.length
    yield chunk
  }
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, offset)
  return bytes.subarray(0, bytesRead)
}

/** A backup comes from elsewhere: nothing in it may be put outside of the folder it is unpacked to. */
function checkedName(name: string, path: string, offset: number): string {
  const steps = name.split('/')
  const isPlain = steps.every((step) => step !== '' && step !== '.' && step !== '..' && !step.includes('\0'))
  // A backslash or a colon is part of a plain name everywhere else.
  if (isPlain && !(process.platform === 'win32' && /[\\:]/.test(name))) return name
  throw damaged(
    `${path}, at byte ${offset},`,
    `holds ${JSON.stringify(name)}, which is no path in a data folder`,
    REMEDY,
  )
}
